package org.dcos.server.cmdb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is ordered in whatever order: networks never overlap, nothing is given twice, quarantine is kept. */
@Timeout(300)
class AddressPlanPropertiesTest {

    private static final int STEPS = 400;
    private static final int MOST_PREFIXES = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anySequenceOfOrdersKeepsThePlanSound(long seed) throws Problem {
        var random = new Random(seed);
        var bench = new Bench();
        bench.prefix("10.0.0.0/22", random.nextBoolean() ? PrefixState.ACTIVE : PrefixState.CONTAINER);
        bench.prefix("10.9.0.0/24", PrefixState.ACTIVE);
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            var before = bench.addresses();
            boolean undo = false;
            try {
                undo = step(bench, random);
                done++;
            } catch (Problem _) {
                assertThat(bench.addresses()).isEqualTo(before); // refused: nothing of it was done
            }
            assertSound(bench);
            if (!undo) {
                assertQuarantineKept(bench, before);
            }
        }
        assertThat(done).isGreaterThan(STEPS / 5);
    }

    private static boolean step(Bench bench, Random random) throws Problem {
        List<Prefix> prefixes = bench.prefixes();
        if (prefixes.isEmpty()) {
            bench.prefix("10.0.0.0/22", PrefixState.CONTAINER);
            return false;
        }
        Prefix any = prefixes.get(random.nextInt(prefixes.size()));
        List<IpAddress> addresses = bench.addresses();
        int length = Cidr.parse(any.cidr()).length();
        bench.pass(Duration.ofHours(random.nextInt(40)));
        int kind = random.nextInt(9);
        if (kind != 7 && prefixes.size() > MOST_PREFIXES) {
            kind = 1 + 7 * random.nextInt(2);
        }
        switch (kind) {
            case 0 -> {
                PlanResult split = bench.plan.carryOut(new PlanOrder.Split(any.id(), length + 1 + random.nextInt(3),
                        ""));
                assertPartsFill(bench, split);
            }
            case 1 -> bench.plan.carryOut(new PlanOrder.Merge(siblings(prefixes, any), ""));
            case 2 -> bench.plan.carryOut(new PlanOrder.TakePrefixes(any.id(), length + 1 + random.nextInt(4),
                    1 + random.nextInt(2), Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(),
                    "", ""));
            case 3, 4 -> {
                if (random.nextInt(4) == 0) {
                    bench.living.add(Cidr.parse(any.cidr()).first().plus(random.nextInt(6)).toString());
                }
                Set<String> recorded = names(addresses);
                PlanResult given = bench.plan.carryOut(new PlanOrder.TakeAddresses(Optional.of(any.id()), "",
                        Optional.empty(), Optional.empty(), Optional.empty(), 1 + random.nextInt(5),
                        random.nextBoolean(), List.of(), false, Optional.empty(), "", "", ""));
                assertThat(given.addresses()).extracting(IpAddress::address).doesNotHaveDuplicates()
                        .noneMatch(recorded::contains).noneMatch(bench.living::contains);
            }
            case 5 -> bench.plan.carryOut(new PlanOrder.Reclaim(some(addresses, random), ""));
            case 6 -> {
                bench.living.removeIf(_ -> random.nextInt(3) == 0);
                bench.plan.sweep();
            }
            case 7 -> bench.records.undo(bench.lastChangeSet() - random.nextInt(3), "");
            default -> {
                if (length > 24) {
                    bench.records.delete(Kind.PREFIX, any.id());
                }
            }
        }
        return kind == 7;
    }

    private static List<java.util.UUID> siblings(List<Prefix> prefixes, Prefix any) {
        Cidr cidr = Cidr.parse(any.cidr());
        return prefixes.stream().filter(p -> Cidr.parse(p.cidr()).equals(cidr)
                || Cidr.parse(p.cidr()).isSiblingOf(cidr)).map(Prefix::id).toList();
    }

    private static List<java.util.UUID> some(List<IpAddress> addresses, Random random) {
        return addresses.isEmpty() ? List.of() : List.of(addresses.get(random.nextInt(addresses.size())).id());
    }

    private static Set<String> names(List<IpAddress> addresses) {
        var names = new HashSet<String>();
        addresses.forEach(address -> names.add(address.address()));
        return names;
    }

    /** The sum of the parts is the network. */
    private static void assertPartsFill(Bench bench, PlanResult split) throws Problem {
        var whole = split.changed().isEmpty() ? List.<Prefix>of() : split.changed();
        for (Prefix container : whole) {
            assertThat(bench.plan.utilisation(container.id()).free()).isZero();
            assertThat(bench.plan.utilisation(container.id()).divided())
                    .isEqualTo(Cidr.parse(container.cidr()).sizeCapped());
        }
    }

    private static void assertSound(Bench bench) {
        var addresses = bench.addresses();
        assertThat(addresses).extracting(IpAddress::address).doesNotHaveDuplicates();
        assertThat(bench.prefixes()).extracting(Prefix::cidr).doesNotHaveDuplicates();
        for (Prefix prefix : bench.prefixes()) {
            bench.live.read(view -> {
                var space = Space.of(view, prefix);
                var children = space.children().stream().map(Space::cidr).toList();
                for (int i = 1; i < children.size(); i++) {
                    assertThat(children.get(i - 1).overlaps(children.get(i))).isFalse();
                }
                for (IpAddress own : space.own()) {
                    assertThat(prefix.state()).as("%s in %s", own.address(), prefix.cidr())
                            .isNotEqualTo(PrefixState.CONTAINER);
                    assertThat(space.cidr().usable().contains(Address.parse(own.address()))).isTrue();
                }
                return Block.addresses(view, prefix.vrf(), space.cidr()).count();
            });
        }
    }

    /** Nothing leaves quarantine but by a sweep after silence for the whole time, or by undo. */
    private static void assertQuarantineKept(Bench bench, List<IpAddress> before) {
        for (IpAddress was : before) {
            if (was.state() == AddressState.QUARANTINED && bench.now.isBefore(was.freeAfter().orElseThrow())) {
                assertThat(bench.recorded(was.address())).isPresent();
            }
        }
    }

    @Test
    void twentyAtOnceNeverGetTheSameAddress() throws Exception {
        var bench = new Bench();
        Prefix pool = bench.prefix("10.0.0.0/23", PrefixState.ACTIVE);
        Prefix container = bench.prefix("10.8.0.0/16", PrefixState.CONTAINER);
        bench.living.addAll(List.of("10.0.0.3", "10.0.0.20", "10.0.0.77"));
        Set<String> given = ConcurrentHashMap.newKeySet();
        Set<String> taken = ConcurrentHashMap.newKeySet();
        var twice = ConcurrentHashMap.<String>newKeySet();
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (int worker = 0; worker < 20; worker++) {
                var random = new Random(worker);
                running.add(threads.submit(() -> {
                    start.await();
                    for (int round = 0; round < 25; round++) {
                        work(bench, pool, container, random, given, taken, twice);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (var one : running) {
                one.get();
            }
        }

        assertThat(twice).isEmpty();
        assertThat(given).isNotEmpty().doesNotContain("10.0.0.3", "10.0.0.20", "10.0.0.77");
        assertSound(bench);
    }

    private static void work(Bench bench, Prefix pool, Prefix container, Random random, Set<String> given,
            Set<String> taken, Set<String> twice) {
        try {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    var result = bench.plan.carryOut(PlanOrder.TakeAddresses.next(pool.id(), 1 + random.nextInt(3),
                            Optional.empty(), ""));
                    result.addresses().stream().map(IpAddress::address).filter(a -> !given.add(a)).forEach(twice::add);
                }
                case 2 -> {
                    var addresses = bench.addresses();
                    if (!addresses.isEmpty()) { // quarantine lasts longer than this test: none comes back
                        bench.plan.carryOut(new PlanOrder.Reclaim(
                                List.of(addresses.get(random.nextInt(addresses.size())).id()), ""));
                    }
                }
                case 3 -> {
                    var result = bench.plan.carryOut(new PlanOrder.TakePrefixes(container.id(),
                            20 + random.nextInt(6), 1, Optional.empty(), "", Optional.empty(), Optional.empty(),
                            Optional.empty(), "", ""));
                    result.created().stream().map(Prefix::cidr).filter(c -> !taken.add(c)).forEach(twice::add);
                }
                default -> {
                    var below = bench.prefixes();
                    Prefix any = below.get(random.nextInt(below.size()));
                    if (!any.id().equals(container.id()) && !any.id().equals(pool.id())) {
                        bench.plan.carryOut(new PlanOrder.Split(any.id(), Cidr.parse(any.cidr()).length() + 1, ""));
                    }
                }
            }
        } catch (Problem _) {
            // refused: full, in quarantine, or somebody else was faster
        }
    }
}
