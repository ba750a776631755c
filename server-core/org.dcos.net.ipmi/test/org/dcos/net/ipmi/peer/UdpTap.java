package org.dcos.net.ipmi.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a BMC on loopback and keeps every datagram: how the captures under test were made. */
public final class UdpTap implements AutoCloseable {

    /** @param fromClient direction */
    public record Datagram(boolean fromClient, byte[] bytes) {}

    private final DatagramSocket socket;
    private final InetSocketAddress bmc;
    private final int losesOneIn;
    private final Random random = new Random(4);
    private final List<Datagram> seen = new CopyOnWriteArrayList<>();
    private final Thread thread;

    public UdpTap(InetSocketAddress bmc) throws IOException {
        this(bmc, 0);
    }

    /** @param losesOneIn of that many datagrams, either way, by a fixed seed; 0 loses none */
    public UdpTap(InetSocketAddress bmc, int losesOneIn) throws IOException {
        this.bmc = bmc;
        this.losesOneIn = losesOneIn;
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.66.199.1"), 0));
        this.thread = Thread.ofVirtual().name("udp-tap").start(this::run);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    public List<Datagram> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() throws InterruptedException {
        socket.close();
        thread.join();
    }

    private void run() {
        SocketAddress client = bmc;
        byte[] buffer = new byte[2048];
        try {
            while (true) {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                boolean fromClient = !packet.getSocketAddress().equals(bmc);
                if (fromClient) {
                    client = packet.getSocketAddress();
                }
                byte[] bytes = Arrays.copyOf(buffer, packet.getLength());
                seen.add(new Datagram(fromClient, bytes));
                if (losesOneIn > 0 && random.nextInt(losesOneIn) == 0) {
                    continue;
                }
                socket.send(new DatagramPacket(bytes, bytes.length, fromClient ? bmc : client));
            }
        } catch (SocketException _) {
            return; // closed
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
