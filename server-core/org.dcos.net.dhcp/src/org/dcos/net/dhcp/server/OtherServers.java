package org.dcos.net.dhcp.server;

import java.io.IOException;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dcos.net.dhcp.socket.IpDatagram;
import org.dcos.net.dhcp.socket.Libc;
import org.dcos.net.dhcp.socket.PacketSocket;
import org.dcos.net.dhcp.socket.SocketFailed;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.MalformedMessage;
import org.dcos.net.dhcp.wire.Message;
import org.dcos.net.dhcp.wire.MessageType;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;

/**
 * Looks for DHCP servers on a network, before one of ours starts there: asks as a client would and hears who answers.
 * Nothing is taken, so an offer ends by itself. A server of this machine is not asked.
 */
public final class OtherServers {

    /** The client asks again after a while, for a message may be lost. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static final int SLICE_MILLIS = 50;

    private final Libc libc;
    private final RandomGenerator random;

    /** @throws PortRefused if this machine cannot do it */
    public OtherServers(RandomGenerator random) throws PortRefused {
        libc = Libc.find().orElseThrow(() -> PortRefused.notHere(""));
        this.random = random;
    }

    /**
     * Waits for all answers.
     *
     * @return each server once, in the order of their answers
     * @throws IOException if the interface is not there or this process may not: the message says what to do
     */
    public List<OtherServer> find(String networkInterface, Duration patience) throws IOException {
        int index = InterfacePort.index(networkInterface);
        int transaction = random.nextInt();
        var hardware = hardware(networkInterface);
        var question = new IpDatagram(Ipv4.NONE, InterfacePort.CLIENT, Ipv4.BROADCAST, InterfacePort.SERVER,
                new Message(Message.Op.REQUEST, hardware, 0, transaction, 0, Message.BROADCAST, Ipv4.NONE, Ipv4.NONE,
                        Ipv4.NONE, Ipv4.NONE, "", "", Options.of(new LeaseOption.Kind(MessageType.DISCOVER),
                                new LeaseOption.ParameterRequest(Octets.of(1, 3, 54)))).encode());
        var found = new ArrayList<OtherServer>();
        try (var socket = PacketSocket.toHear(libc, index)) {
            long begin = System.nanoTime();
            long asked = 0;
            while (System.nanoTime() - begin < patience.toNanos()) {
                if (asked == 0 || System.nanoTime() - asked > AGAIN.toNanos()) {
                    socket.send(question, PacketSocket.EVERYBODY);
                    asked = System.nanoTime();
                }
                for (var heard = socket.receive(); heard.isPresent(); heard = socket.receive()) {
                    offer(networkInterface, transaction, heard.get())
                            .filter(it -> found.stream().noneMatch(one -> one.identifier().equals(it.identifier())
                                    && one.hardware().equals(it.hardware())))
                            .ifPresent(found::add);
                }
                socket.await(SLICE_MILLIS);
            }
        } catch (SocketFailed e) {
            throw PortRefused.notToBeLookedAt(networkInterface, e);
        }
        return found;
    }

    private static HardwareAddress hardware(String networkInterface) throws IOException {
        return Optional.ofNullable(NetworkInterface.getByName(networkInterface).getHardwareAddress())
                .map(it -> new HardwareAddress(HardwareAddress.ETHERNET, new Octets(it)))
                .orElseThrow(() -> new PortRefused(networkInterface,
                        "%s is no Ethernet: there are no DHCP servers to look for."
                                .formatted(networkInterface)));
    }

    private static Optional<OtherServer> offer(String networkInterface, int transaction, PacketSocket.Heard heard) {
        if (heard.datagram().targetPort() != InterfacePort.CLIENT) {
            return Optional.empty();
        }
        try {
            byte[] data = heard.datagram().data();
            var message = Message.decode(data, data.length);
            return message.op() != Message.Op.REPLY || message.transactionId() != transaction ? Optional.empty()
                    : Optional.of(new OtherServer(networkInterface,
                            message.options().find(LeaseOption.ServerIdentifier.class)
                                    .map(LeaseOption.ServerIdentifier::address).orElse(Ipv4.NONE),
                            heard.from(), message.yourAddress()));
        } catch (MalformedMessage _) {
            return Optional.empty();
        }
    }
}
