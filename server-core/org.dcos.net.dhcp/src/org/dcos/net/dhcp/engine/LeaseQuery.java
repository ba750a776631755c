package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.Lease;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;

/** Tells relays who has an address, or which addresses a client has (RFC 4388 §6.4). */
final class LeaseQuery {

    private final Configuration configuration;
    private final List<ServedSubnet> subnets;
    private final LeaseBook book;

    LeaseQuery(Configuration configuration, List<ServedSubnet> subnets, LeaseBook book) {
        this.configuration = configuration;
        this.subnets = subnets;
        this.book = book;
    }

    Answer answer(Message message, Arrival arrival, Instant now) {
        if (!configuration.leaseQueriers().contains(message.relay())) {
            return Answer.silence(Reason.MAY_NOT_QUERY);
        }
        var identifier = message.options().find(LeaseOption.ClientIdentifier.class);
        if (!Ipv4.isNone(message.clientAddress())) {
            return byAddress(message, arrival, now);
        }
        var found = identifier.isPresent()
                ? book.leasesOf(new ClientKey.Identifier(identifier.get().octets()))
                : book.leasesOf(message.hardware());
        return byClient(message, arrival, found.stream().filter(it -> it.isBound(now)).toList(), now);
    }

    private Answer byAddress(Message message, Arrival arrival, Instant now) {
        var address = message.clientAddress();
        var lease = book.lease(address).filter(it -> it.isBound(now));
        if (lease.isPresent()) {
            return active(message, arrival, lease.get(), List.of(), now);
        }
        boolean ours = subnets.stream().anyMatch(it -> it.subnet().network().contains(address));
        return reply(message, arrival, ours ? MessageType.LEASE_UNASSIGNED : MessageType.LEASE_UNKNOWN,
                message.hardware(), address, List.of());
    }

    /** The lease heard of last, with all addresses where there are several. */
    private Answer byClient(Message message, Arrival arrival, List<Lease> leases, Instant now) {
        Optional<Lease> last = leases.stream().max(Comparator.comparing(Lease::heard));
        if (last.isEmpty()) {
            return reply(message, arrival, MessageType.LEASE_UNKNOWN, message.hardware(), Ipv4.NONE, List.of());
        }
        return active(message, arrival, last.get(), leases.stream().map(Lease::address).toList(), now);
    }

    private Answer active(Message message, Arrival arrival, Lease lease, List<Inet4Address> all, Instant now) {
        var options = new ArrayList<DhcpOption>();
        long left = Duration.between(now, lease.until()).toSeconds();
        long half = Duration.between(now, lease.heard().plus(length(lease).dividedBy(2))).toSeconds();
        options.add(new LeaseOption.LeaseTime(left));
        options.add(new LeaseOption.RenewalTime(Math.max(0, half)));
        options.add(new LeaseOption.LastTransaction(Math.max(0, Duration.between(lease.heard(), now).toSeconds())));
        if (lease.client() instanceof ClientKey.Identifier(Octets identifier)) {
            options.add(new LeaseOption.ClientIdentifier(identifier));
        }
        if (all.size() > 1) {
            options.add(new LeaseOption.AssociatedAddresses(all));
        }
        lease.told().all().stream().filter(it -> options.stream().noneMatch(one -> one.code() == it.code()))
                .filter(it -> it instanceof LeaseOption.RelayAgent || asks(message, it.code())).forEach(options::add);
        return reply(message, arrival, MessageType.LEASE_ACTIVE, lease.hardware(), lease.address(), options);
    }

    private static Duration length(Lease lease) {
        return Duration.between(lease.heard(), lease.until());
    }

    private static boolean asks(Message message, int code) {
        return message.options().find(LeaseOption.ParameterRequest.class).filter(it -> it.asksFor(code)).isPresent();
    }

    private Answer reply(Message message, Arrival arrival, MessageType type, HardwareAddress hardware,
            Inet4Address address, List<DhcpOption> more) {
        var own = configuration.interfaces().getOrDefault(arrival.networkInterface(), Ipv4.NONE);
        var options = new ArrayList<DhcpOption>();
        options.add(new LeaseOption.Kind(type));
        options.add(new LeaseOption.ServerIdentifier(own));
        options.addAll(more);
        var reply = new Message(Message.Op.REPLY, hardware, 0, message.transactionId(), 0, message.flags(), address,
                Ipv4.NONE, Ipv4.NONE, message.relay(), "", "", new Options(options));
        return Answer.of(new Reaction.Send(reply, new Destination.Relay(message.relay()), arrival.networkInterface(),
                Replies.longest(message)));
    }
}
