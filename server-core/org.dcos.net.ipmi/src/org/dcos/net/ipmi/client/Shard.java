package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.FrameKind;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rmcp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One UDP socket, one thread, and the sessions of a part of the BMCs. Ends with {@link #close}. */
final class Shard implements Line, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    /** Datagrams read before timers and new requests have their turn. */
    private static final int BATCH = 256;

    /** A wake-up of a session; stale when the session has noted an earlier one, or been woken since. */
    private record Wake(long at, BmcSession session) {}

    private final ClientOptions options;
    private final DatagramChannel channel;
    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakeAsked = new AtomicBoolean();
    private final Counters counters = new Counters();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final SecureRandom secureRandom = new SecureRandom();
    private final Map<SocketAddress, CipherSuite> proven = new ConcurrentHashMap<>();

    // from here on: the shard's thread only
    private final Map<BmcTarget, BmcSession> sessions = new HashMap<>();
    private final Map<SocketAddress, List<BmcSession>> byAddress = new HashMap<>();
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Comparator.comparingLong(Wake::at));
    private final Queue<BmcSession> awaitingPlace = new ArrayDeque<>();
    private final ByteBuffer inbox = ByteBuffer.allocateDirect(Rmcp.LONGEST_DATAGRAM + 1);
    private final ByteBuffer outbox = ByteBuffer.allocateDirect(Rmcp.LONGEST_DATAGRAM);
    private final Pace pace;
    private int placesTaken;
    private long closeBy = Long.MAX_VALUE;
    private boolean closing;
    private volatile boolean ended;

    Shard(int number, ClientOptions options) throws IOException {
        this.options = options;
        this.pace = new Pace(Math.max(1, options.openConversations() / options.shards()));
        this.selector = Selector.open();
        this.channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, options.receiveBuffer());
        channel.setOption(StandardSocketOptions.SO_SNDBUF, options.receiveBuffer());
        channel.bind(null).configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        this.thread = Thread.ofPlatform().name("ipmi-shard-" + number).daemon().start(this::run);
    }

    /** Runs on the shard's thread; from any thread. */
    private void execute(Runnable command) {
        commands.add(command);
        if (ended) {
            runLateCommands();
        } else if (!wakeAsked.getAndSet(true)) {
            selector.wakeup();
        }
    }

    /** After the end of the thread: tells the submitters that the client is closed. */
    private synchronized void runLateCommands() {
        closing = true;
        runCommands();
    }

    void submit(BmcTarget target, Job<?> job) {
        execute(() -> {
            if (closing) {
                job.failed(new NotSent(target.address(), "the IPMI client is closed"));
            } else {
                session(target).submit(job, System.nanoTime());
            }
        });
    }

    void hold(BmcTarget target) {
        execute(() -> session(target).hold());
    }

    void release(BmcTarget target) {
        execute(() -> Optional.ofNullable(sessions.get(target)).ifPresent(s -> s.release(System.nanoTime())));
    }

    void forget(InetSocketAddress address) {
        execute(() -> {
            long now = System.nanoTime();
            List.copyOf(byAddress.getOrDefault(address, List.of())).forEach(session -> session.leave(now));
        });
    }

    boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    ClientStatistics statistics() {
        return counters.snapshot();
    }

    /** Closes all sessions, waits a bounded time for the BMCs' answers, and ends the thread. */
    @Override
    public void close() {
        execute(() -> {
            closing = true;
            long now = System.nanoTime();
            closeBy = now + options.closeWait().toNanos();
            for (BmcSession session : List.copyOf(sessions.values())) {
                session.shutDown(now);
            }
        });
        try {
            thread.join(options.closeWait().plusSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- the thread

    private void run() {
        try (channel;
                selector) {
            while (!isDone()) {
                selector.select(millisToNextWake());
                selector.selectedKeys().clear();
                runCommands();
                receive();
                fireWakes();
                admit();
            }
        } catch (IOException e) {
            LOG.error("The IPMI socket failed; BMCs of this shard cannot be reached until a restart", e);
        } finally {
            ended = true;
            runLateCommands();
        }
    }

    private boolean isDone() {
        return closing && (System.nanoTime() - closeBy >= 0 || sessions.isEmpty());
    }

    private long millisToNextWake() {
        if (!commands.isEmpty() || closing) {
            return 1;
        }
        Wake next = wakes.peek();
        if (next == null) {
            return 0; // until something comes
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.at() - System.nanoTime()) + 1);
    }

    private void runCommands() {
        wakeAsked.set(false);
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            guarded(command);
        }
    }

    private void receive() throws IOException {
        for (int i = 0; i < BATCH; i++) {
            inbox.clear();
            SocketAddress from = channel.receive(inbox);
            if (from == null) {
                return;
            }
            byte[] frame = new byte[inbox.flip().remaining()];
            inbox.get(frame);
            guarded(() -> deliver(from, frame));
        }
    }

    private void deliver(SocketAddress from, byte[] frame) {
        counters.received.increment();
        FrameKind kind;
        try {
            kind = FrameKind.of(frame);
        } catch (MalformedIpmiMessage e) {
            counters.malformed.increment();
            byAddress.getOrDefault(from, List.of()).forEach(session -> session.onGarbage(e.getMessage()));
            return;
        }
        for (BmcSession session : byAddress.getOrDefault(from, List.of())) {
            if (session.expects(kind, frame)) {
                session.onDatagram(kind, frame, System.nanoTime());
                return;
            }
        }
        counters.unexpected.increment();
    }

    private void fireWakes() {
        long now = System.nanoTime();
        for (Wake wake = wakes.peek(); wake != null && now - wake.at() >= 0; wake = wakes.peek()) {
            wakes.remove();
            BmcSession session = wake.session();
            if (session.wakeNoted == wake.at()) {
                session.wakeNoted = Long.MAX_VALUE;
                guarded(() -> session.onTimer(now));
            }
        }
    }

    /** A bug in one conversation must not end the others. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("An IPMI conversation failed; the others go on", e);
        }
    }

    private BmcSession session(BmcTarget target) {
        return sessions.computeIfAbsent(target, _ -> {
            var session = new BmcSession(target, options, this);
            byAddress.computeIfAbsent(target.address(), _ -> new ArrayList<>(1)).add(session);
            return session;
        });
    }

    // ---- for the sessions

    @Override
    public void send(BmcSession session, byte[] frame) {
        outbox.clear().put(frame).flip();
        try {
            channel.send(outbox, session.target().address());
            counters.sent.increment();
        } catch (IOException e) { // no route, or the interface is down: the timeout tells
            LOG.debug("Sending to BMC {} did not work", session.target().where(), e);
        }
    }

    /** One entry per session in the heap at most: a later wish waits until the noted wake-up comes. */
    @Override
    public void wakeAt(BmcSession session, long nanos) {
        if (session.wakeNoted == Long.MAX_VALUE || nanos - session.wakeNoted < 0) {
            session.wakeNoted = nanos;
            wakes.add(new Wake(nanos, session));
        }
    }

    @Override
    public boolean takePlace(BmcSession session) {
        if (awaitingPlace.isEmpty() && placesTaken < pace.window()) {
            placesTaken++;
            return true;
        }
        awaitingPlace.add(session);
        return false;
    }

    /** Lets waiting sessions begin as far as the pace allows. */
    private void admit() {
        while (placesTaken < pace.window() && !awaitingPlace.isEmpty()) {
            placesTaken++;
            BmcSession next = awaitingPlace.remove();
            guarded(() -> next.onPlace(System.nanoTime()));
        }
    }

    @Override
    public void freePlace() {
        placesTaken--;
    }

    @Override
    public void retire(BmcSession session) {
        sessions.remove(session.target());
        byAddress.computeIfPresent(session.target().address(), (_, list) -> {
            list.remove(session);
            return list.isEmpty() ? null : list;
        });
    }

    @Override
    public Optional<CipherSuite> provenSuite(InetSocketAddress address) {
        return Optional.ofNullable(proven.get(address));
    }

    @Override
    public void proved(InetSocketAddress address, CipherSuite suite) {
        proven.put(address, suite);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public byte[] nonce() {
        byte[] nonce = new byte[Rakp1.RANDOM_LENGTH];
        secureRandom.nextBytes(nonce);
        return nonce;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Counters counters() {
        return counters;
    }
}
