package org.dcos.net.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tries to open TCP connections to some ports of many targets. A connection that is refused shows a host as one that is
 * accepted does (RFC 9293 §3.5.2, "Reset Generation"). Runs on the caller's thread.
 */
final class Knocks {

    /** Connections under way at once: each is a file of this process. */
    private static final int MOST_OPEN = 512;

    private static final long LONGEST_AWAIT_MILLIS = 20;
    private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private record Door(InetAddress target, int port) {}

    private record Knock(Door door, SocketChannel channel, long until) {}

    private final List<Integer> ports;
    private final long waitNanos;
    private final Pacer pacer;
    private final LongSupplier clock;

    private final Map<InetAddress, Evidence> answered = new HashMap<>();
    private final Map<InetAddress, String> refused = new HashMap<>();
    private final Set<InetAddress> knocked = new LinkedHashSet<>();
    private final Queue<Door> doors = new ArrayDeque<>();
    private final Queue<Knock> underWay = new ArrayDeque<>();

    /** @param clock monotonic, nanoseconds */
    Knocks(List<Integer> ports, Duration wait, Pacer pacer, LongSupplier clock) {
        this.ports = ports;
        this.waitNanos = wait.toNanos();
        this.pacer = pacer;
        this.clock = clock;
    }

    /** @throws IOException if this process can have no more sockets */
    RoundResult run(Collection<InetAddress> targets) throws IOException, InterruptedException {
        for (int port : ports) {
            new LinkedHashSet<>(targets).forEach(target -> doors.add(new Door(target, port)));
        }
        try (var selector = Selector.open()) {
            while (!doors.isEmpty() || !underWay.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the question was cancelled");
                }
                knock(selector);
                if (!underWay.isEmpty() || !doors.isEmpty()) {
                    selector.select(this::finish, awaitMillis());
                }
                giveUp();
            }
        } finally {
            for (var knock : underWay) {
                knock.channel().close();
            }
        }
        refused.keySet().removeAll(knocked);
        return new RoundResult(answered, refused);
    }

    private void knock(Selector selector) throws IOException {
        while (!doors.isEmpty() && underWay.size() < MOST_OPEN) {
            if (answered.containsKey(doors.peek().target())) {
                doors.remove();
                continue;
            }
            long now = clock.getAsLong();
            if (!pacer.take(now)) {
                return;
            }
            var door = doors.remove();
            var channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                if (channel.connect(new InetSocketAddress(door.target(), door.port()))) {
                    accepted(door, channel);
                } else {
                    var knock = new Knock(door, channel, now + waitNanos);
                    underWay.add(knock);
                    channel.register(selector, SelectionKey.OP_CONNECT, knock);
                    knocked.add(door.target());
                }
            } catch (IOException e) {
                failed(door, e);
                channel.close();
            }
        }
    }

    private void finish(SelectionKey key) {
        var knock = (Knock) key.attachment();
        try (var channel = knock.channel()) {
            if (channel.finishConnect()) {
                accepted(knock.door(), channel);
            }
        } catch (IOException e) {
            failed(knock.door(), e);
        }
    }

    /** Ends the connection by a reset, so that neither side keeps anything of it. */
    private void accepted(Door door, SocketChannel channel) throws IOException {
        answered.putIfAbsent(door.target(), new Evidence.Tcp(door.port(), true));
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    private void failed(Door door, IOException e) {
        switch (e) {
            case ConnectException _ when !isTimeout(e) -> {
                answered.putIfAbsent(door.target(), new Evidence.Tcp(door.port(), false));
            }
            case ConnectException _,NoRouteToHostException _ -> knocked.add(door.target()); // asked, none there
            default -> refused.put(door.target(), "this machine would not connect: " + e.getMessage());
        }
    }

    /** The JDK has one exception for a refusal and for the end of the system's own patience. */
    private static boolean isTimeout(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("timed out");
    }

    /** Closes what took too long, or is of no interest since another port has answered. */
    private void giveUp() throws IOException {
        long now = clock.getAsLong();
        for (var done = underWay.iterator(); done.hasNext();) {
            var knock = done.next();
            if (knock.until() - now <= 0 || !knock.channel().isOpen()
                    || answered.containsKey(knock.door().target())) {
                knock.channel().close();
                done.remove();
            }
        }
    }

    private long awaitMillis() {
        long now = clock.getAsLong();
        var head = underWay.peek();
        long nanos = head == null ? Long.MAX_VALUE : head.until() - now;
        if (!doors.isEmpty() && underWay.size() < MOST_OPEN) {
            nanos = Math.min(nanos, pacer.nanosUntilNext(now));
        }
        return Math.clamp(Math.ceilDiv(nanos, NANOS_PER_MILLI), 1, LONGEST_AWAIT_MILLIS);
    }
}
