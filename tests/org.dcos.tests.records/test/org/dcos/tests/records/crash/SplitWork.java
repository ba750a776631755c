package org.dcos.tests.records.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.problem.Problem;

/** Networks with addresses in them that are split, and merged again. */
final class SplitWork implements Work {

    private static final int BLOCKS = 6;
    private static final int LONGEST = 24;
    private static final int MOST_LEAVES = 300;
    /** Of a network: so none lies where a part of it would begin or end. */
    private static final int MOST_ADDRESSES = 150;

    @Override
    public void prepare(Core core) throws Problem {
        var blocks = new ArrayList<Prefix>();
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(new Prefix(UUID.randomUUID(), 0, Optional.empty(), "10.%d.0.0/16".formatted(i),
                    PrefixState.ACTIVE, "servers", Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.of("10.%d.0.1".formatted(i)), "", Map.of(), Map.of()));
        }
        core.put(blocks);
        for (Prefix block : blocks) {
            core.addresses().carryOut(PlanOrder.TakeAddresses.next(block.id(), 60, Optional.empty(), ""));
        }
    }

    @Override
    public void operate(Core core, String name, Random random, int nth) throws Problem {
        List<Prefix> leaves = core.all(Prefix.class).stream().filter(p -> p.state() == PrefixState.ACTIVE)
                .sorted(Comparator.comparing(Prefix::cidr)).toList();
        List<Prefix> wide = leaves.stream().filter(p -> Cidr.parse(p.cidr()).length() < LONGEST).toList();
        Prefix leaf = leaves.get(random.nextInt(leaves.size()));
        if (wide.isEmpty() || leaves.size() > MOST_LEAVES) {
            merge(core, leaves);
        } else if (nth % 3 == 2 && core.addresses().utilisation(leaf.id()).reserved() < MOST_ADDRESSES) {
            operate(core, "take",
                    PlanOrder.TakeAddresses.next(leaf.id(), 5 + random.nextInt(20), Optional.empty(), ""));
        } else {
            Prefix whole = wide.get(random.nextInt(wide.size()));
            int length = Cidr.parse(whole.cidr()).length();
            operate(core, "split",
                    new PlanOrder.Split(whole.id(), length + 1 + random.nextInt(LONGEST - length), ""));
        }
    }

    /** Makes one network of the parts of a container again; of the parts that were split last. */
    private static void merge(Core core, List<Prefix> leaves) throws Problem {
        var parts = new HashMap<Cidr, List<Prefix>>();
        for (Prefix leaf : leaves) {
            containers(core).filter(c -> c.contains(Cidr.parse(leaf.cidr()))).max(Comparator.comparing(Cidr::length))
                    .ifPresent(c -> parts.computeIfAbsent(c, _ -> new ArrayList<>()).add(leaf));
        }
        Cidr smallest = parts.keySet().stream().max(Comparator.comparing(Cidr::length).thenComparing(Cidr::toString))
                .orElseThrow();
        operate(core, "merge", new PlanOrder.Merge(parts.get(smallest).stream().map(Prefix::id).toList(), ""));
    }

    private static java.util.stream.Stream<Cidr> containers(Core core) {
        return core.all(Prefix.class).stream().filter(p -> p.state() == PrefixState.CONTAINER)
                .map(p -> Cidr.parse(p.cidr()));
    }

    private static void operate(Core core, String name, PlanOrder order) throws Problem {
        Told.tell(Works.SPLIT, Told.Word.BEGIN, name);
        core.addresses().carryOut(order);
        Told.tell(Works.SPLIT, Told.Word.DONE, "");
    }

    @Override
    public Target target(Random random) {
        return new Target("split", random.nextInt(3));
    }

    @Override
    public HalfDone check(Core core, Life life, Random random) throws Problem {
        var prefixes = core.all(Prefix.class).stream().map(prefix -> Cidr.parse(prefix.cidr())).sorted().toList();
        assertThat(prefixes).doesNotHaveDuplicates();
        for (Prefix prefix : core.all(Prefix.class)) {
            var used = core.addresses().utilisation(prefix.id());
            if (prefix.state() == PrefixState.CONTAINER) {
                assertThat(used.divided()).as("sum of the parts of %s", prefix.cidr()).isEqualTo(used.size());
                assertThat(used.free()).isZero();
            } else {
                assertThat(used.divided()).as("parts of %s, which is no container", prefix.cidr()).isZero();
            }
        }
        var addresses = core.all(IpAddress.class).stream().filter(address -> address.holder().isEmpty()).toList();
        assertThat(addresses).extracting(IpAddress::address).doesNotHaveDuplicates();
        assertThat(addresses).as("addresses that are in no network")
                .allMatch(address -> prefixes.stream().anyMatch(p -> p.contains(Address.parse(address.address()))));
        return HalfDone.NOTHING;
    }
}
