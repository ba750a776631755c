package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.server.cmdb.live.View;

/**
 * Finds the items that names mean. The names of a kind are gathered once, when the first of it is asked for; case and
 * blanks around slashes do not count, unless two differ in nothing else.
 */
final class References {

    private static final List<Kind> ANY = List.of(Kind.values());
    /** Finding out what was probably meant goes through all names: not for each of ten thousand wrong cells. */
    private static final int MOST_GUESSES = 200;
    private static final int MOST_CANDIDATES = 20_000;

    private final View view;
    private final Naming naming;
    private final Map<Kind, Map<String, List<Named>>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, List<String>> guesses = new HashMap<>();

    /** One name of an item. @param full whether it is its fullest: such a one goes before the short name of another */
    private record Named(String name, UUID id, boolean full) {}

    /** What became of a name: the item, or why there is none. */
    record Found(Optional<UUID> id, String trouble, List<String> suggestions) {}

    References(View view) {
        this.view = view;
        this.naming = new Naming(view);
    }

    /** Makes an item of the file known. */
    void add(Item item) {
        Kind kind = Kind.of(item);
        if (byKind.containsKey(kind)) {
            put(byKind.get(kind), item);
        }
    }

    /** Kinds that rows will be added of have to be gathered before. */
    void gather(Collection<Kind> kinds) {
        kinds.forEach(this::names);
    }

    private Map<String, List<Named>> names(Kind kind) {
        return byKind.computeIfAbsent(kind, k -> {
            var names = new HashMap<String, List<Named>>();
            view.all(k.type()).forEach(item -> put(names, item));
            return names;
        });
    }

    private void put(Map<String, List<Named>> names, Item item) {
        List<String> all = naming.of(item);
        for (String name : new LinkedHashSet<>(all)) {
            List<Named> same = names.computeIfAbsent(normal(name), _ -> new ArrayList<>(1));
            if (same.stream().noneMatch(named -> named.id().equals(item.id()) && named.name().equals(name))) {
                same.add(new Named(name, item.id(), name.equals(all.getFirst())));
            }
        }
    }

    static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        return lower.indexOf('/') < 0 && lower.indexOf(' ') < 0
                ? lower
                : lower.replaceAll("\\s*/\\s*", "/").replaceAll("\\s+", " ");
    }

    /** @param to the kinds that are allowed; empty: any, with the kind before the name: {@code servers: web-01} */
    Found find(List<Kind> to, String text) {
        Set<UUID> ids = ids(to, text);
        if (ids.size() == 1) {
            return new Found(Optional.of(ids.iterator().next()), "", List.of());
        }
        if (ids.size() > 1) {
            List<String> full = ids.stream().map(view::item).flatMap(Optional::stream)
                    .map(item -> reference(to, item)).limit(5).toList();
            return new Found(Optional.empty(), "'%s' is more than one thing. Say which one.".formatted(text), full);
        }
        String kinds = to.isEmpty() ? "thing" : String.join(" or ", to.stream().map(Kind::word).toList());
        return new Found(Optional.empty(), "There is no %s '%s', neither recorded nor in this file.".formatted(kinds,
                text), guess(to, text));
    }

    private Set<UUID> ids(List<Kind> to, String text) {
        var ids = new LinkedHashSet<UUID>();
        Optional<Kind> named = to.isEmpty() ? kindBefore(text) : Optional.empty();
        List<Kind> kinds = named.map(List::of).orElse(to.isEmpty() ? ANY : to);
        String name = named.isPresent() ? text.substring(text.indexOf(':') + 1).strip() : text;
        var exact = new LinkedHashSet<UUID>();
        var full = new LinkedHashSet<UUID>();
        for (Kind kind : kinds) {
            for (Named one : names(kind).getOrDefault(normal(name), List.of())) {
                ids.add(one.id());
                if (one.name().equals(name)) {
                    exact.add(one.id());
                    if (one.full()) {
                        full.add(one.id());
                    }
                }
            }
        }
        if (ids.isEmpty()) {
            id(text).filter(id -> view.item(id).filter(item -> kinds.contains(Kind.of(item))).isPresent())
                    .ifPresent(ids::add);
        }
        return full.size() == 1 ? full : exact.size() == 1 ? exact : ids;
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Kind> kindBefore(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? Optional.empty() : Kind.ofResource(text.substring(0, colon).strip());
    }

    /** The name by which an item is found again; its id when no name is its own. */
    String reference(List<Kind> to, Item item) {
        String before = to.isEmpty() ? Kind.of(item).resource() + ": " : "";
        for (String name : naming.of(item)) {
            Set<UUID> ids = ids(to, before + name);
            if (ids.size() == 1 && ids.contains(item.id())) {
                return before + name;
            }
        }
        return item.id().toString();
    }

    private List<String> guess(List<Kind> to, String text) {
        Set<Kind> kinds = to.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(to);
        String asked = kinds + " " + text;
        if (!guesses.containsKey(asked) && guesses.size() < MOST_GUESSES) {
            var seen = new HashSet<String>();
            List<String> names = kinds.stream().flatMap(kind -> names(kind).values().stream())
                    .limit(MOST_CANDIDATES).flatMap(List::stream).map(Named::name).filter(seen::add).toList();
            guesses.put(asked, Near.of(text, names));
        }
        return guesses.getOrDefault(asked, List.of());
    }

    /** References separated by semicolons or line ends. */
    static List<String> split(String text) {
        return Arrays.stream(text.split("[;\n]")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
