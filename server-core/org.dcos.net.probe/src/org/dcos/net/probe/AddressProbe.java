package org.dcos.net.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dcos.net.probe.socket.Libc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the network whether anything uses an address: by ARP (of IPv6: neighbour solicitation) where this machine is on
 * the address's network, then by ICMP echo, then by TCP connect. Says of each address what answered, or what was tried
 * without an answer, and what could not be tried and why.
 *
 * <p>Safe for many threads. A question runs on a thread of the probe, for the system's wait would hold up the carrier
 * of a virtual thread; a few run at once, further ones wait. {@link #close()} ends all.
 */
public final class AddressProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AddressProbe.class);

    /** Questions at once; each holds a socket and sends at its own rate. */
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 30;
    private static final long CLOSE_SECONDS = 2;

    private final Means means;
    private final ThreadPoolExecutor threads;

    /** With what this machine and this process have. */
    public AddressProbe() {
        this(new Means(Libc.find(), AttachedNetwork::ofThisMachine, System::nanoTime, new SecureRandom()));
    }

    AddressProbe(Means means) {
        this.means = means;
        threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("address-probe-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Asks all addresses and waits for the findings. Takes as long as a silent address needs with the methods that can
     * be used, and what the rate asks for.
     *
     * @return a finding for each address, in the order of the collection
     * @throws InterruptedException  if this thread is interrupted; the question is then ended as well
     * @throws CancellationException if the probe is closed, before or meanwhile
     */
    public <A extends InetAddress> Map<A, Finding> ask(Collection<A> addresses, ProbeOptions options)
            throws InterruptedException {
        var targets = List.copyOf(new LinkedHashSet<>(addresses));
        var answer = submit(targets, options);
        try {
            var found = answer.get();
            var findings = new LinkedHashMap<A, Finding>();
            targets.forEach(target -> Optional.ofNullable(found.get(target))
                    .ifPresent(finding -> findings.put(target, finding)));
            return findings;
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private Future<Map<InetAddress, Finding>> submit(List<? extends InetAddress> targets, ProbeOptions options) {
        try {
            return threads.submit(() -> {
                long begin = means.clock().getAsLong();
                var findings = new Question(means, options).ask(targets);
                LOG.debug("{} addresses asked in {} ms, {} answered", targets.size(),
                        TimeUnit.NANOSECONDS.toMillis(means.clock().getAsLong() - begin),
                        findings.values().stream().filter(Finding.Answered.class::isInstance).count());
                return findings;
            });
        } catch (RejectedExecutionException _) {
            throw new CancellationException("the address probe is closed");
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case InterruptedException _ -> new CancellationException("the address probe was closed");
            case IOException failed -> new UncheckedIOException("the networks of this machine cannot be read", failed);
            case RuntimeException bug -> bug;
            case null, default -> new IllegalStateException(e);
        };
    }

    /** Ends the questions under way: who waits for one gets a {@link CancellationException}. */
    @Override
    public void close() {
        for (var waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(false);
            }
        }
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A question to the network did not end within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
