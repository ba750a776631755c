package org.dcos.server.cmdb.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Conflict;
import org.junit.jupiter.api.Test;

/** Random sequences of operations, checked after each step against a bitmap of every address of a small network. */
class AddressSpacePropertiesTest {

    private static final int SEQUENCES = 3_000;
    private static final List<Cidr> NETWORKS = List.of(Cidr.parse("10.9.8.0/24"), Cidr.parse("255.255.255.128/25"),
            Cidr.parse("0.0.0.0/26"), Cidr.parse("10.0.0.5/32"), Cidr.parse("192.0.2.6/31"),
            Cidr.parse("2001:db8::ffff:ff00/120"), Cidr.parse("2001:db8:0:0:ffff:ffff:ffff:ff80/121"),
            Cidr.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffc0/122"), Cidr.parse("::/123"));

    private final Random random = new Random(4632);

    @Test
    void blocks_and_free_space_are_always_the_network() throws Conflict {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Cidr network = NETWORKS.get(random.nextInt(NETWORKS.size()));
            var space = Subdivision.of(network);
            for (int step = random.nextInt(24); step > 0; step--) {
                space = changed(space);
                List<Cidr> free = space.free();

                assertThat(free).isEqualTo(Bitmap.of(network, space.children()).free(network));
                assertThat(sum(space.children()).add(sum(free))).isEqualTo(network.size());
                assertThat(space.freeSize()).isEqualTo(sum(free));
            }
        }
    }

    @Test
    void a_carved_block_is_the_start_of_the_best_fit() throws Conflict {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var space = randomSpace();
            int length = lengthWithin(space.parent());
            Optional<Cidr> best = Optional.empty();
            for (Cidr free : Bitmap.of(space.parent(), space.children()).free(space.parent())) {
                if (free.length() <= length && (best.isEmpty() || free.length() > best.orElseThrow().length())) {
                    best = Optional.of(free);
                }
            }

            assertThat(space.carve(length)).isEqualTo(best.map(block -> new Cidr(block.first(), length)));
        }
    }

    @Test
    void carving_many_is_carving_one_after_the_other() throws Conflict {
        for (int sequence = 0; sequence < SEQUENCES / 3; sequence++) {
            var space = randomSpace();
            int length = lengthWithin(space.parent());
            int count = random.nextInt(40);
            var single = new ArrayList<Cidr>();
            var rest = space;
            while (single.size() < count && rest.carve(length).isPresent()) {
                single.add(rest.carve(length).orElseThrow());
                rest = rest.with(single.getLast());
            }

            assertThat(space.carve(length, count)).isEqualTo(single);
        }
    }

    @Test
    void a_split_that_is_joined_again_is_what_it_was() throws Conflict {
        int splits = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            var space = randomSpace();
            int length = lengthWithin(space.parent());
            Optional<Cidr> straddling = space.children().stream().filter(child -> child.length() < length).findFirst();
            if (straddling.isPresent()) {
                assertThatThrownBy(() -> space.split(length)).isInstanceOf(Conflict.class)
                        .hasMessageContaining(": " + straddling.orElseThrow() + " spans ");
                continue;
            }
            var parts = new ArrayList<>(space.split(length));
            Collections.shuffle(parts, random);

            assertThat(parts).hasSize((int) space.parent().partCount(length));
            assertThat(Subdivision.join(parts)).isEqualTo(space);
            splits++;
        }
        assertThat(splits).isGreaterThan(SEQUENCES / 10);
    }

    @Test
    void blocks_merge_exactly_when_none_is_missing() throws Conflict {
        for (int sequence = 0; sequence < SEQUENCES / 3; sequence++) {
            var space = randomSpace();
            var blocks = new ArrayList<>(space.children());
            blocks.addAll(space.free());
            Collections.shuffle(blocks, random);
            assertThat(Subdivision.merge(blocks)).isEqualTo(space.parent());

            Cidr left = blocks.removeLast();
            if (blocks.size() > 1) {
                boolean halfRemains = Cidr.aggregate(blocks).size() == 1;
                if (!halfRemains) {
                    assertThatThrownBy(() -> Subdivision.merge(blocks)).isInstanceOf(Conflict.class)
                            .hasMessageContaining("is missing").hasMessageContaining(left.network().toString());
                }
            }
        }
    }

    @Test
    void the_free_addresses_are_those_that_no_bit_is_set_for() {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Cidr network = NETWORKS.get(random.nextInt(NETWORKS.size()));
            var taken = new Bitmap(network);
            var used = new ArrayList<Address>();
            for (int n = random.nextInt(30); n > 0; n--) {
                used.add(addressOf(network));
            }
            List<AddressRange> reserved = random.nextBoolean() ? List.of()
                    : List.of(rangeOf(network), rangeOf(network));
            Address gateway = network.usable().first();
            var pool = AddressPool.ofHosts(network, used).withReserved(reserved).withGateway(gateway);
            used.forEach(taken::set);
            reserved.forEach(taken::set);
            taken.set(gateway);
            taken.setOutside(network.usable());
            List<Address> free = taken.clear();

            assertThat(pool.take(1000)).isEqualTo(free);
            assertThat(pool.freeSize().intValueExact()).isEqualTo(free.size());
            assertThat(pool.next()).isEqualTo(free.stream().findFirst());
            Address from = addressOf(network);
            assertThat(pool.nextAfter(from))
                    .isEqualTo(free.stream().filter(address -> address.compareTo(from) > 0).findFirst());
            assertThat(pool.standing(from) == Standing.FREE).isEqualTo(free.contains(from));
            int count = 1 + random.nextInt(12);
            assertThat(pool.takeContiguous(count)).isEqualTo(taken.smallestRow(count));
        }
    }

    @Test
    void a_pool_that_is_emptied_one_by_one_gives_every_address_once() {
        for (Cidr network : NETWORKS) {
            var used = new ArrayList<Address>();
            var next = AddressPool.ofHosts(network, used).next();
            while (next.isPresent() && used.size() <= network.sizeCapped()) {
                used.add(next.orElseThrow());
                next = AddressPool.ofHosts(network, used).next();
            }

            assertThat(used).isSorted().doesNotHaveDuplicates()
                    .hasSize((int) network.usable().sizeCapped());
        }
    }

    @Test
    void sets_of_addresses_are_those_of_the_bitmap() {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Cidr network = NETWORKS.get(random.nextInt(NETWORKS.size()));
            var bitmap = new Bitmap(network);
            var ranges = new ArrayList<AddressRange>();
            for (int n = random.nextInt(12); n > 0; n--) {
                ranges.add(rangeOf(network));
                bitmap.set(ranges.getLast());
            }
            var set = new AddressSet(ranges);

            assertThat(AddressSet.ofNetworks(set.networks())).isEqualTo(set);
            assertThat(set.networks()).isEqualTo(Cidr.aggregate(set.networks()));
            assertThat(set.size().intValueExact() + bitmap.clear().size()).isEqualTo((int) network.sizeCapped());
            Address address = addressOf(network);
            assertThat(set.contains(address)).isEqualTo(!bitmap.clear().contains(address));
        }
    }

    /** One more block, one less, one carved, or one replaced by its parts. */
    private Subdivision changed(Subdivision space) throws Conflict {
        Cidr network = space.parent();
        int length = lengthWithin(network);
        if (random.nextInt(3) == 0 && !space.children().isEmpty()) {
            var fewer = new ArrayList<>(space.children());
            Cidr removed = fewer.remove(random.nextInt(fewer.size()));
            if (removed.hostBits() > 0 && random.nextBoolean()) {
                fewer.addAll(removed.halves());
            }
            return new Subdivision(network, fewer);
        }
        if (random.nextBoolean()) {
            Optional<Cidr> carved = space.carve(length);
            return carved.isPresent() ? space.with(carved.orElseThrow()) : space;
        }
        Cidr wanted = Cidr.around(addressOf(network), length);
        boolean taken = Bitmap.of(network, space.children()).anySet(wanted);
        assertThat(space.firstOverlapping(wanted).isPresent()).isEqualTo(taken);
        if (taken) {
            assertThatThrownBy(() -> space.with(wanted)).isInstanceOf(Conflict.class).hasMessageContaining("not free");
            return space;
        }
        return space.with(wanted);
    }

    private Subdivision randomSpace() throws Conflict {
        var space = Subdivision.of(NETWORKS.get(random.nextInt(NETWORKS.size())));
        for (int step = random.nextInt(12); step > 0; step--) {
            space = changed(space);
        }
        return space;
    }

    /** Short lengths are rare, else the space is full at once. */
    private int lengthWithin(Cidr network) {
        int a = random.nextInt(network.hostBits() + 1);
        int b = random.nextInt(network.hostBits() + 1);
        return network.length() + Math.max(a, b);
    }

    private Address addressOf(Cidr network) {
        return network.first().plus(random.nextLong(network.sizeCapped()));
    }

    private AddressRange rangeOf(Cidr network) {
        Address a = addressOf(network);
        Address b = a.plus(random.nextLong(1 + Math.min(9, a.distanceTo(network.last()))));
        return new AddressRange(a, b);
    }

    private static BigInteger sum(List<Cidr> networks) {
        return networks.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** One bit for every address of a network: slow and plain. */
    private record Bitmap(Cidr network, BitSet bits) {

        Bitmap(Cidr network) {
            this(network, new BitSet());
        }

        static Bitmap of(Cidr network, List<Cidr> taken) {
            var bitmap = new Bitmap(network);
            taken.forEach(block -> bitmap.set(block.range()));
            return bitmap;
        }

        void set(Address address) {
            bits.set(index(address));
        }

        void set(AddressRange range) {
            bits.set(index(range.first()), index(range.last()) + 1);
        }

        void setOutside(AddressRange range) {
            bits.set(0, index(range.first()));
            bits.set(index(range.last()) + 1, (int) network.sizeCapped());
        }

        boolean anySet(Cidr block) {
            int next = bits.nextSetBit(index(block.first()));
            return next >= 0 && next <= index(block.last());
        }

        List<Address> clear() {
            var clear = new ArrayList<Address>();
            for (int i = bits.nextClearBit(0); i < network.sizeCapped(); i = bits.nextClearBit(i + 1)) {
                clear.add(network.first().plus(i));
            }
            return clear;
        }

        /** A block with no bit set is free, one with any is looked at in halves. */
        List<Cidr> free(Cidr block) {
            if (!anySet(block)) {
                return List.of(block);
            }
            var free = new ArrayList<Cidr>();
            if (block.hostBits() > 0) {
                block.halves().forEach(half -> free.addAll(free(half)));
            }
            return free;
        }

        Optional<AddressRange> smallestRow(int count) {
            int best = -1;
            int bestLength = Integer.MAX_VALUE;
            int size = (int) network.sizeCapped();
            for (int i = bits.nextClearBit(0); i < size; i = bits.nextClearBit(i)) {
                int end = bits.nextSetBit(i) < 0 ? size : bits.nextSetBit(i);
                if (end - i >= count && end - i < bestLength) {
                    best = i;
                    bestLength = end - i;
                }
                i = end;
            }
            return best < 0 ? Optional.empty()
                    : Optional.of(new AddressRange(network.first().plus(best), network.first().plus(best + count - 1)));
        }

        private int index(Address address) {
            return address.toBigInteger().subtract(network.first().toBigInteger()).intValueExact();
        }
    }
}
