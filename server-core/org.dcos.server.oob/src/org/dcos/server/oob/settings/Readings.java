package org.dcos.server.oob.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Conflict;

/** Reads BMCs section by section, and keeps what they told. */
final class Readings {

    private static final Duration PING = Duration.ofSeconds(1);

    private final BmcDriver driver;
    private final BmcSetup setup;
    private final BmcStore bmcs;
    private final BmcSetupStore store;
    private final Faces faces;
    private final EventPublisher events;
    private final InstantSource clock;

    Readings(BmcDriver driver, BmcSetup setup, BmcStore bmcs, BmcSetupStore store, Faces faces,
            EventPublisher events, InstantSource clock) {
        this.driver = driver;
        this.setup = setup;
        this.bmcs = bmcs;
        this.store = store;
        this.faces = faces;
        this.events = events;
        this.clock = clock;
    }

    /** As it was read last, under the address and of the server that it has now. */
    BmcDetails details(Bmc bmc) {
        return details(bmc, store.details(bmc.id()));
    }

    BmcDetails details(Bmc bmc, Optional<BmcDetails> kept) {
        var draft = new Draft(kept);
        if (kept.flatMap(BmcDetails::firmware).isEmpty()) { // what a discovery has asked already
            bmc.identity().ifPresent(identity -> draft.firmware(identity.firmware(),
                    bmc.identified().orElse(Instant.EPOCH)));
        }
        return faces.of(bmc, draft);
    }

    BmcParts parts(Bmc bmc) {
        return store.parts(bmc.id())
                .map(kept -> new BmcParts(bmc.id(), bmc.server(), kept.parts(), kept.read(), kept.failure()))
                .orElseGet(() -> new BmcParts(bmc.id(), bmc.server(), List.of(), Optional.empty(), Optional.empty()));
    }

    /**
     * Reads what is wanted. A BMC that is silent or lets nobody in is not asked for the rest.
     *
     * @return why something could not be read, in words; empty when all was
     */
    Optional<String> read(Subject subject, Set<Section> wanted) throws InterruptedException {
        UUID id = subject.bmc().id();
        var draft = new Draft(store.details(id));
        Optional<String> why = Optional.empty();
        boolean closed = false;
        for (Section section : Section.values()) {
            if (!wanted.contains(section)) {
                continue;
            }
            if (closed) {
                draft.failed(section, why.orElse(""), clock.instant());
                continue;
            }
            try {
                read(section, subject, draft);
            } catch (BmcFailure e) {
                String words = Optional.ofNullable(e.getMessage()).orElse("");
                draft.failed(section, words, clock.instant());
                why = why.or(() -> Optional.of(words));
                closed = isClosed(e.kind(), subject);
            }
        }
        Bmc now = bmcs.bmc(id).orElse(subject.bmc());
        store.save(faces.of(now, draft));
        if (wanted.contains(Section.PARTS) && draft.failure(Section.PARTS).isPresent()) {
            BmcParts before = parts(now);
            store.save(new BmcParts(id, now.server(), before.parts(), before.read(), draft.failure(Section.PARTS)));
        }
        events.publish(new DomainEvent.BmcSetupChanged(id));
        return why;
    }

    /** One question that is not answered hides nothing of the rest, as long as the BMC is there. */
    private boolean isClosed(BmcFailure.Kind kind, Subject subject) throws InterruptedException {
        return switch (kind) {
            case SILENT -> !driver.ping(subject.bmc().address(), subject.bmc().port(), PING);
            case WRONG_CREDENTIAL, NO_SAFE_SUITE -> true;
            case REFUSED, GARBAGE -> false;
        };
    }

    private void read(Section section, Subject subject, Draft draft) throws BmcFailure, InterruptedException {
        var endpoint = subject.endpoint();
        switch (section) {
            case FIRMWARE -> {
                BmcIdentity identity = driver.identify(endpoint);
                keep(subject.bmc().id(), identity);
                draft.firmware(identity.firmware(), clock.instant());
            }
            case ACCOUNTS -> draft.accounts(setup.users(endpoint), clock.instant());
            case NETWORK -> draft.network(setup.lan(endpoint), clock.instant());
            case CLOCK -> draft.clock(setup.clock(endpoint), clock.instant());
            case DOORS -> draft.doors(setup.weaknesses(endpoint), clock.instant());
            case WATCHDOG -> draft.watchdog(setup.watchdog(endpoint), clock.instant());
            case POWER -> draft.power(setup.draw(endpoint), clock.instant());
            case ALERTING -> draft.alerting(setup.alertsTo(endpoint), clock.instant());
            case PARTS -> {
                List<Part> parts = setup.parts(endpoint);
                store.save(new BmcParts(subject.bmc().id(), subject.bmc().server(), parts,
                        Optional.of(clock.instant()), Optional.empty()));
                draft.partsRead();
            }
        }
    }

    private void keep(UUID id, BmcIdentity identity) {
        Optional<Bmc> known = bmcs.bmc(id);
        if (known.isEmpty()) {
            return;
        }
        Bmc bmc = known.get();
        try {
            Bmc saved = bmcs.save(new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(), bmc.credential(),
                    bmc.server(), Optional.of(identity), Optional.of(clock.instant())));
            events.publish(new DomainEvent.BmcSaved(saved));
        } catch (Conflict _) { // a discovery or a person was there meanwhile, and knows better
        }
    }
}
