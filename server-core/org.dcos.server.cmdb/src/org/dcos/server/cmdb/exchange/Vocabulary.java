package org.dcos.server.cmdb.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.HeaderWords;

/**
 * What kinds, fields and choices are called in spreadsheets. A path may end in {@code @idc}, {@code @room} or
 * {@code @device}: a column that says within what the thing of another column is to be looked for.
 */
final class Vocabulary {

    /** What is brought in and out: all but relocations, which are work that is under way. */
    static final List<Kind> KINDS = Stream.of(Kind.values()).filter(kind -> kind != Kind.RELOCATION).toList();

    private static final String AROUND = "@";

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<Kind, Map<String, String>> headers = new HashMap<>();
    private final Map<String, List<String>> choices = new HashMap<>();

    /** What one thing is called. */
    private record Entry(String english, String chinese, List<String> others) {

        static Entry of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Entry(parts[0].strip(), parts[1].strip(), List.of(parts[2].split(",")));
        }

        List<String> all() {
            var all = new ArrayList<>(List.of(english, chinese));
            all.addAll(others);
            return all;
        }
    }

    Vocabulary() {
        read().forEach((key, line) -> entries.put(key.toString(), Entry.of(line.toString())));
        entries.forEach((key, entry) -> {
            if (key.startsWith("choice.")) {
                entry.all().stream().map(Vocabulary::normal).filter(word -> !word.isEmpty()).forEach(word -> choices
                        .computeIfAbsent(word, _ -> new ArrayList<>()).add(key.substring("choice.".length())));
            }
        });
        for (Kind kind : KINDS) {
            kinds.put(normal(kind.resource()), kind);
            kinds.put(normal(kind.word()), kind);
            entries.get("kind." + kind.resource()).all().forEach(word -> kinds.putIfAbsent(normal(word), kind));
            headers.put(kind, headersOf(kind));
        }
        kinds.remove("");
    }

    private static Properties read() {
        var words = new Properties();
        try (var in = new InputStreamReader(Vocabulary.class.getResourceAsStream("words.properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Paths first, then titles, then other words: an earlier one is not taken away by a later. */
    private Map<String, String> headersOf(Kind kind) {
        var found = new HashMap<String, String>();
        List<String> paths = paths(kind);
        paths.forEach(path -> found.putIfAbsent(normal(path), path));
        paths.forEach(path -> entry(kind, path).ifPresent(entry -> {
            found.putIfAbsent(normal(entry.english()), path);
            found.putIfAbsent(normal(entry.chinese()), path);
        }));
        paths.forEach(path -> entry(kind, path)
                .ifPresent(entry -> entry.others().forEach(word -> found.putIfAbsent(normal(word), path))));
        found.remove("");
        return found;
    }

    private Optional<Entry> entry(Kind kind, String path) {
        return Optional.ofNullable(entries.getOrDefault(kind.resource() + "." + path, entries.get(path)));
    }

    /** What a column of a kind can be, but for labels and fields of one's own. */
    List<String> paths(Kind kind) {
        var paths = new ArrayList<String>();
        for (Field field : Items.fields(kind)) {
            paths.add(field.path());
            for (String around : List.of(AROUND + "idc", AROUND + "room", AROUND + "device")) {
                if (entries.containsKey(field.path() + around)) {
                    paths.add(field.path() + around);
                }
            }
        }
        return paths;
    }

    /** The field that a header names. */
    Optional<String> path(Kind kind, String header) {
        return Optional.ofNullable(headers.get(kind).get(normal(header)));
    }

    Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(normal(name)));
    }

    /** What stands above the column of a field. */
    String header(Kind kind, String path, HeaderWords words) {
        Optional<Entry> entry = entry(kind, path);
        return switch (words) {
            case PATHS -> path;
            case ENGLISH -> entry.map(Entry::english).orElse(path);
            case CHINESE -> entry.map(Entry::chinese).orElse(path);
        };
    }

    String sheet(Kind kind, HeaderWords words) {
        Entry entry = entries.getOrDefault("kind." + kind.resource(),
                new Entry(kind.resource(), kind.resource(), List.of()));
        return switch (words) {
            case PATHS -> kind.resource();
            case ENGLISH -> entry.english();
            case CHINESE -> entry.chinese();
        };
    }

    /** The one of the choices that a word means. */
    Optional<String> choice(List<String> allowed, String word) {
        String wanted = normal(word);
        Optional<String> same = allowed.stream().filter(choice -> normal(choice).equals(wanted)).findFirst();
        return same.isPresent()
                ? same
                : choices.getOrDefault(wanted, List.of()).stream().filter(allowed::contains).findFirst();
    }

    /** Without regard to case, blanks and punctuation; but {@code @} counts. */
    static String normal(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]", "");
    }
}
