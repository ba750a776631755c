package org.dcos.server.oob;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.Credential;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bmc.DiscoveryOrder.Login;
import org.dcos.domain.bmc.SerialNumbers;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Problem;
import org.dcos.server.oob.SweepDiscovery.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks one address who it is, and finds the recorded server with that serial number. */
@Component(service = Recognition.class)
public final class Recognition {

    static final String MATCHED = "matched";
    static final String UNMATCHED = "unmatched";
    static final String SILENT = "silent";
    private static final int PING_TRIES = 2;
    private static final Duration PING_WAIT = Duration.ofMillis(800);

    private final BmcDriver driver;
    private final BmcStore bmcs;
    private final CredentialVault vault;
    private final InventoryStore records;
    private final Inventory inventory;
    private final EventPublisher events;
    private final PollNow poll;
    private final InstantSource clock = InstantSource.system();
    /** One recognition at a time decides about one server, so that two BMCs with one serial cannot both win. */
    private final Map<UUID, Object> deciding = new ConcurrentHashMap<>();

    @Activate
    public Recognition(@Reference BmcDriver driver, @Reference BmcStore bmcs, @Reference CredentialVault vault,
            @Reference InventoryStore records, @Reference Inventory inventory, @Reference EventPublisher events,
            @Reference PollNow poll) {
        this.driver = driver;
        this.bmcs = bmcs;
        this.vault = vault;
        this.records = records;
        this.inventory = inventory;
        this.events = events;
        this.poll = poll;
    }

    Result recognise(Target target) throws InterruptedException {
        if (target.sweep() && !answers(target)) {
            return new Result(target.address(), Optional.empty(), true, SILENT, "Nothing answers there.");
        }
        BmcFailure last = null;
        for (var login : target.logins()) {
            try {
                var identity = driver
                        .identify(new BmcEndpoint(target.address(), target.port(), login.user(), login.password()));
                return found(target, login, identity);
            } catch (BmcFailure e) {
                last = e;
                if (e.kind() != BmcFailure.Kind.WRONG_CREDENTIAL) {
                    break;
                }
            }
        }
        return last == null ? failed(target, "no-login", "No login was given for it.")
                : failed(target, word(last.kind()), last.getMessage());
    }

    private boolean answers(Target target) throws InterruptedException {
        for (int i = 0; i < PING_TRIES; i++) {
            if (driver.ping(target.address(), target.port(), PING_WAIT)) {
                return true;
            }
        }
        return false;
    }

    /** The outcome of a result. */
    static String word(BmcFailure.Kind kind) {
        return switch (kind) {
            case SILENT -> SILENT;
            case WRONG_CREDENTIAL -> "wrong-credential";
            case REFUSED -> "refused";
            case NO_SAFE_SUITE -> "no-safe-suite";
            case GARBAGE -> "garbage";
        };
    }

    private static Result failed(Target target, String outcome, String message) {
        return new Result(target.address(), Optional.empty(), false, outcome, message);
    }

    private Result found(Target target, Login login, BmcIdentity identity) throws InterruptedException {
        var credential = vault.keep(login.user(), login.password());
        try {
            if (SerialNumbers.junk(identity.serial())) {
                keep(target, credential, Optional.empty(), identity);
                return failed(target, UNMATCHED,
                        ("Its FRU says '%s' for a serial number, which names no machine. Write the "
                                + "real one into the FRU, or match it by hand.").formatted(identity.serial()));
            }
            var server = records.serverBySerial(identity.serial());
            if (server.isEmpty()) {
                keep(target, credential, Optional.empty(), identity);
                return failed(target, UNMATCHED,
                        "No recorded server has the serial number %s (%s %s). Import it, then run the discovery again."
                                .formatted(identity.serial(), identity.manufacturer(), identity.model()));
            }
            return matched(target, credential, identity, server.get());
        } catch (Problem e) {
            return failed(target, "conflict", e.getMessage());
        }
    }

    private Result matched(Target target, Credential credential, BmcIdentity identity, Server server)
            throws Problem, InterruptedException {
        var rival = bmcs.byServer(server.id()).filter(other -> !isAt(other, target));
        if (rival.isPresent() && driver.ping(rival.get().address(), rival.get().port(), PING_WAIT)) {
            keep(target, credential, Optional.empty(), identity);
            return failed(target, "duplicate",
                    ("The serial number %s of %s is also told by the BMC at %s, which answers too. "
                            + "Find out which one is right; nothing was changed.").formatted(identity.serial(),
                                    server.name(),
                                    rival.get().address()));
        }
        synchronized (deciding.computeIfAbsent(server.id(), _ -> new Object())) {
            var now = bmcs.byServer(server.id()).filter(other -> !isAt(other, target));
            if (now.isPresent() && !now.equals(rival)) {
                keep(target, credential, Optional.empty(), identity);
                return failed(target, "duplicate", "The serial number %s of %s is also told by the BMC at %s."
                        .formatted(identity.serial(), server.name(), now.get().address()));
            }
            if (now.isPresent()) {
                moveAway(now.get());
            }
            keep(target, credential, Optional.of(server.id()), identity);
            if (server.state() == LifecycleState.PLANNED) {
                inventory.save(server.in(LifecycleState.DISCOVERED));
            }
        }
        poll.pollNow(server.id());
        return new Result(target.address(), Optional.of(server.id()), true, MATCHED,
                "%s, serial number %s".formatted(server.name(), identity.serial()));
    }

    private static boolean isAt(Bmc bmc, Target target) {
        return bmc.address().equals(target.address()) && bmc.port() == target.port();
    }

    /** The BMC got another address: the record of the silent old one goes. */
    private void moveAway(Bmc old) {
        if (bmcs.delete(old.id())) {
            driver.forget(old.address(), old.port());
            events.publish(new DomainEvent.BmcDeleted(old.id()));
        }
    }

    private void keep(Target target, Credential credential, Optional<UUID> server, BmcIdentity identity)
            throws Conflict {
        var known = bmcs.byAddress(target.address(), target.port());
        var saved = bmcs
                .save(new Bmc(known.map(Bmc::id).orElseGet(UUID::randomUUID), known.map(Bmc::version).orElse(0L),
                        target.address(), target.port(), credential.id(), server, Optional.of(identity),
                        Optional.of(clock.instant())));
        events.publish(new DomainEvent.BmcSaved(saved));
    }
}
