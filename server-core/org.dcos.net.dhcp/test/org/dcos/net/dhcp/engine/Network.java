package org.dcos.net.dhcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;

/** An engine with one interface, a clock that the test moves, and clients that speak by the RFC. */
final class Network {

    static final String INTERFACE = "rack12";
    static final Inet4Address SERVER = Ipv4.address("10.0.0.1");
    static final Duration LEASE = Duration.ofHours(1);
    static final Subnet SUBNET = Subnet.attached("rack 12", "10.0.0.0/24", INTERFACE,
            Pool.of("10.0.0.10", "10.0.0.13"), LeaseTimes.of(LEASE));

    final List<LeaseEvent> events = new ArrayList<>();
    Instant now = Instant.parse("2026-11-26T03:00:00Z");
    DhcpEngine engine;

    Network(Configuration configuration) {
        engine = new DhcpEngine(configuration, List.of());
    }

    static Network of(Subnet... subnets) {
        return new Network(Configuration.of(Map.of(INTERFACE, SERVER), subnets));
    }

    void pass(Duration time) {
        now = now.plus(time);
        events.addAll(engine.tick(now));
    }

    Reaction hear(Message message) {
        return hear(message, message.clientAddress());
    }

    Reaction hear(Message message, Inet4Address source) {
        return take(engine.handle(message, new Arrival(INTERFACE, source), now));
    }

    Reaction take(Answer answer) {
        events.addAll(answer.events());
        return answer.reaction();
    }

    /** The address that is offered. */
    Inet4Address discover(Client client, DhcpOption... more) {
        return sent(hear(client.message(MessageType.DISCOVER, more)), MessageType.OFFER).yourAddress();
    }

    /** The address that the client has in the end. */
    Inet4Address boot(Client client, DhcpOption... more) {
        var offered = discover(client, more);
        return acknowledged(client.select(offered, SERVER, more)).yourAddress();
    }

    Message acknowledged(Message request) {
        return sent(hear(request), MessageType.ACK);
    }

    Message refused(Message request) {
        return sent(hear(request), MessageType.NAK);
    }

    void silent(Message message, Reason reason) {
        assertThat(hear(message)).isEqualTo(new Reaction.Silence(reason));
    }

    static Message sent(Reaction reaction, MessageType type) {
        assertThat(reaction).isInstanceOf(Reaction.Send.class);
        var message = ((Reaction.Send) reaction).message();
        assertThat(message.type()).contains(type);
        return message;
    }

    /**
     * A client.
     *
     * @param own what it says in every message
     */
    record Client(HardwareAddress hardware, Inet4Address relay, List<DhcpOption> own) {

        static Client number(int number) {
            return new Client(new HardwareAddress(HardwareAddress.ETHERNET, Octets.of(2, 0xdc, number >> 24,
                    number >> 16, number >> 8, number)), Ipv4.NONE, List.of());
        }

        Client with(DhcpOption... more) {
            return new Client(hardware, relay, List.of(more));
        }

        Client behind(String other) {
            return new Client(hardware, Ipv4.address(other), own);
        }

        Message message(MessageType type, DhcpOption... more) {
            return from(Ipv4.NONE, type, more);
        }

        Message from(Inet4Address address, MessageType type, DhcpOption... more) {
            var options = new ArrayList<DhcpOption>(List.of(new LeaseOption.Kind(type)));
            options.addAll(own);
            options.addAll(List.of(more));
            return new Message(Message.Op.REQUEST, hardware, 0, 77, 0, 0, address, Ipv4.NONE, Ipv4.NONE, relay, "", "",
                    new Options(options));
        }

        Message select(Inet4Address address, Inet4Address server, DhcpOption... more) {
            var all = new ArrayList<DhcpOption>(List.of(more));
            all.removeIf(it -> it instanceof LeaseOption.RequestedAddress);
            all.add(new LeaseOption.RequestedAddress(address));
            all.add(new LeaseOption.ServerIdentifier(server));
            return message(MessageType.REQUEST, all.toArray(DhcpOption[]::new));
        }

        Message renew(Inet4Address address) {
            return from(address, MessageType.REQUEST);
        }

        Message reboot(Inet4Address address) {
            return message(MessageType.REQUEST, new LeaseOption.RequestedAddress(address));
        }

        Message decline(Inet4Address address) {
            return message(MessageType.DECLINE, new LeaseOption.RequestedAddress(address),
                    new LeaseOption.ServerIdentifier(SERVER));
        }

        Message release(Inet4Address address) {
            return from(address, MessageType.RELEASE, new LeaseOption.ServerIdentifier(SERVER));
        }
    }
}
