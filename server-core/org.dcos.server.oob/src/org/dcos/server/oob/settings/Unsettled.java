package org.dcos.server.oob.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.domain.bmcsetup.BmcSetupStore.Intent;
import org.dcos.domain.problem.Conflict;
import org.dcos.server.oob.Endpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of changes that were under way when this server-core ended, or whose BMC was lost: which
 * password opens it, where it answers.
 */
final class Unsettled implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Unsettled.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final BmcSetupStore store;
    private final BmcStore bmcs;
    private final Endpoints endpoints;
    private final Accounts accounts;
    private final Networks networks;
    private final Turns turns;
    private final InstantSource clock;
    private final Map<UUID, Wait> waits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("bmc-unsettled").factory());

    /** When one is looked at next, and how long is waited after that. */
    private record Wait(Instant next, Duration then) {}

    Unsettled(BmcSetupStore store, BmcStore bmcs, Endpoints endpoints, Accounts accounts, Networks networks,
            Turns turns, InstantSource clock) {
        this.store = store;
        this.bmcs = bmcs;
        this.endpoints = endpoints;
        this.accounts = accounts;
        this.networks = networks;
        this.turns = turns;
        this.clock = clock;
    }

    void start(Duration every) {
        ticker.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (Intent intent : store.intents()) {
                boolean due = Optional.ofNullable(waits.get(intent.bmc()))
                        .filter(wait -> wait.next().isAfter(clock.instant())).isEmpty();
                if (due && turns.take(intent.bmc())) {
                    try {
                        settle(intent);
                    } finally {
                        turns.leave(intent.bmc());
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // else it would never look again
            LOG.error("Finding out what became of changes of BMCs broke off", e);
        }
    }

    private void settle(Intent intent) throws InterruptedException {
        Optional<Bmc> bmc = bmcs.bmc(intent.bmc());
        Optional<BmcEndpoint> login = bmc.flatMap(endpoints::of);
        boolean settled = false;
        if (login.isPresent()) {
            try {
                settled = settled(intent, bmc.orElseThrow(), login.get());
            } catch (BmcFailure | Conflict e) {
                LOG.debug("What became of a change of the BMC at {} is not known yet: {}", login.get().address(),
                        e.getMessage());
            }
        }
        if (settled) {
            LOG.info("It is known now what became of a change of the BMC at {}", login.orElseThrow().address());
            waits.remove(intent.bmc());
        } else {
            waits.merge(intent.bmc(), new Wait(clock.instant().plus(FIRST_WAIT), FIRST_WAIT.multipliedBy(2)),
                    (old, _) -> new Wait(clock.instant().plus(old.then()),
                            old.then().multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? old.then().multipliedBy(2)
                                    : LONGEST_WAIT));
        }
    }

    /** @return whether it is known now */
    boolean settled(Intent intent, Bmc bmc, BmcEndpoint login) throws BmcFailure, Conflict, InterruptedException {
        if (intent.nextLogin().isPresent()) {
            return accounts.settled(bmc, intent.nextLogin().get(), login);
        }
        return networks.settled(bmc, login, intent.before().orElseThrow(), intent.next().orElseThrow());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
