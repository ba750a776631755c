package org.dcos.lab.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that serves its share of the sockets and holds back the answers of slow controllers until due. */
final class Shard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    /** One more than the longest datagram that is decoded, so that an oversized one is seen as such. */
    private static final int BUFFER_LENGTH = 2_049;
    /** Datagrams of one socket before others get their turn. */
    private static final int MOST_AT_ONCE = 16;
    /** Answers held back; more are dropped, as a network would. */
    private static final int MOST_HELD_BACK = 50_000;
    private static final long END_WAIT_MILLIS = 2_000;
    /** How often it is looked whether a console has something to show. */
    private static final long CONSOLE_MILLIS = 50;

    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_LENGTH);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_LENGTH);
    private final PriorityQueue<HeldBack> heldBack = new PriorityQueue<>(Comparator.comparingLong(HeldBack::dueNanos));
    /** To whom controllers with an open console send what they are not asked for. */
    private final Map<LabBmc, Talk> consoles = new HashMap<>();
    /** Channels of controllers that have moved; the others are closed by the network. */
    private final Queue<DatagramChannel> ours = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("lab-network").daemon().unstarted(this::run);

    private record Talk(DatagramChannel channel, SocketAddress peer) {}

    /** An answer that goes out later. */
    private record HeldBack(long dueNanos, DatagramChannel channel, SocketAddress peer, byte[] datagram) {}

    Shard() throws IOException {
        selector = Selector.open();
    }

    /** Before {@link #start} only. */
    void add(DatagramChannel channel, LabBmc bmc) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, bmc);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        try {
            selector.close();
            if (Thread.currentThread() != thread) {
                thread.join(END_WAIT_MILLIS);
            }
            for (DatagramChannel channel : ours) {
                channel.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("A selector of the lab cannot be closed", e);
        }
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(this::receive, untilNextDue());
                sendDue();
                sendUnasked();
            } catch (ClosedSelectorException _) {
                return;
            } catch (IOException | RuntimeException e) { // one bad datagram must not end the lab
                LOG.error("The lab's network thread met an unexpected error and goes on", e);
            }
        }
    }

    /** 0 waits for ever. */
    private long untilNextDue() {
        HeldBack next = heldBack.peek();
        long due = next == null ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.dueNanos() - System.nanoTime()) + 1);
        return consoles.isEmpty() ? due : due == 0 ? CONSOLE_MILLIS : Math.min(due, CONSOLE_MILLIS);
    }

    private void sendUnasked() {
        consoles.entrySet().removeIf(entry -> {
            LabBmc bmc = entry.getKey();
            Talk talk = entry.getValue();
            bmc.unasked((datagram, delayMillis) -> answer(talk.channel(), talk.peer(), datagram, delayMillis));
            return !bmc.simulator().hasConsole();
        });
    }

    private void receive(SelectionKey key) {
        var channel = (DatagramChannel) key.channel();
        var bmc = (LabBmc) key.attachment();
        try {
            for (int i = 0; i < MOST_AT_ONCE; i++) {
                in.clear();
                SocketAddress peer = channel.receive(in);
                if (peer == null) {
                    break;
                }
                byte[] datagram = new byte[in.flip().remaining()];
                in.get(datagram);
                bmc.receive(datagram, (answer, delayMillis) -> answer(channel, peer, answer, delayMillis));
                if (bmc.simulator().isOfConsole(datagram)) {
                    consoles.put(bmc, new Talk(channel, peer));
                }
            }
            if (bmc.wantsToMove()) {
                move(key, bmc);
            }
        } catch (IOException e) {
            LOG.debug("BMC {} could not receive or answer", bmc.address(), e);
        }
    }

    /** After the last answer at the old address. Where the new one cannot be bound the controller stays. */
    private void move(SelectionKey key, LabBmc bmc) throws IOException {
        InetSocketAddress wanted = bmc.wantedAddress();
        var moved = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            moved.bind(wanted);
            moved.configureBlocking(false);
            moved.register(selector, SelectionKey.OP_READ, bmc);
        } catch (IOException e) {
            moved.close();
            bmc.cannotMove();
            LOG.debug("BMC {} cannot move to {}", bmc.address(), wanted, e);
            return;
        }
        ours.add(moved);
        LOG.info("BMC {} has moved to {}", bmc.address(), wanted);
        bmc.movedTo(wanted);
        key.cancel();
        key.channel().close();
    }

    private void answer(DatagramChannel channel, SocketAddress peer, byte[] datagram, long delayMillis) {
        if (delayMillis == 0) {
            send(channel, peer, datagram);
        } else if (heldBack.size() < MOST_HELD_BACK) {
            heldBack.add(new HeldBack(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis), channel, peer,
                    datagram));
        }
    }

    private void sendDue() {
        while (!heldBack.isEmpty() && heldBack.peek().dueNanos() - System.nanoTime() <= 0) {
            HeldBack due = heldBack.remove();
            send(due.channel(), due.peer(), due.datagram());
        }
    }

    private void send(DatagramChannel channel, SocketAddress peer, byte[] datagram) {
        try {
            out.clear().put(datagram).flip();
            channel.send(out, peer);
        } catch (IOException e) { // the peer may be gone; UDP promises nothing
            LOG.debug("An answer to {} could not be sent", peer, e);
        }
    }
}
