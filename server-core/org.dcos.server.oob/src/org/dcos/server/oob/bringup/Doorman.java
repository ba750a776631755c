package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcDriver.Language;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Step;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.domain.bringup.ArrivalStore.Intent;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.Lease;

/** Looks at who gets an address, and lets BMCs in. */
final class Doorman implements AutoCloseable {

    private static final Duration PING = Duration.ofMillis(700);
    /** BMCs listen some seconds after they have their address, some only when they have started up. */
    private static final List<Duration> PAUSES = Stream.of(0, 1, 2, 4, 8, 15, 30).map(Duration::ofSeconds).toList();
    private static final int AT_ONCE = 64;
    private static final int LOSSES = 3;
    private static final int REMEMBERED = 10_000;
    private static final Duration NO_BMC_FOR = Duration.ofMinutes(10);

    private final Book book;
    private final Settings settings;
    private final BmcDriver driver;
    private final InstantSource clock;
    private final Crew crew;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService askers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("bring-up-asks-", 0).factory());
    /** Machines that were asked whether they are BMCs, and when. */
    private final Map<String, Instant> others = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Doorman(Book book, Settings settings, BmcDriver driver, InstantSource clock, Crew crew) {
        this.book = book;
        this.settings = settings;
        this.driver = driver;
        this.clock = clock;
        this.crew = crew;
    }

    void leased(Lease lease) {
        if (!settings.now().running()) {
            return;
        }
        Optional<Kept> known = book.byMac(lease.mac());
        if (known.isPresent()) {
            again(known.get(), lease);
            return;
        }
        Optional<String> recognised = Recognition.recognised(settings.now().recognition(), lease);
        if (recognised.isPresent()) {
            letIn(lease, recognised.get());
        } else if (askable(lease.mac())) {
            askers.execute(() -> ask(lease));
        }
    }

    /** Not again within some minutes. */
    private boolean askable(String mac) {
        synchronized (others) {
            Instant before = others.get(mac);
            boolean askable = before == null || before.plus(NO_BMC_FOR).isBefore(clock.instant());
            if (askable) {
                others.put(mac, clock.instant());
            }
            return askable;
        }
    }

    /** A BMC that no row of the table tells of answers IPMI, or Redfish where it has IPMI off. */
    private void ask(Lease lease) {
        try {
            for (Duration pause : PAUSES) {
                Thread.sleep(pause);
                Optional<Language> language = language(lease);
                if (language.isPresent()) {
                    synchronized (others) {
                        others.remove(lease.mac());
                    }
                    letIn(lease, switch (language.get()) {
                        case IPMI -> "answers IPMI";
                        case REDFISH -> "answers Redfish";
                    });
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Language> language(Lease lease) throws InterruptedException {
        slots.acquire();
        try {
            return driver.language(lease.address(), DiscoveryOrder.DEFAULT_PORT, PING);
        } finally {
            slots.release();
        }
    }

    private synchronized void letIn(Lease lease, String found) {
        if (book.byMac(lease.mac()).isEmpty()) {
            book.save(new Kept(Arrival.seen(UUID.randomUUID(), lease.mac(), lease.address(),
                    DiscoveryOrder.DEFAULT_PORT, found, clock.instant()),
                    Intent.NONE.toldByDhcp(relayPort(lease.client()), lease.client().hostName())));
            crew.hurry();
        }
    }

    private static String relayPort(DhcpClient client) {
        return client.relay()
                .map(relay -> (relay.remoteId().isEmpty() ? relay.address() : relay.remoteId()) + " "
                        + relay.circuitId())
                .orElse("");
    }

    /** One that is known asks again: on its way at another address, or fallen back from its static one. */
    private synchronized void again(Kept known, Lease lease) {
        Arrival arrival = known.arrival();
        boolean hadStatic = arrival.steps().stream()
                .anyMatch(step -> step.kind() == Step.Kind.ADDRESS && step.done());
        if (arrival.address().equals(lease.address()) || crew.busyWith(arrival.id())) {
            return; // what is worked on now is heard at its next renewal
        }
        BringUpSettings now = settings.now();
        Arrival there = arrival.at(lease.address());
        if (hadStatic) {
            var trouble = new Trouble(Cause.ADDRESS_LOST,
                    "It has lost its static address %s and asked for one: it is at %s now.".formatted(
                            arrival.address(), lease.address()),
                    "Find out whether somebody reset it; try again gives it its address back.", true, Optional.empty());
            book.save(new Kept(there.undid(Step.Kind.ADDRESS).with(Optional.of(trouble), clock.instant()),
                    known.intent()));
        } else {
            book.save(new Kept(wasGone(known) ? there.with(Optional.empty(), clock.instant()) : there,
                    known.intent().toldByDhcp(relayPort(lease.client()), lease.client().hostName())));
            if (now.running()) {
                crew.hurry();
            }
        }
    }

    /** It stood still because it did not answer, and it does now; one that is lost with every new address is left. */
    private static boolean wasGone(Kept known) {
        return known.arrival().trouble().filter(trouble -> trouble.cause() == Cause.SILENT
                || trouble.cause() == Cause.ADDRESS_LOST && known.intent().tries() < LOSSES).isPresent();
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
