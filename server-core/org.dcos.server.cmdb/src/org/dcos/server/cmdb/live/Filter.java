package org.dcos.server.cmdb.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Bay;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Invalid;

/** Finds and sorts the items that a filter wants. */
public final class Filter {

    private final View view;
    private final Words words;

    public Filter(View view) {
        this.view = view;
        this.words = new Words(view);
    }

    /** @throws Invalid naming a field that the kind lacks */
    public <T extends Item> List<T> list(Class<T> type, ItemFilter filter) throws Invalid {
        Kind kind = Kind.of(type);
        checkPaths(kind, filter);
        Stream<T> found = filter.within().isPresent()
                ? view.all(type).filter(item -> stands(item, filter.within().get(), 0))
                : view.all(type);
        for (Map.Entry<String, String> wanted : filter.fields().entrySet()) {
            Set<String> values = new HashSet<>(Arrays.asList(wanted.getValue().split("\\|", -1)));
            found = found.filter(item -> values.contains(Items.text(item, wanted.getKey())));
        }
        for (Map.Entry<String, String> wanted : filter.labels().entrySet()) {
            found = found.filter(item -> wanted.getValue().equals(item.labels().get(wanted.getKey())));
        }
        if (filter.text().filter(text -> !text.isBlank()).isPresent()) {
            String[] parts = filter.text().get().strip().toLowerCase(Locale.ROOT).split("\\s+");
            found = found.filter(item -> has(kind, item, parts));
        }
        return found.sorted(order(kind, filter.sort())).toList();
    }

    private static void checkPaths(Kind kind, ItemFilter filter) throws Invalid {
        var unknown = new ArrayList<Invalid.Violation>();
        filter.fields().keySet().stream().filter(path -> !"id".equals(path) && Items.field(kind, path).isEmpty())
                .forEach(path -> unknown.add(noField("field", path, kind)));
        filter.sort().map(Filter::path).filter(path -> !"name".equals(path) && Items.field(kind, path).isEmpty())
                .ifPresent(path -> unknown.add(noField("sort", path, kind)));
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
    }

    private static Invalid.Violation noField(String parameter, String path, Kind kind) {
        return new Invalid.Violation(parameter, "A %s has no field %s. It has %s.".formatted(kind.word(), path,
                String.join(", ", Items.fields(kind).stream().map(Field::path).toList())));
    }

    private static String path(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Every part stands in one of the texts of the item or in its name. */
    private boolean has(Kind kind, Item item, String[] parts) {
        String all = null;
        for (String part : parts) {
            if (all == null) {
                all = text(kind, item);
            }
            if (!all.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private String text(Kind kind, Item item) {
        var all = new StringBuilder(words.name(item));
        for (Field field : Items.fields(kind)) {
            if (field.type() == Field.Type.TEXT) {
                all.append('\n').append(Items.text(item, field.path()));
            }
        }
        item.labels().forEach((name, value) -> all.append('\n').append(name).append('=').append(value));
        item.fields().values().forEach(value -> all.append('\n').append(value));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether it is in a place, or on or in a device; places within places count. */
    private boolean stands(Item item, UUID place, int depth) {
        if (depth > 6) {
            return false;
        }
        return within(item).anyMatch(id -> id.equals(place)
                || view.item(id).filter(outer -> stands(outer, place, depth + 1)).isPresent());
    }

    private static Stream<UUID> within(Item item) {
        return switch (item) {
            case Server server -> Stream.concat(server.mounting().map(Mounting::rack).stream(),
                    server.bay().map(Bay::chassis).stream());
            case Device device -> device.mounting().map(Mounting::rack).stream();
            case Room room -> Stream.of(room.idc());
            case Rack rack -> Stream.of(rack.room());
            case RackReservation kept -> Stream.of(kept.rack());
            case PowerFeed feed -> feed.rack().map(id -> Stream.of(id, feed.room()))
                    .orElseGet(() -> Stream.of(feed.room()));
            case Port port -> Stream.of(port.device());
            case Idc _ -> Stream.empty();
            default -> Items.references(item).stream().map(Items.Reference::id);
        };
    }

    private <T extends Item> Comparator<T> order(Kind kind, Optional<String> sort) {
        Comparator<T> byName = Comparator.comparing((Function<T, String>) words::name, NaturalOrder.INSTANCE)
                .thenComparing(Item::id);
        if (sort.isEmpty() || "name".equals(path(sort.get()))) {
            return sort.filter(s -> s.startsWith("-")).isPresent() ? byName.reversed() : byName;
        }
        String path = path(sort.get());
        Field.Type type = Items.field(kind, path).orElseThrow().type();
        Comparator<T> byValue = switch (type) {
            case INTEGER, DECIMAL -> Comparator.comparing(item -> number(item, path));
            case REFERENCE -> Comparator.comparing(item -> referred(item, path), NaturalOrder.INSTANCE);
            case TEXT, BOOLEAN, DATE, INSTANT, CHOICE, REFERENCES, TEXTS, PARTS ->
                    Comparator.comparing(item -> Items.text(item, path), NaturalOrder.INSTANCE);
        };
        return (sort.get().startsWith("-") ? byValue.reversed() : byValue).thenComparing(byName);
    }

    private static double number(Item item, String path) {
        return Items.value(item, path).map(Number.class::cast).map(Number::doubleValue)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private String referred(Item item, String path) {
        return Items.value(item, path).map(UUID.class::cast).map(words::name).orElse("");
    }
}
