package org.dcos.server.boot.dhcp;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;
import org.dcos.net.dhcp.subnet.Boot;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Network;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Range;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Options;

/** Makes a subnet for the engine of a recorded network and what the settings say of it. */
final class NetworkPlanning {

    /** Addresses that are looked through for a free one to suggest. */
    private static final int MOST_SUGGESTIONS = 4096;

    private final DhcpSettings settings;
    private final Map<String, Host> hosts;
    private final Collection<Reservation> ordered;

    NetworkPlanning(DhcpSettings settings, Map<String, Host> hosts, Collection<Reservation> ordered) {
        this.settings = settings;
        this.hosts = hosts;
        this.ordered = ordered;
    }

    /** @param earlier networks, which this one must not overlap */
    PlannedNetwork plan(ServedNetwork wanted, NetworkRecord record, List<PlannedNetwork> earlier) {
        String cidr = record.cidr().toString();
        if (record.cidr().family() != IpFamily.IPV4) {
            return PlannedNetwork.refused(wanted, cidr, Trouble.of("%s is no IPv4 prefix; DHCP serves those only."
                    .formatted(cidr)));
        }
        if (record.container()) {
            return PlannedNetwork.refused(wanted, cidr, Trouble.of(
                    "%s is a container of prefixes, and no network of machines. Serve a prefix within it.".formatted(
                            cidr)));
        }
        var overlapped = earlier.stream().map(PlannedNetwork::cidr)
                .filter(it -> !it.isEmpty() && Cidr.parse(it).overlaps(record.cidr())).findFirst();
        if (overlapped.isPresent()) {
            return PlannedNetwork.refused(wanted, cidr, Trouble.of("%s overlaps %s, which is served too: take out one."
                    .formatted(cidr, overlapped.get())));
        }
        var unreachable = wanted.attachedTo().flatMap(it -> unreachable(it, record));
        if (unreachable.isPresent()) {
            return PlannedNetwork.refused(wanted, cidr, unreachable.get());
        }
        var reservations = reservations(record);
        var pools = pools(record, reservations);
        try {
            var subnet = subnet(wanted, record, pools, reservations);
            return new PlannedNetwork(wanted, cidr, pools, reservations, Optional.of(subnet),
                    pools.isEmpty() ? Optional.of(Trouble.of(("%s has no recorded range of use DHCP, so only machines "
                            + "with a reserved address get one. Record a range.").formatted(cidr)))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            return PlannedNetwork.refused(wanted, cidr, Trouble.of("%s cannot be served: %s.".formatted(cidr,
                    e.getMessage())));
        }
    }

    private Optional<Trouble> unreachable(String name, NetworkRecord record) {
        return Optional.ofNullable(hosts.get(name)).filter(it -> it.in(record.cidr()).isEmpty())
                .map(_ -> withoutAddress(name, List.of(record)));
    }

    /** An interface whose addresses are not of what is attached to it. */
    Trouble withoutAddress(String name, List<NetworkRecord> attached) {
        if (attached.isEmpty()) {
            return new Trouble("%s has no IPv4 address, so machines could not answer. Give it one.".formatted(name),
                    Optional.of("sudo ip address add ADDRESS/LENGTH dev " + name));
        }
        var record = attached.getFirst();
        return new Trouble("%s has no address of %s, so machines there could not answer. Give it one.".formatted(name,
                record.cidr()),
                Optional.of("sudo sh -c 'ip address add %s/%d dev %s && ip link set %3$s up'".formatted(
                        suggestion(record), record.cidr().length(), name)));
    }

    /** The first address of the network that nothing is recorded for. */
    private Address suggestion(NetworkRecord record) {
        Set<Address> taken = new HashSet<>(record.taken());
        record.gateway().ifPresent(taken::add);
        reservations(record).values().forEach(it -> taken.add(Address.parse(it.address())));
        var range = record.cidr().usable();
        Address at = range.first();
        for (int i = 0; i < MOST_SUGGESTIONS && range.contains(at); i++) {
            Address free = at;
            if (!taken.contains(free) && record.ranges().stream().noneMatch(it -> it.contains(free))) {
                return free;
            }
            if (at.equals(range.last())) {
                break;
            }
            at = at.next();
        }
        return range.first();
    }

    /** Those recorded and those ordered; of a machine with both, what was ordered, if it is nobody else's. */
    private Map<String, Reservation> reservations(NetworkRecord record) {
        var byMac = new LinkedHashMap<String, Reservation>();
        var byAddress = new HashMap<String, String>();
        for (var one : record.reservations()) {
            byMac.put(one.mac(), one);
            byAddress.put(one.address(), one.mac());
        }
        for (var one : ordered) {
            Address address = Address.parse(one.address());
            boolean within = address.family() == IpFamily.IPV4 && record.cidr().usable().contains(address);
            var holder = Optional.ofNullable(byAddress.get(one.address())).filter(it -> !it.equals(one.mac()));
            if (within && holder.isEmpty()) {
                byAddress.put(one.address(), one.mac());
                byMac.put(one.mac(), new Reservation(one.mac(), one.address(), one.origin(),
                        Optional.ofNullable(byMac.get(one.mac())).map(Reservation::machine).orElse(one.machine())));
            }
        }
        return byMac;
    }

    /** The recorded ranges without what is recorded for something else. */
    private static List<AddressRange> pools(NetworkRecord record, Map<String, Reservation> reservations) {
        var out = new TreeSet<>(record.taken());
        record.gateway().ifPresent(out::add);
        reservations.values().forEach(it -> out.remove(Address.parse(it.address())));
        var pools = new ArrayList<AddressRange>();
        for (AddressRange range : record.ranges()) {
            Address from = range.first();
            boolean ended = false;
            for (Address hole : out.subSet(range.first(), true, range.last(), true)) {
                if (from.compareTo(hole) < 0) {
                    pools.add(new AddressRange(from, hole.previous()));
                }
                ended = hole.equals(range.last());
                from = ended ? hole : hole.next();
            }
            if (!ended) {
                pools.add(new AddressRange(from, range.last()));
            }
        }
        return pools;
    }

    private Subnet subnet(ServedNetwork wanted, NetworkRecord record, List<AddressRange> pools,
            Map<String, Reservation> reservations) {
        return new Subnet(record.cidr().toString(), Network.of(record.cidr().toString()), wanted.attachedTo(),
                wanted.relays().stream().map(Ipv4::address).collect(Collectors.toSet()),
                pools.stream().map(it -> new Pool(new Range(address(it.first()), address(it.last())), Set.of()))
                        .toList(),
                reservations.values().stream().map(it -> org.dcos.net.dhcp.subnet.Reservation.of(
                        HardwareAddress.ethernet(it.mac()), Ipv4.address(it.address()))).toList(),
                times(settings.temporaryLease()), times(settings.lease()), options(wanted, record), Boot.NONE,
                wanted.authoritative());
    }

    private static LeaseTimes times(Duration lease) {
        return LeaseTimes.of(lease);
    }

    private static Options options(ServedNetwork wanted, NetworkRecord record) {
        var options = new ArrayList<DhcpOption>();
        record.gateway().ifPresent(it -> options.add(new NetworkOption.Routers(List.of(address(it)))));
        if (!wanted.nameServers().isEmpty()) {
            options.add(new NetworkOption.NameServers(addresses(wanted.nameServers())));
        }
        if (!wanted.timeServers().isEmpty()) {
            options.add(new NetworkOption.TimeServers(addresses(wanted.timeServers())));
        }
        if (!wanted.domain().isEmpty()) {
            options.add(new NetworkOption.DomainName(wanted.domain()));
        }
        return new Options(options);
    }

    static List<Inet4Address> addresses(List<String> texts) {
        return texts.stream().map(Ipv4::address).toList();
    }

    private static Inet4Address address(Address address) {
        return Ipv4.address(address.toString());
    }
}
