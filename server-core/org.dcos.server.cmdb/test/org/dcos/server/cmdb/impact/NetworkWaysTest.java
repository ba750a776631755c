package org.dcos.server.cmdb.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.Test;

/** The ways that are kept are those that there are, whatever was plugged, moved, changed and deleted meanwhile. */
class NetworkWaysTest {

    private record Told(UUID id, Severity severity, Hurt.Cause cause) {}

    private static Set<Told> told(RecordImpacts impacts, UUID gone) throws Problem {
        return impacts.of(gone, PageRequest.ALL).items().stream()
                .map(hurt -> new Told(hurt.id(), hurt.severity(), hurt.cause())).collect(Collectors.toSet());
    }

    private static List<Item> items(LiveRecords records) {
        return records.read(view -> view.all(Item.class).toList());
    }

    private static Edit edit(Random random, List<Item> items) {
        Item item = items.get(random.nextInt(items.size()));
        return switch (item) {
            case Cable cable when random.nextBoolean() -> new Edit.Delete(Kind.CABLE, cable.id(), cable.version());
            case Cable cable -> new Edit.Put(new Cable(cable.id(), cable.version(), cable.a(), cable.b(),
                    SmallEstate.any(random, List.of(CableState.values())), "", "", Optional.empty(), cable.label(),
                    Map.of(), Map.of()));
            case Port port when random.nextInt(4) == 0 -> new Edit.Delete(Kind.PORT, port.id(), port.version());
            case Port port when port.kind() == PortKind.FRONT && random.nextBoolean() -> port(port, false,
                    OptionalInt.of(3 - port.position().orElse(1)));
            case Port port when port.kind() == PortKind.NETWORK -> port(port, !port.managementOnly(), port.position());
            case Server server when server.mounting().isPresent() && random.nextInt(4) == 0 -> new Edit.Delete(
                    Kind.SERVER, server.id(), server.version());
            case NetworkDevice device when random.nextBoolean() -> new Edit.Put(new NetworkDevice(device.id(),
                    device.version(), device.name(), device.serial(), Optional.empty(), "", "", "", Optional.empty(),
                    device.state() == LifecycleState.RETIRED ? LifecycleState.PLANNED : LifecycleState.RETIRED,
                    device.role(), Optional.empty(), Optional.empty(), Map.of(), Map.of()));
            default -> plugged(random, items);
        };
    }

    private static Edit port(Port port, boolean management, OptionalInt position) {
        return new Edit.Put(new Port(port.id(), port.version(), port.device(), port.name(), port.kind(), "",
                OptionalInt.empty(), Optional.empty(), Optional.empty(), management, port.through(), position,
                OptionalInt.empty(), "", Map.of(), Map.of()));
    }

    private static Edit plugged(Random random, List<Item> items) {
        List<UUID> ports = items.stream()
                .filter(item -> item instanceof Port port && (port.kind() == PortKind.NETWORK
                        || port.kind() == PortKind.FRONT || port.kind() == PortKind.REAR))
                .map(Item::id).toList();
        return new Edit.Put(new Cable(UUID.randomUUID(), 0, SmallEstate.any(random, ports),
                SmallEstate.any(random, ports), CableState.CONNECTED, "", "", Optional.empty(), "", Map.of(),
                Map.of()));
    }

    @Test
    void whatWasKeptThroughChangesTellsTheSameAsWhatIsFollowedAnew() throws Problem {
        int done = 0;
        for (int seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var records = new LiveRecords(new MemoryItemStore(), new MemoryBmcStore(), _ -> {}, new WriterTurn(),
                    () -> Instant.EPOCH);
            var kept = new RecordImpacts(records);
            records.commit("", "", SmallEstate.drawn(random).edits());
            for (int round = 0; round < 15; round++) {
                var edits = new ArrayList<Edit>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    edits.add(edit(random, items(records)));
                }
                try {
                    records.commit("", "", edits);
                    done++;
                } catch (Problem _) { // what the rules refuse changes nothing
                    continue;
                }
                var anew = new RecordImpacts(records);
                for (int i = 0; i < 4; i++) {
                    Item gone = SmallEstate.any(random, items(records));
                    assertThat(told(kept, gone.id())).as("with %s gone, seed %d", gone, seed)
                            .isEqualTo(told(anew, gone.id()));
                }
                anew.close();
                List<Item> all = items(records);
                if (all.stream().noneMatch(item -> item instanceof Device device && !device.live())) {
                    Item gone = SmallEstate.any(random, all);
                    var brute = new BruteForce(all, gone.id());
                    assertThat(told(kept, gone.id()).stream().filter(told -> told.severity() == Severity.LOST)
                            .map(Told::id).collect(Collectors.toSet())).as("lost with %s, seed %d", gone, seed)
                                    .isEqualTo(brute.told(brute.lost));
                }
            }
        }
        assertThat(done).isGreaterThan(100);
    }
}
