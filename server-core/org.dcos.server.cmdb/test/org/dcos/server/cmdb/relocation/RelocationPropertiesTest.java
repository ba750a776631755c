package org.dcos.server.cmdb.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is moved in whatever order, with crashes in between: nothing overlaps, exceeds, or is lost. */
class RelocationPropertiesTest {

    private static final int ACTIONS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void randomRelocationsWithCrashesKeepTheRecordsSound(long seed) throws Problem {
        var random = new Random(seed);
        MovingEstate estate = estate(random);
        int begun = 0;
        for (int i = 0; i < ACTIONS; i++) {
            estate.now = estate.now.plusSeconds(1);
            List<Relocation> open = estate.all(Relocation.class).stream().filter(Relocation::open).toList();
            if (random.nextInt(4) == 0) {
                estate.crash();
            }
            if (open.isEmpty() || random.nextInt(6) == 0) {
                begun += begin(estate, random) ? 1 : 0;
            } else {
                step(estate, random, open.get(random.nextInt(open.size())));
            }
            sound(estate);
        }
        assertThat(begun).isPositive();
    }

    /** Each on its own, stopped anywhere, taken back by a process that never saw it begin. */
    @ParameterizedTest
    @ValueSource(longs = {7, 11, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 97})
    void aRollBackRestoresTheExportByteForByte(long seed) throws Problem {
        var random = new Random(seed);
        MovingEstate estate = estate(random);
        for (int round = 0; round < 10; round++) {
            String before = estate.export();
            if (!begin(estate, random)) {
                continue;
            }
            Relocation relocation = estate.all(Relocation.class).stream().filter(Relocation::open).findFirst()
                    .orElseThrow();
            int steps = random.nextInt(relocation.steps());
            for (int i = 0; i < steps && estate.recorded(Relocation.class, relocation.id()).open(); i++) {
                step(estate, random, estate.recorded(Relocation.class, relocation.id()));
            }
            if (estate.recorded(Relocation.class, relocation.id()).open()) {
                estate.crash();
                estate.book.rollBack(relocation.id(), "");
                estate.crash();
                assertThat(estate.export()).isEqualTo(before);
            }
        }
    }

    private static MovingEstate estate(Random random) throws Problem {
        var estate = new MovingEstate();
        var ports = new ArrayList<Port>();
        estate.prefix("10.1.0.0/24", estate.room);
        for (int i = 0; i < 10; i++) {
            NetworkDevice device = estate.device("m" + i, i % 5, 1 + i / 5 * 3, 1 + random.nextInt(4) / 2.0);
            for (int p = 0; p < 2; p++) {
                ports.add(estate.port(device, "eth" + p));
            }
            estate.address("10.1.0." + (i + 1), device);
        }
        for (int i = 0; i < 7; i++) {
            Port a = ports.remove(random.nextInt(ports.size()));
            Port b = ports.remove(random.nextInt(ports.size()));
            estate.cable(a, b, random.nextBoolean() ? Optional.empty() : Optional.of(1.0 + random.nextInt(5)));
        }
        estate.put(
                new RackReservation(UUID.randomUUID(), 0, estate.racks.get(2).id(), 9, 3, "net", "", Optional.empty(),
                        Map.of(), Map.of()));
        estate.put(new RackReservation(UUID.randomUUID(), 0, estate.racks.get(3).id(), 9, 3, "someone", "",
                Optional.empty(), Map.of(), Map.of()));
        return estate;
    }

    private static boolean begin(MovingEstate estate, Random random) throws Problem {
        var devices = new ArrayList<>(estate.all(NetworkDevice.class).stream()
                .filter(device -> device.mounting().isPresent()).toList());
        for (int attempt = 0; attempt < 20; attempt++) {
            var targets = new ArrayList<RelocationTarget>();
            java.util.Collections.shuffle(devices, random);
            for (NetworkDevice device : devices.subList(0, Math.min(devices.size(), 1 + random.nextInt(3)))) {
                targets.add(estate.to(device, random.nextInt(5), 1 + random.nextInt(22) / 2.0));
            }
            try {
                estate.book.begin(new RelocationOrder("r" + random.nextInt(), "", targets));
                return true;
            } catch (Invalid _) {
                // full, too warm, or under way: try another
            }
        }
        return false;
    }

    private static void step(MovingEstate estate, Random random, Relocation relocation) throws Problem {
        List<RelocationMove> left = relocation.moves().stream().filter(move -> move.next().isPresent()).toList();
        RelocationMove move = left.get(random.nextInt(left.size()));
        if (random.nextInt(25) == 0) {
            estate.book.rollBack(relocation.id(), "");
            return;
        }
        try {
            Relocation after = estate.book.done(relocation.id(), move.device(), move.next().orElseThrow(), "");
            assertThat(after.stepsDone()).isEqualTo(relocation.stepsDone() + 1);
        } catch (Conflict _) {
            assertThat(move.next()).contains(RelocationAction.MOUNT); // another machine still stands there
        }
    }

    private static void sound(MovingEstate estate) {
        List<NetworkDevice> devices = estate.all(NetworkDevice.class);
        for (Rack rack : estate.racks) {
            List<NetworkDevice> here = devices.stream().filter(device -> device.mounting()
                    .filter(mounting -> mounting.rack().equals(rack.id())).isPresent()).toList();
            assertThat(here.size() * 500).isLessThanOrEqualTo(3000);
            for (Device one : here) {
                assertThat(one.mounting().orElseThrow().end()).isLessThanOrEqualTo(rack.heightUnits() + 1.0);
                assertThat(here.stream().filter(two -> !two.id().equals(one.id())
                        && two.mounting().orElseThrow().overlaps(one.mounting().orElseThrow()))).isEmpty();
            }
        }
        var ends = new HashSet<UUID>();
        estate.all(Cable.class).forEach(cable -> assertThat(ends.add(cable.a()) && ends.add(cable.b())).isTrue());
        var addresses = new HashMap<String, UUID>();
        estate.all(IpAddress.class)
                .forEach(address -> addresses.put(address.address(), address.holder().orElseThrow()));
        assertThat(addresses).hasSize(10);
        Map<UUID, Long> carried = new HashMap<>();
        List<Relocation> open = estate.all(Relocation.class).stream().filter(Relocation::open).toList();
        open.stream().flatMap(relocation -> relocation.moves().stream()).filter(RelocationMove::carried)
                .forEach(move -> carried.merge(move.device(), 1L, Long::sum));
        devices.forEach(device -> assertThat(carried.getOrDefault(device.id(), 0L))
                .isEqualTo(device.mounting().isPresent() ? 0 : 1));
        if (open.isEmpty()) {
            assertThat(estate.all(RackReservation.class)).noneMatch(kept -> kept.holder().startsWith("relocation "));
        }
    }
}
