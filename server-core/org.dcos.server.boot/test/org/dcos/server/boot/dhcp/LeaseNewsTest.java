package org.dcos.server.boot.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.dcos.domain.dhcp.Lease;
import org.dcos.net.dhcp.lease.ClientKey;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.lease.LeaseState;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.Options;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeaseNewsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final HardwareAddress ANNE = HardwareAddress.ethernet("02:dc:00:00:00:01");

    private final Semaphore changes = new Semaphore(0);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final LeaseNews news = new LeaseNews(it -> LeaseText.of(it, false, "eth1", NOON), changes::release);

    @AfterEach
    void stop() throws InterruptedException {
        news.close();
    }

    private static LeaseEvent event(LeaseEvent.Kind kind, int address) {
        return new LeaseEvent(kind, new org.dcos.net.dhcp.lease.Lease(Ipv4.address(0x0A00_0000 + address),
                LeaseState.BOUND, new ClientKey.Hardware(ANNE), ANNE, "10.0.0.0/8", NOON, NOON, NOON.plusSeconds(600),
                Ipv4.NONE, Options.NONE), NOON);
    }

    private String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void whatWasGivenIsTold() throws InterruptedException {
        news.add(lease -> heard.add(lease.address()));

        news.happened(event(LeaseEvent.Kind.BOUND, 1));
        news.happened(event(LeaseEvent.Kind.RELEASED, 2));
        news.happened(event(LeaseEvent.Kind.CONFLICT, 3));
        news.happened(event(LeaseEvent.Kind.RENEWED, 4));

        assertThat(List.of(next(), next())).containsExactly("10.0.0.1", "10.0.0.4");
        assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void oneListenerThatFailsKeepsTheNewsFromNobody() throws InterruptedException {
        news.add(_ -> {
            throw new IllegalStateException("planted");
        });
        news.add(lease -> heard.add(lease.address()));

        news.happened(event(LeaseEvent.Kind.BOUND, 1));
        news.happened(event(LeaseEvent.Kind.BOUND, 2));

        assertThat(List.of(next(), next())).containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void aSlowListenerHoldsNobodyUpAndWhatIsTooMuchIsLeftOut() throws InterruptedException {
        var go = new CountDownLatch(1);
        news.add((Lease lease) -> {
            try {
                go.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            heard.add(lease.address());
        });

        IntStream.range(0, 20_000).forEach(i -> news.happened(event(LeaseEvent.Kind.BOUND, i))); // returns at once
        go.countDown();

        assertThat(next()).isEqualTo("10.0.0.0");
        assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.size()).isLessThan(20_000);
    }
}
