package org.dcos.server.cmdb.dhcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.NetworkRecords;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.server.cmdb.live.Block;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Networks with their ranges and with whom their addresses are recorded for, read from the records in memory. */
@Component
public final class RecordedNetworks implements NetworkRecords {

    private final LiveRecords records;

    @Activate
    public RecordedNetworks(@Reference LiveRecords records) {
        this.records = records;
    }

    @Override
    public List<NetworkRecord> networks(List<UUID> prefixes) {
        return records.read(view -> prefixes.stream().flatMap(id -> view.item(Prefix.class, id).stream())
                .map(prefix -> network(view, prefix)).toList());
    }

    private static NetworkRecord network(View view, Prefix prefix) {
        Cidr cidr = Cidr.parse(prefix.cidr());
        List<AddressRange> ranges = view.all(IpRange.class)
                .filter(range -> range.use() == RangeUse.DHCP && range.vrf().equals(prefix.vrf()))
                .map(range -> new AddressRange(Address.parse(range.first()), Address.parse(range.last())))
                .filter(range -> range.family() == cidr.family())
                .flatMap(range -> range.intersection(cidr.usable()).stream()).sorted().toList();
        var words = new Words(view);
        var machines = new HashSet<String>();
        var reservations = new ArrayList<Reservation>();
        var taken = new ArrayList<Address>();
        Block.addresses(view, prefix.vrf(), cidr)
                .sorted(Comparator.comparing((IpAddress ip) -> Address.parse(ip.address()))).forEach(ip -> {
                    Optional<Reservation> reserved = ip.state() == AddressState.QUARANTINED ? Optional.empty()
                            : reservation(view, words, ip);
                    if (reserved.isPresent() && machines.add(reserved.get().mac())) {
                        reservations.add(reserved.get());
                    } else if (ip.state() != AddressState.DHCP || ip.holder().isPresent()) {
                        taken.add(Address.parse(ip.address()));
                    }
                });
        return new NetworkRecord(prefix.id(), cidr, prefix.state() == PrefixState.CONTAINER,
                prefix.gateway().map(Address::parse), ranges, reservations, taken);
    }

    /** Of a port with a MAC; of a device, whose only management port with a MAC is meant. */
    private static Optional<Reservation> reservation(View view, Words words, IpAddress ip) {
        return ip.holder().flatMap(view::item).flatMap(holder -> mac(view, holder)
                .map(mac -> new Reservation(mac, ip.address(), Reservation.Origin.RECORD, words.name(holder))));
    }

    private static Optional<String> mac(View view, Item holder) {
        Stream<Port> ports = switch (holder) {
            case Port port -> Stream.of(port);
            case Device device -> view.referring(Port.class, device.id()).filter(Port::managementOnly)
                    .filter(port -> port.device().equals(device.id()));
            default -> Stream.empty();
        };
        List<String> macs = ports.flatMap(port -> port.mac().stream()).map(mac -> mac.toLowerCase(Locale.ROOT))
                .toList();
        return macs.size() == 1 ? Optional.of(macs.getFirst()) : Optional.empty();
    }
}
