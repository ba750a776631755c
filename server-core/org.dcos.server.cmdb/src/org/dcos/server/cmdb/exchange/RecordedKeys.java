package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.server.cmdb.live.Unique;
import org.dcos.server.cmdb.live.View;

/** Finds the recorded item that a row is about. */
final class RecordedKeys {

    private final Kind kind;
    private final View view;
    private final Map<String, Map<String, List<UUID>>> byText = new HashMap<>();

    RecordedKeys(Kind kind, View view) {
        this.kind = kind;
        this.view = view;
    }

    /** The fields by which things of a kind can be recognised, the usual one first. */
    static List<String> of(Kind kind) {
        if (kind.device()) {
            return List.of("serial", "name", "assetTag");
        }
        return switch (kind) {
            case RACK_RESERVATION -> List.of("lowestUnit");
            case IP_RANGE -> List.of("first");
            default -> Unique.of(Items.blank(kind, new UUID(0, 1))).stream().map(Unique.Held::field).distinct()
                    .toList();
        };
    }

    /** The recorded items that have what the new one has in the field; empty: in the usual one of the kind. */
    List<Item> find(Item made, String key) {
        if (made instanceof Device device && key.isEmpty()) {
            return device.serial().isEmpty() ? find(made, "name") : find(made, "serial");
        }
        if (made instanceof Device device && !device.live()) { // what is retired has no name of its own any more
            return texts(key, made).filter(item -> Items.text(item, "name").equals(device.name())
                    && Items.text(item, "serial").equals(device.serial())).toList();
        }
        List<Unique.Held> held = Unique.of(made).stream().filter(h -> key.isEmpty() || h.field().equals(key)).toList();
        if (!held.isEmpty()) {
            return held.stream().flatMap(h -> view.holders(h.unique())).filter(item -> Kind.of(item) == kind)
                    .distinct().toList();
        }
        return switch (made) {
            case RackReservation _ -> same(made, List.of("rack", "lowestUnit"));
            case IpRange _ -> same(made, List.of("first", "last", "vrf"));
            default -> key.isEmpty() || Items.text(made, key).isEmpty() ? List.of() : texts(key, made).toList();
        };
    }

    private List<Item> same(Item made, List<String> paths) {
        return texts(paths.getFirst(), made).filter(item -> paths.stream()
                .allMatch(path -> Items.text(item, path).equals(Items.text(made, path)))).toList();
    }

    private Stream<Item> texts(String path, Item made) {
        return byText.computeIfAbsent(path, p -> {
            var found = new HashMap<String, List<UUID>>();
            view.all(kind.type()).forEach(
                    item -> found.computeIfAbsent(Items.text(item, p), _ -> new ArrayList<>(1)).add(item.id()));
            return found;
        }).getOrDefault(Items.text(made, path), List.of()).stream().map(view::item).flatMap(java.util.Optional::stream);
    }
}
