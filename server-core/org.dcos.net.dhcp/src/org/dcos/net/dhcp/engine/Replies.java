package org.dcos.net.dhcp.engine;

import java.net.Inet4Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.dhcp.subnet.Boot;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.Reservation;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Options;

/** Puts answers together (RFC 2131 §4.3.1, table 3); what matters most comes first, should there be no room for all. */
final class Replies {

    /** Octets of the headers of IP and UDP. */
    private static final int HEADERS = 28;

    /** The longest datagram of an Ethernet. */
    private static final int ETHERNET = 1500;

    /** Characters of the field {@code file}. */
    private static final int FILE_LENGTH = 127;

    private final Configuration configuration;

    Replies(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * @param yours what the client gets, or is told about
     * @param lease for how long; empty for an answer to INFORM, which is about no lease
     */
    Reaction with(MessageType type, Client client, Subnet subnet, Optional<Reservation> reservation,
            Inet4Address yours, Optional<Duration> lease) {
        var message = client.message();
        var boot = boot(client, subnet, reservation);
        var options = new LinkedHashMap<Integer, DhcpOption>();
        put(options, new LeaseOption.Kind(type));
        put(options, new LeaseOption.ServerIdentifier(client.identifier()));
        lease.map(Duration::toSeconds).ifPresent(seconds -> {
            put(options, new LeaseOption.LeaseTime(seconds));
            put(options, new LeaseOption.RenewalTime(seconds / 2));
            put(options, new LeaseOption.RebindingTime(seconds * 7 / 8));
        });
        repeat(client, options);
        put(options, new NetworkOption.SubnetMask(subnet.network().mask()));
        var unasked = Options.NONE;
        for (var one : client.classes()) {
            unasked = unasked.overriddenBy(one.options());
        }
        unasked = unasked.overriddenBy(reservation.map(Reservation::options).orElse(Options.NONE));
        unasked.all().forEach(it -> put(options, it));
        asked(client, subnet, boot).forEach(it -> put(options, it));
        var reply = message.reply(lease.isPresent() ? yours : Ipv4.NONE, boot.server().orElse(Ipv4.NONE),
                boot.file().filter(it -> it.length() <= FILE_LENGTH).orElse(""),
                new Options(List.copyOf(options.values())));
        return new Reaction.Send(type == MessageType.ACK ? reply.withClientAddress(message.clientAddress()) : reply,
                client.destination(yours), client.arrival().networkInterface(), longest(message));
    }

    /** What a client is refused by; a relay is to pass it on to everybody (RFC 2131 §4.3.2). */
    static Reaction refusal(Client client, String why) {
        var message = client.message();
        boolean relayed = !Ipv4.isNone(message.relay());
        var options = new LinkedHashMap<Integer, DhcpOption>();
        put(options, new LeaseOption.Kind(MessageType.NAK));
        put(options, new LeaseOption.ServerIdentifier(client.identifier()));
        repeat(client, options);
        put(options, new LeaseOption.ErrorText(why));
        var reply = message.reply(Ipv4.NONE, Ipv4.NONE, "", new Options(List.copyOf(options.values())));
        return new Reaction.Send(relayed ? reply.withFlags(message.flags() | Message.BROADCAST) : reply,
                relayed ? new Destination.Relay(message.relay()) : new Destination.Everybody(),
                client.arrival().networkInterface(), longest(message));
    }

    /** Identifier (RFC 6842) and relay information (RFC 3046 §2.2) come back as they were. */
    private static void repeat(Client client, Map<Integer, DhcpOption> options) {
        client.option(LeaseOption.ClientIdentifier.class).ifPresent(it -> put(options, it));
        client.message().options().find(LeaseOption.RelayAgent.CODE).ifPresent(it -> put(options, it));
    }

    private static Boot boot(Client client, Subnet subnet, Optional<Reservation> reservation) {
        var boot = subnet.boot();
        for (var one : client.classes()) {
            boot = boot.overriddenBy(one.boot());
        }
        return boot.overriddenBy(reservation.map(Reservation::boot).orElse(Boot.NONE));
    }

    /** What the client asks for, in its order; all there is where it does not say. */
    private List<DhcpOption> asked(Client client, Subnet subnet, Boot boot) {
        var there = new LinkedHashMap<Integer, DhcpOption>();
        put(there, new NetworkOption.BroadcastAddress(subnet.network().broadcast()));
        boot.server().ifPresent(it -> put(there, new BootOption.TftpServerName(it.getHostAddress())));
        boot.file().ifPresent(it -> put(there, new BootOption.BootFile(it)));
        configuration.options().overriddenBy(subnet.options()).all().forEach(it -> there.put(it.code(), it));
        var request = client.option(LeaseOption.ParameterRequest.class);
        if (request.isEmpty()) {
            return List.copyOf(there.values());
        }
        var codes = request.get().codes();
        var asked = new ArrayList<DhcpOption>(there.size());
        for (int i = 0; i < codes.length(); i++) {
            if (there.remove(codes.at(i)) instanceof DhcpOption option) {
                asked.add(option);
            }
        }
        return asked;
    }

    /** The first that has the code counts: an answer's own meaning is not for a configuration to change. */
    private static void put(Map<Integer, DhcpOption> options, DhcpOption option) {
        options.putIfAbsent(option.code(), option);
    }

    static int longest(Message message) {
        return message.options().find(LeaseOption.MaximumSize.class)
                .map(it -> Math.clamp(it.octets(), Message.EVERY_CLIENT_TAKES + HEADERS, ETHERNET) - HEADERS)
                .orElse(Message.EVERY_CLIENT_TAKES);
    }
}
