package org.dcos.net.ipmi.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.net.ipmi.command.SetSessionPrivilege;
import org.dcos.net.ipmi.sol.SolPacket;
import org.dcos.net.ipmi.sol.SolPayload;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open serial console of a server (IPMI v2.0 r1.1 §15). Each way one packet is under way at a time and is
 * acknowledged before the next; one that is not is sent again under its number, so that each character arrives once.
 * Every {@link #LOOK} it is looked whether the BMC still has it for this session, which keeps the session alive too.
 *
 * <p>Threads: what is received is told on a thread of its own. When the listener is slow the BMC is not acknowledged,
 * and holds the server back. Thread-safe.
 */
public final class SolConsole implements AutoCloseable {

    /** Below the 60 s after which a BMC ends a session without traffic (§6.12.15). */
    static final Duration LOOK = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SolConsole.class);

    /** Packets that wait for the listener. */
    private static final int MOST_UNTOLD = 256;
    private static final int MOST_DATA = 200;
    private static final int LEAST_DATA = 1;
    private static final Duration RESEND = Duration.ofMillis(400);
    private static final int MOST_TRIES = 12;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    /** What the listener is told. */
    private sealed interface News {

        record Received(byte[] bytes) implements News {}

        record Ended(String why) implements News {}

        /** Nothing more: it was closed by its owner. */
        record Stop() implements News {}
    }

    private final SolSession session;
    private final SolListener listener;
    private final BlockingQueue<News> untold = new ArrayBlockingQueue<>(MOST_UNTOLD);
    private final BlockingQueue<SolPacket> acknowledgements = new ArrayBlockingQueue<>(MOST_UNTOLD);
    private final ReentrantLock typing = new ReentrantLock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int mostData = LEAST_DATA;
    private int sequence;

    // the listening thread's
    private int lastReceived;
    private int lastLength;

    private SolConsole(SolSession session, SolListener listener) {
        this.session = session;
        this.listener = listener;
        threads.execute(() -> session.listen(this::onPayload));
        threads.execute(this::tell);
    }

    /**
     * @param takeOver whether a console that another session has is ended for this one
     * @throws BmcRefused with {@link SolPayload#ALREADY_ACTIVE} when another session has it and it is not to be taken
     *         over
     */
    public static SolConsole open(BmcTarget target, ClientOptions options, boolean takeOver, SolListener listener)
            throws IpmiException, InterruptedException {
        var console = new SolConsole(SolSession.open(target, options), listener);
        try {
            console.activate(target, takeOver);
            return console;
        } catch (IpmiException | InterruptedException | RuntimeException e) {
            console.over.set(true);
            console.stop();
            throw e;
        }
    }

    private void activate(BmcTarget target, boolean takeOver) throws IpmiException, InterruptedException {
        session.ask(new SetSessionPrivilege(target.privilege()));
        SolPayload.Activated activated;
        try {
            activated = session.ask(new SolPayload.Activate());
        } catch (BmcRefused e) {
            if (e.completionCode() != SolPayload.ALREADY_ACTIVE || !takeOver) {
                throw inWords(target, e);
            }
            deactivate();
            activated = session.ask(new SolPayload.Activate());
        }
        mostData = Math.clamp(activated.toController() - SolPacket.HEADER_LENGTH, LEAST_DATA, MOST_DATA);
        threads.execute(this::look);
    }

    private static BmcRefused inWords(BmcTarget target, BmcRefused refused) {
        String reason = switch (refused.completionCode()) {
            case SolPayload.ALREADY_ACTIVE ->
                    "the console is open in another session. Take it over, or have it closed there.";
            case SolPayload.DISABLED -> "Serial over LAN is switched off. Switch it on in the BMC's settings.";
            case SolPayload.TOO_MANY -> "all consoles that it can have are open. Have one closed.";
            case SolPayload.NOT_ENCRYPTED -> "it opens no encrypted console. Allow encryption in the BMC's settings.";
            default -> "";
        };
        return reason.isEmpty() ? refused
                : new BmcRefused(target.address(), refused.completionCode(), refused.command(), reason);
    }

    private void deactivate() throws IpmiException, InterruptedException {
        try {
            session.ask(new SolPayload.Deactivate());
        } catch (BmcRefused e) {
            if (e.completionCode() != SolPayload.ALREADY_INACTIVE) {
                throw e;
            }
        }
    }

    /**
     * Sends characters to the server; returns when the BMC has taken them all.
     *
     * @throws IOException when the console is closed, or the BMC does not take them
     */
    public void send(byte[] bytes) throws IOException, InterruptedException {
        typing.lockInterruptibly();
        try {
            int at = 0;
            while (at < bytes.length) {
                at += transfer(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + mostData)), 0);
            }
        } finally {
            typing.unlock();
        }
    }

    /** Sends a serial break, which a kernel may read as the beginning of a "magic" key. */
    public void sendBreak() throws IOException, InterruptedException {
        typing.lockInterruptibly();
        try {
            transfer(new byte[0], SolPacket.GENERATE_BREAK);
        } finally {
            typing.unlock();
        }
    }

    /** One packet until it is acknowledged; how many characters were taken, which may be none at first. */
    private int transfer(byte[] piece, int operation) throws IOException, InterruptedException {
        sequence = SolPacket.after(sequence);
        byte[] packet = new SolPacket(sequence, 0, 0, operation, piece).encode();
        acknowledgements.clear();
        for (int i = 0; i < MOST_TRIES; i++) {
            if (over.get()) {
                throw new IOException("The console is closed.");
            }
            session.send(packet);
            var taken = acknowledged(piece.length);
            if (taken.isPresent() && (taken.get() > 0 || piece.length == 0)) {
                return taken.get();
            }
            if (taken.isPresent()) { // told that nothing was taken: again under another number, after a while
                Thread.sleep(RESEND);
                sequence = SolPacket.after(sequence);
                packet = new SolPacket(sequence, 0, 0, operation, piece).encode();
            }
        }
        throw new IOException("The BMC does not take what is typed. The server's serial port may be held back.");
    }

    /** Empty when there was no acknowledgement in time. */
    private Optional<Integer> acknowledged(int length) throws InterruptedException {
        long until = System.nanoTime() + RESEND.toNanos();
        while (true) {
            var packet = acknowledgements.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (packet == null) {
                return Optional.empty();
            }
            if (packet.acknowledged() == sequence) {
                boolean none = packet.has(SolPacket.NACK) && packet.accepted() >= length;
                return Optional.of(none ? 0 : Math.min(packet.accepted(), length));
            }
        }
    }

    /** Closed, or ended by the BMC. */
    public boolean isOver() {
        return over.get();
    }

    // ---- what comes in

    private void onPayload(byte[] payload) {
        SolPacket packet;
        try {
            packet = SolPacket.decode(payload);
        } catch (MalformedIpmiMessage e) {
            LOG.debug("A SOL packet is not as specified: {}", e.getMessage());
            return;
        }
        if (packet.acknowledged() != 0) {
            acknowledgements.offer(packet);
        }
        if (packet.sequence() != 0) {
            onCharacters(packet);
        }
        if (packet.has(SolPacket.DEACTIVATING)) {
            ended("The BMC has closed the console: it was taken over by another session, or switched off.");
        }
    }

    /** A packet that is sent again may have further characters behind those that were taken (§15.11). */
    private void onCharacters(SolPacket packet) {
        int known = packet.sequence() == lastReceived ? Math.min(lastLength, packet.length()) : 0;
        byte[] fresh = Arrays.copyOfRange(packet.data(), known, packet.length());
        if (fresh.length > 0 && !untold.offer(new News.Received(fresh))) {
            reply(SolPacket.acknowledgement(packet.sequence(), known, SolPacket.NACK));
            return;
        }
        lastReceived = packet.sequence();
        lastLength = packet.length();
        reply(SolPacket.acknowledgement(packet.sequence(), packet.length(), 0));
    }

    private void reply(SolPacket packet) {
        try {
            session.send(packet.encode());
        } catch (IOException e) { // the BMC sends it again
            LOG.debug("A SOL acknowledgement could not be sent", e);
        }
    }

    private void tell() {
        try {
            while (true) {
                switch (untold.take()) {
                    case News.Received(byte[] bytes) -> listener.received(bytes);
                    case News.Ended(String why) -> {
                        listener.ended(why);
                        return;
                    }
                    case News.Stop() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The listener of a console failed; the console is closed", e);
            close();
        }
    }

    /** Whether the BMC still has the console for this session. */
    private void look() {
        try {
            int owner = 0;
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                int present = owner();
                if (present == 0 || owner != 0 && owner != present) {
                    ended("The BMC has the console for this session no more: another session has taken it.");
                    return;
                }
                owner = present;
            }
        } catch (IpmiException e) {
            ended("The console has ended. %s".formatted(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** -1 where the BMC does not tell. */
    private int owner() throws IpmiException, InterruptedException {
        try {
            return session.ask(new SolPayload.Owner());
        } catch (BmcRefused _) {
            return -1;
        }
    }

    private void ended(String why) {
        if (!over.getAndSet(true)) {
            threads.execute(() -> {
                closing.countDown();
                session.close();
                try {
                    untold.put(new News.Ended(why)); // behind what was received before
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.shutdown();
        }
    }

    // ---- the end

    /** Deactivates the payload and closes the session with the BMC, waiting a bounded time; twice does nothing. */
    @Override
    public void close() {
        if (over.getAndSet(true)) {
            return;
        }
        var deactivated = threads.submit(() -> {
            deactivate();
            return true;
        });
        try {
            deactivated.get(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A console's payload could not be deactivated; the BMC ends it with the session", e);
        }
        stop();
    }

    private void stop() {
        closing.countDown();
        session.close();
        threads.shutdown();
        untold.clear();
        untold.add(new News.Stop());
    }
}
