package org.dcos.ui.model.rack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.rack.RackRecords.Contents;

/** Takes changes back from what is recorded now: pure functions. */
final class Past {

    private Past() {}

    /** The racks and what stood in them at a moment. Nothing is known of states then. @param changes newest first */
    static RackHistory.Then at(Instant moment, List<PastChange> changes, Estate estate, Contents contents) {
        Map<UUID, Item> items = new HashMap<>();
        estate.racks().values().forEach(rack -> items.put(rack.id(), rack));
        estate.servers().values().forEach(server -> items.put(server.id(), server));
        contents.devices().values().forEach(list -> list.forEach(device -> items.put(device.id(), device)));
        contents.reservations().values().forEach(list -> list.forEach(kept -> items.put(kept.id(), kept)));
        for (PastChange past : changes) {
            if (past.set().at().isAfter(moment)) {
                past.change().before().ifPresentOrElse(item -> items.put(item.id(), item),
                        () -> items.remove(past.change().id()));
            }
        }
        return then(moment, items.values(), estate);
    }

    private static RackHistory.Then then(Instant moment, Iterable<Item> items, Estate estate) {
        var racks = new ArrayList<Rack>();
        var servers = new ArrayList<Server>();
        var devices = new HashMap<UUID, List<Device>>();
        var kept = new HashMap<UUID, List<RackReservation>>();
        for (Item item : items) {
            if (item instanceof Rack rack) {
                racks.add(rack);
            } else if (item instanceof Server server) {
                servers.add(server);
            } else if (item instanceof Device device) {
                device.mounting().map(Mounting::rack)
                        .ifPresent(rack -> devices.computeIfAbsent(rack, _ -> new ArrayList<>()).add(device));
            } else if (item instanceof RackReservation reservation) {
                kept.computeIfAbsent(reservation.rack(), _ -> new ArrayList<>()).add(reservation);
            }
        }
        return new RackHistory.Then(moment, Estate.of(estate.idcs().values(), estate.rooms().values(), racks, servers),
                new Contents(devices, kept));
    }

    /** Those that concern one of the racks, before or after. */
    static List<PastChange> of(Set<UUID> racks, List<PastChange> changes) {
        return changes.stream().filter(past -> racks(past.change()).anyMatch(racks::contains)).toList();
    }

    /** Every rack that there is or was, as it was last. */
    static Map<UUID, Rack> everyRack(List<PastChange> changes, Estate estate) {
        var racks = new HashMap<>(estate.racks());
        for (PastChange past : changes) {
            sides(past.change()).filter(Rack.class::isInstance).map(Rack.class::cast)
                    .forEach(rack -> racks.putIfAbsent(rack.id(), rack));
        }
        return racks;
    }

    private static Stream<UUID> racks(ItemChange change) {
        return sides(change).flatMap(item -> switch (item) {
            case Rack rack -> Stream.of(rack.id());
            case Device device -> device.mounting().map(Mounting::rack).stream();
            case RackReservation kept -> Stream.of(kept.rack());
            default -> Stream.of();
        });
    }

    private static Stream<Item> sides(ItemChange change) {
        return Stream.of(change.before(), change.after()).flatMap(Optional::stream);
    }

    /** One moment for each change set, the oldest first. @param changes newest first */
    static List<RackHistory.Moment> moments(List<PastChange> changes,
            Function<PastChange, String> words) {
        var sets = new LinkedHashMap<Long, List<PastChange>>();
        changes.forEach(past -> sets.computeIfAbsent(past.set().number(), _ -> new ArrayList<>()).add(past));
        var moments = new ArrayList<RackHistory.Moment>();
        sets.forEach((number, its) -> moments.add(new RackHistory.Moment(Long.toString(number),
                its.getFirst().set().at(), items(its), words.apply(its.getFirst()))));
        return moments.reversed();
    }

    private static int items(List<PastChange> changes) {
        var ids = new HashSet<UUID>();
        changes.forEach(past -> ids.add(past.change().id()));
        return ids.size();
    }
}
