package org.dcos.server.cmdb.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.Utilisation;
import org.dcos.server.cmdb.ip.AddressSet;
import org.dcos.server.cmdb.live.View;

/** Counts what the addresses of networks are used for, and lists what lies in one. */
final class Usage {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Usage() {}

    static Utilisation of(Space space) {
        var counts = new EnumMap<AddressState, Long>(AddressState.class);
        var recorded = new ArrayList<Address>();
        space.addresses().forEach(address -> {
            counts.merge(address.state(), 1L, Long::sum);
            recorded.add(Space.at(address));
        });
        boolean container = space.prefix().state() == PrefixState.CONTAINER;
        BigInteger dhcp = rest(space, recorded, RangeUse.DHCP);
        BigInteger reserved = rest(space, recorded, RangeUse.RESERVED)
                .add(space.gateway().filter(gateway -> !recorded.contains(gateway)).stream()
                        .map(_ -> BigInteger.ONE).findFirst().orElse(BigInteger.ZERO));
        BigInteger divided = space.below().size();
        BigInteger free = container ? space.cidr().size().subtract(divided)
                : space.pool(java.util.Set.of()).freeSize();
        return new Utilisation(space.prefix().id(), space.prefix().cidr(), space.cidr().sizeCapped(), capped(divided),
                count(counts, AddressState.ASSIGNED),
                capped(reserved.add(BigInteger.valueOf(count(counts, AddressState.RESERVED)))),
                capped(dhcp.add(BigInteger.valueOf(count(counts, AddressState.DHCP)))),
                count(counts, AddressState.QUARANTINED), capped(free));
    }

    private static long count(Map<AddressState, Long> counts, AddressState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Addresses in ranges of that use that are not recorded by themselves. */
    private static BigInteger rest(Space space, List<Address> recorded, RangeUse use) {
        var within = new AddressSet(space.ranges().stream().filter(range -> range.use() == use).map(Space::range)
                .flatMap(range -> range.intersection(space.cidr().range()).stream()).toList());
        long inside = recorded.stream().filter(within::contains).count()
                + space.gateway().filter(within::contains).filter(g -> !recorded.contains(g)).stream().count();
        return within.size().subtract(BigInteger.valueOf(inside));
    }

    private static long capped(BigInteger number) {
        return number.min(MOST).longValue();
    }

    /** What lies in the network, directly, in order. */
    static List<SpaceBlock> blocks(View view, Space space) {
        var blocks = new ArrayList<SpaceBlock>();
        var taken = new ArrayList<AddressRange>();
        for (Prefix child : space.children()) {
            taken.add(Space.cidr(child).range());
            blocks.add(block(Space.cidr(child).range(), Optional.of(child), Optional.of(of(Space.of(view, child)))));
        }
        for (IpRange range : space.ranges()) {
            Space.range(range).intersection(space.cidr().range()).ifPresent(part -> {
                taken.add(part);
                blocks.add(block(part, Optional.of(range), Optional.empty()));
            });
        }
        for (IpAddress address : space.own()) {
            taken.add(AddressRange.of(Space.at(address)));
            blocks.add(block(AddressRange.of(Space.at(address)), Optional.of(address), Optional.empty()));
        }
        free(space, new AddressSet(taken)).forEach(gap -> blocks.add(block(gap, Optional.empty(), Optional.empty())));
        blocks.sort(java.util.Comparator.comparing((SpaceBlock block) -> Address.parse(block.first()))
                .thenComparing(block -> Address.parse(block.last()), java.util.Comparator.reverseOrder()));
        return blocks;
    }

    /** Free aligned networks in what is divided, free ranges where addresses are given out. */
    private static Stream<AddressRange> free(Space space, AddressSet taken) {
        Stream<AddressRange> gaps = taken.gaps(space.cidr().range());
        return space.prefix().state() == PrefixState.CONTAINER
                ? gaps.flatMap(gap -> gap.networks().stream()).map(org.dcos.domain.ip.Cidr::range)
                : gaps;
    }

    private static SpaceBlock block(AddressRange range, Optional<org.dcos.domain.cmdb.Item> item,
            Optional<Utilisation> usage) {
        return new SpaceBlock(range.first().toString(), range.last().toString(), item, usage);
    }
}
