package org.dcos.server.oob;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.deviation.Answer;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.EvidenceSource;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.domain.problem.Conflict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks every known BMC anew what it and its machine are. What it tells is kept with the BMC; which server it belongs to
 * stays as it is.
 */
@Component(service = EvidenceSource.class)
public final class BmcEvidence implements EvidenceSource {

    private static final String NAME = "bmc";
    private static final int AT_ONCE = 128;
    private static final String NOT_ASKED = "Not asked: the run was cancelled before its turn came.";

    private final BmcStore bmcs;
    private final BmcDriver driver;
    private final Endpoints endpoints;
    private final EventPublisher events;
    private final InstantSource clock;

    @Activate
    public BmcEvidence(@Reference BmcStore bmcs, @Reference BmcDriver driver, @Reference CredentialVault vault,
            @Reference EventPublisher events) {
        this(bmcs, driver, vault, events, InstantSource.system());
    }

    public BmcEvidence(BmcStore bmcs, BmcDriver driver, CredentialVault vault, EventPublisher events,
            InstantSource clock) {
        this.bmcs = bmcs;
        this.driver = driver;
        this.endpoints = new Endpoints(bmcs, vault);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int points() {
        return bmcs.bmcs().size();
    }

    @Override
    public List<Evidence> look(Progress progress) throws InterruptedException {
        var gathered = new ConcurrentLinkedQueue<Evidence>();
        var slots = new Semaphore(AT_ONCE);
        try (ExecutorService workers = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("audit-", 0).factory())) {
            for (Bmc bmc : bmcs.bmcs()) {
                slots.acquire();
                if (progress.cancelled()) {
                    slots.release();
                    gathered.add(without(bmc, Answer.NOT_ASKED, NOT_ASKED));
                    continue;
                }
                workers.execute(() -> {
                    try {
                        Evidence one = ask(bmc);
                        gathered.add(one);
                        progress.result(new Result(one.point(), bmc.server(), one.answered(),
                                one.answer().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                                one.answered() ? "Serial number " + one.told(Property.SERIAL) : one.words()));
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        return List.copyOf(gathered);
    }

    private Evidence ask(Bmc bmc) {
        Optional<BmcEndpoint> endpoint = endpoints.of(bmc);
        if (endpoint.isEmpty()) {
            return without(bmc, Answer.REFUSED, "Its login is no longer stored. Run a discovery with the right one.");
        }
        try {
            BmcIdentity identity = driver.identify(endpoint.get());
            keep(bmc, identity);
            return evidence(bmc, Answer.ANSWERED, Optional.of(identity), "");
        } catch (BmcFailure e) {
            return without(bmc, e.kind() == BmcFailure.Kind.SILENT ? Answer.SILENT : Answer.REFUSED, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return without(bmc, Answer.NOT_ASKED, NOT_ASKED);
        }
    }

    private Evidence without(Bmc bmc, Answer answer, String words) {
        return evidence(bmc, answer, bmc.identity(), words);
    }

    private Evidence evidence(Bmc bmc, Answer answer, Optional<BmcIdentity> told, String words) {
        return new Evidence(NAME, bmc.address() + ":" + bmc.port(), bmc.address(), bmc.server(), answer,
                clock.instant(), told.map(BmcEvidence::values).orElse(Map.of()), words);
    }

    private static Map<Property, String> values(BmcIdentity identity) {
        var values = new EnumMap<Property, String>(Property.class);
        values.put(Property.SERIAL, identity.serial());
        values.put(Property.BOARD_SERIAL, identity.boardSerial());
        values.put(Property.CHASSIS_SERIAL, identity.chassisSerial());
        values.put(Property.MANUFACTURER, identity.manufacturer());
        values.put(Property.MODEL, identity.model());
        values.put(Property.ASSET_TAG, identity.assetTag());
        return values;
    }

    private void keep(Bmc bmc, BmcIdentity identity) {
        try {
            Bmc saved = bmcs.save(new Bmc(bmc.id(), bmc.version(), bmc.address(), bmc.port(), bmc.credential(),
                    bmc.server(), Optional.of(identity), Optional.of(clock.instant())));
            events.publish(new DomainEvent.BmcSaved(saved));
        } catch (Conflict _) { // a discovery or a person was there meanwhile, and knows better
        }
    }
}
