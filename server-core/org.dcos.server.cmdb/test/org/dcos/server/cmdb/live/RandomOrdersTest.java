package org.dcos.server.cmdb.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.WriterTurn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of orders drawn from a seed, most of them refused: what is recorded keeps to the rules at every step. */
class RandomOrdersTest {

    private static final int ORDERS = 1500;
    private static final int CHECK_EVERY = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261125})
    void the_rules_hold_whatever_is_ordered(long seed) throws Problem {
        var random = new Random(seed);
        var estate = new Estates(3);
        int done = 0;
        for (int i = 0; i < ORDERS; i++) {
            try {
                order(estate, random);
                done++;
            } catch (Problem _) {
                // refused, which is what most deserve
            }
            if (i % CHECK_EVERY == 0) {
                check(estate);
            }
        }
        check(estate);
        assertThat(done).isGreaterThan(ORDERS / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void undoing_every_change_set_from_the_last_leads_back_through_every_state(long seed) throws Problem {
        var random = new Random(seed);
        var estate = new Estates(3);
        var states = new ArrayList<List<Item>>();
        var numbers = new ArrayList<Long>();
        while (numbers.size() < 150) {
            var before = Unversioned.of(estate.store.items());
            try {
                numbers.add(edit(estate, random));
                states.add(before);
            } catch (Problem _) {
                // refused
            }
        }
        while (!numbers.isEmpty()) {
            estate.book.undo(numbers.removeLast(), "back");

            assertThat(Unversioned.of(estate.store.items())).isEqualTo(states.removeLast());
        }
        check(estate);
    }

    private static void order(Estates estate, Random random) throws Problem {
        if (random.nextInt(8) == 0) {
            var sets = estate.book.changeSets(Optional.empty(), Optional.empty(), new PageRequest(0, 5)).items();
            estate.book.undo(sets.get(random.nextInt(sets.size())).number(), "because");
        } else {
            edit(estate, random);
        }
    }

    private static long edit(Estates estate, Random random) throws Problem {
        var edits = new ArrayList<Edit>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            edits.add(one(estate, random));
        }
        return estate.commit(edits.toArray(Edit[]::new)).set().number();
    }

    private static Edit one(Estates estate, Random random) {
        List<Device> devices = estate.records.read(view -> view.all(Device.class).toList());
        List<Port> ports = estate.records.read(view -> view.all(Port.class).toList());
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Edit.Put(estate.server("srv-" + random.nextInt(40), mounting(estate, random)));
            case 2 -> new Edit.Put(estate.netDevice("net-" + random.nextInt(10)));
            case 3 -> new Edit.Put(Estates.port(any(devices, random).map(Item::id).orElseGet(UUID::randomUUID),
                    "eth" + random.nextInt(6), random.nextInt(4) > 0 ? PortKind.NETWORK : PortKind.POWER_INLET));
            case 4, 5 -> ports.isEmpty()
                    ? new Edit.Put(estate.netDevice("net-x"))
                    : new Edit.Put(Estates.cable(any(ports, random).orElseThrow(), any(ports, random).orElseThrow()));
            case 6 -> {
                Optional<Device> device = any(devices, random);
                yield new Edit.Delete(device.map(Kind::of).orElse(Kind.SERVER),
                        device.map(Item::id).orElseGet(UUID::randomUUID), 0);
            }
            case 7 -> any(devices, random).filter(Server.class::isInstance).map(Server.class::cast)
                    .<Edit>map(server -> new Edit.Put(server.mounted(mounting(estate, random))))
                    .orElseGet(() -> new Edit.Put(estate.server("srv-y", Optional.empty())));
            default -> any(devices, random).filter(Server.class::isInstance).map(Server.class::cast)
                    .<Edit>map(server -> new Edit.Put(server.in(
                            LifecycleState.values()[random.nextInt(LifecycleState.values().length)])))
                    .orElseGet(() -> new Edit.Delete(Kind.RACK, estate.racks.get(0).id(), 0));
        };
    }

    private static Optional<Mounting> mounting(Estates estate, Random random) {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Mounting(estate.racks.get(random.nextInt(3)).id(), 1 + random.nextInt(16) / 2.0,
                (1 + random.nextInt(5)) / 2.0, random.nextBoolean() ? Face.FRONT : Face.REAR, random.nextInt(4) == 0));
    }

    private static <T> Optional<T> any(List<T> all, Random random) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static void check(Estates estate) {
        List<Item> items = estate.store.items();
        var byId = new HashMap<UUID, Item>();
        items.forEach(item -> byId.put(item.id(), item));
        assertThat(estate.records.<Boolean>read(view -> items.stream()
                .allMatch(item -> view.item(item.id()).equals(Optional.of(item))))).isTrue();

        List<Device> devices = items.stream().filter(Device.class::isInstance).map(Device.class::cast).toList();
        assertThat(devices.stream().filter(Device::live).map(Device::serial).toList()).doesNotHaveDuplicates();
        assertThat(devices.stream().filter(Device::live).map(Device::name).toList()).doesNotHaveDuplicates();
        var mountings = devices.stream().map(Device::mounting).flatMap(Optional::stream).toList();
        assertThat(mountings).allMatch(m -> m.lowestUnit() >= 1 && m.end() <= 43);
        IntStream.range(0, mountings.size()).forEach(i -> IntStream.range(i + 1, mountings.size())
                .forEach(j -> assertThat(mountings.get(i).overlaps(mountings.get(j))).isFalse()));

        var ends = new HashSet<UUID>();
        items.stream().filter(Cable.class::isInstance).map(Cable.class::cast).forEach(cable -> {
            assertThat(ends.add(cable.a())).isTrue();
            assertThat(ends.add(cable.b())).isTrue();
        });
        items.forEach(item -> Items.references(item)
                .forEach(reference -> assertThat(byId).as("%s of %s", reference, item).containsKey(reference.id())));

        // what was loaded anew is found by the same keys: the index has kept pace
        var loaded = new LiveRecords(estate.store, new MemoryBmcStore(), _ -> {}, new WriterTurn());
        for (Item item : items) {
            for (Key key : View.keys(item)) {
                var live = estate.records.read(view -> new HashSet<>(view.find(key)));
                assertThat(live).isEqualTo(loaded.read(view -> new HashSet<>(view.find(key))));
            }
        }
        assertThat(estate.records.<Long>read(view -> view.all(NetworkDevice.class).count()))
                .isEqualTo(items.stream().filter(NetworkDevice.class::isInstance).count());
    }
}
