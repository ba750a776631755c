package org.dcos.server.oob.settings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bmcsetup.AccessChange;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.BmcParts;
import org.dcos.domain.bmcsetup.BmcSettings;
import org.dcos.domain.bmcsetup.BmcSetupStore;
import org.dcos.domain.bmcsetup.DetailsFilter;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseListener;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.Operation.Result;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.operation.OperationRunner.Progress;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.oob.Endpoints;
import org.dcos.server.oob.IpmiConversations;
import org.dcos.server.oob.NetworkMove;
import org.dcos.server.oob.StoredBmcs;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how BMCs are set up, keeps what they told, and carries changes out as operations. */
@Component(service = {BmcSettings.class, LeaseListener.class})
public final class KeptBmcSettings implements BmcSettings, LeaseListener {

    private static final Logger LOG = LoggerFactory.getLogger(KeptBmcSettings.class);
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final int AT_ONCE = 64;

    /** How long things may take. @param restart of a BMC; @param move of a BMC; @param look between two looks */
    record Waits(Duration restart, Duration move, Duration look) {
        static final Waits USUAL = new Waits(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(15));
    }

    /** What it works with. */
    record Tools(BmcDriver driver, BmcSetup setup, BmcStore bmcs, CredentialVault vault, InventoryStore inventory,
            Records records, WireCheck wire, BmcSetupStore store, OperationRunner operations, AuditLog audit,
            EventPublisher events, Events stream, BringUp bringUp, Faces.Speech speech) {}

    private final Tools tools;
    private final Faces faces;
    private final Readings readings;
    private final Adjustments adjustments;
    private final Accounts accounts;
    private final Networks networks;
    private final Turns turns = new Turns();
    private final Unsettled unsettled;
    private final Newcomers newcomers;
    private final InstantSource clock = InstantSource.system();

    @Activate
    public KeptBmcSettings(@Reference BmcDriver driver, @Reference BmcSetup setup, @Reference BmcStore bmcs,
            @Reference CredentialVault vault, @Reference InventoryStore inventory, @Reference Records records,
            @Reference WireCheck wire, @Reference BmcSetupStore store, @Reference OperationRunner operations,
            @Reference AuditLog audit, @Reference EventPublisher events, @Reference Events stream,
            @Reference BringUp bringUp, @Reference IpmiConversations ipmi, @Reference RedfishConversations redfish) {
        this(new Tools(driver, setup, bmcs, vault, inventory, records, wire, store, operations, audit, events, stream,
                bringUp, (address, port) -> spoken(ipmi, redfish, address, port)), Waits.USUAL);
    }

    KeptBmcSettings(Tools tools, Waits waits) {
        this.tools = tools;
        var endpoints = new Endpoints(tools.bmcs(), tools.vault());
        this.faces = new Faces(tools.inventory(), tools.vault(), endpoints, tools.speech());
        this.readings = new Readings(tools.driver(), tools.setup(), tools.bmcs(), tools.store(), faces,
                tools.events(), clock);
        this.adjustments = new Adjustments(tools.driver(), tools.setup(), clock, waits.restart());
        this.accounts = new Accounts(tools.driver(), tools.setup(), tools.bmcs(), tools.vault(), tools.store(),
                tools.events());
        this.networks = new Networks(new NetworkMove(tools.driver(), tools.setup(), clock, waits.move()),
                tools.bmcs(), tools.store(), tools.records(), tools.wire(), tools.events());
        this.unsettled = new Unsettled(tools.store(), tools.bmcs(), endpoints, accounts, networks, turns, clock);
        unsettled.start(waits.look());
        this.newcomers = new Newcomers(tools.stream(), tools.bmcs(), bmc -> read(bmc, EnumSet.allOf(Section.class)));
    }

    static BmcDetails.Spoken spoken(IpmiConversations ipmi, RedfishConversations redfish, String address, int port) {
        Optional<Integer> tcp = redfish.portOf(address, port);
        OptionalInt suite = ipmi.suite(address, port);
        return new BmcDetails.Spoken(tcp.isPresent(), tcp,
                suite.isPresent() ? Optional.of(suite.getAsInt()) : Optional.empty());
    }

    @Deactivate
    public void close() {
        newcomers.close();
        unsettled.close();
    }

    @Override
    public void leased(Lease lease) {
        networks.leased(lease.mac(), lease.address());
    }

    @Override
    public BmcDetails details(UUID bmc) throws NotFound {
        return readings.details(found(bmc));
    }

    private Bmc found(UUID bmc) throws NotFound {
        return tools.bmcs().bmc(bmc).orElseThrow(() -> NotFound.of("BMC", bmc));
    }

    @Override
    public Page<BmcDetails> details(DetailsFilter filter, PageRequest page) {
        var kept = new HashMap<UUID, BmcDetails>();
        tools.store().details().forEach(details -> kept.put(details.bmc(), details));
        List<BmcDetails> wanted = tools.bmcs().bmcs().stream()
                .map(bmc -> readings.details(bmc, Optional.ofNullable(kept.get(bmc.id())))).filter(filter::matches)
                .sorted(Comparator.comparing((BmcDetails details) -> StoredBmcs.sortable(details.address()))
                        .thenComparingInt(BmcDetails::port))
                .toList();
        return new Page<>(wanted.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                wanted.size());
    }

    @Override
    public BmcParts parts(UUID bmc) throws NotFound {
        return readings.parts(found(bmc));
    }

    @Override
    public Operation read(ReadOrder order) throws Problem {
        var wanted = new ArrayList<Bmc>();
        for (UUID id : order.bmcs()) {
            wanted.add(found(id));
        }
        List<Bmc> all = order.bmcs().isEmpty() ? tools.bmcs().bmcs() : wanted;
        Set<Section> sections = order.sections().isEmpty() ? EnumSet.allOf(Section.class)
                : EnumSet.copyOf(order.sections());
        String title = all.size() == 1 ? "Reading of the BMC at " + all.getFirst().address()
                : "Reading of %,d BMCs".formatted(all.size());
        return tools.operations().start("bmc.read", title, all.size(), progress -> read(all, sections, progress));
    }

    private String read(List<Bmc> bmcs, Set<Section> sections, Progress progress) throws InterruptedException {
        var slots = new Semaphore(AT_ONCE);
        var done = new AtomicInteger();
        try (var workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bmc-read-", 0).factory())) {
            for (Bmc bmc : bmcs) {
                slots.acquire();
                if (progress.cancelled()) {
                    break;
                }
                workers.execute(() -> {
                    try {
                        Result result = read(bmc, sections);
                        done.addAndGet(result.ok() ? 1 : 0);
                        progress.result(result);
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        return "%,d of %,d read".formatted(done.get(), bmcs.size());
    }

    private Result read(Bmc bmc, Set<Section> sections) {
        try {
            Subject subject = faces.subject(bmc);
            Optional<String> why = readings.read(subject, sections);
            return result(subject, why.isEmpty(), why.isEmpty() ? DONE : "incomplete", why.orElse("Read."));
        } catch (Conflict e) {
            return new Result(bmc.address(), bmc.server(), false, FAILED, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result(bmc.address(), bmc.server(), false, "cancelled", "Not read: it was cancelled.");
        } catch (RuntimeException e) { // a bug with one BMC must not stop the others
            LOG.error("Reading the BMC at {} failed", bmc.address(), e);
            return new Result(bmc.address(), bmc.server(), false, "error",
                    "An internal error; details are in the log of the server-core.");
        }
    }

    private static Result result(Subject subject, boolean ok, String outcome, String message) {
        return new Result(subject.target(), subject.bmc().server(), ok, outcome, message);
    }

    @Override
    public Operation change(UUID bmc, BmcChange change, String reason) throws Problem {
        ChangeChecks.check(change, reason);
        Subject subject = faces.subject(found(bmc));
        var order = new Order(Adjustments.action(change), Adjustments.words(change, subject.name()), reason.strip(),
                Adjustments.touches(change));
        return start(subject, order, one -> adjustments.carryOut(one, change));
    }

    @Override
    public Operation changeAccess(UUID bmc, AccessChange change, String reason) throws Problem {
        ChangeChecks.check(change, reason);
        Subject subject = faces.subject(found(bmc));
        requireNotOnItsWay(subject);
        Order order = order(change, subject.name(), reason.strip());
        return start(subject, order, one -> switch (change) {
            case AccessChange.SetAccount account -> accounts.set(one, account);
            case AccessChange.SetPassword(var user, var password) -> accounts.password(one, user, password);
            case AccessChange.RotatePassword() -> accounts.rotate(one);
            case AccessChange.SetNetwork network -> networks.set(one, network);
        });
    }

    private static Order order(AccessChange change, String name, String reason) {
        return switch (change) {
            case AccessChange.SetAccount account -> new Order("bmc.account", words(account, name), reason,
                    Set.of(Section.ACCOUNTS, Section.DOORS));
            case AccessChange.SetPassword(var user, _) -> new Order("bmc.password",
                    "Set the password of account %d: %s".formatted(user, name), reason, Set.of(Section.ACCOUNTS));
            case AccessChange.RotatePassword() -> new Order("bmc.rotate-password",
                    "Rotate the password that DCOS uses: %s".formatted(name), reason, Set.of(Section.ACCOUNTS));
            case AccessChange.SetNetwork network -> new Order("bmc.network", words(network, name), reason,
                    Set.of(Section.NETWORK));
        };
    }

    private static String words(AccessChange.SetAccount account, String name) {
        String state = account.enabled() ? account.privilege().toString() : "off";
        return account.password().isPresent()
                ? "Set account %d '%s' to %s, with a new password: %s".formatted(account.user(), account.name(), state,
                        name)
                : "Set account %d '%s' to %s: %s".formatted(account.user(), account.name(), state, name);
    }

    private static String words(AccessChange.SetNetwork network, String name) {
        String vlan = network.vlan().map(String::valueOf).orElse("none");
        return network.source() == LanSettings.Source.STATIC
                ? "Set the network to %s, mask %s, gateway %s, VLAN %s: %s".formatted(
                        network.address().orElse("as it is"), network.mask().orElse("as it is"),
                        network.gateway().orElse("none"), vlan, name)
                : "Set the network to DHCP, VLAN %s: %s".formatted(vlan, name);
    }

    private void requireNotOnItsWay(Subject subject) throws Problem {
        if (subject.server().isEmpty()) {
            return;
        }
        var filter = new BringUp.ArrivalFilter(Optional.empty(), Optional.of(false),
                Optional.of(subject.server().get().id()), Optional.empty(), Optional.empty());
        if (tools.bringUp().arrivals(filter, PageRequest.ALL).items().stream()
                .anyMatch(arrival -> arrival.current().isPresent())) {
            throw new Conflict("%s is being brought up, and gets its password and address by that. Wait until it has "
                    + "ended, or stands still.".formatted(subject.name()));
        }
    }

    /** What is ordered. @param touches what is read again after it */
    private record Order(String action, String words, String reason, Set<Section> touches) {}

    /** The change itself; gives what holds now, in words. */
    private interface Deed {
        String with(Subject subject) throws BmcFailure, Problem, InterruptedException;
    }

    private Operation start(Subject subject, Order order, Deed deed) throws Conflict {
        UUID id = subject.bmc().id();
        if (!turns.take(id)) {
            throw new Conflict("%s is being changed already. Wait until that has ended.".formatted(subject.name()));
        }
        boolean started = false;
        try {
            var caller = Caller.current();
            tools.audit().append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), order.action(),
                    Optional.of(subject.bmc().server().orElse(id)), order.words(), order.reason()));
            Operation operation = tools.operations().start(order.action(), order.words(), 1, progress -> {
                try {
                    return carryOut(subject, order, deed, progress);
                } finally {
                    turns.leave(id);
                }
            });
            started = true;
            return operation;
        } finally {
            if (!started) {
                turns.leave(id);
            }
        }
    }

    private String carryOut(Subject subject, Order order, Deed deed, Progress progress) throws InterruptedException {
        Result result = attempt(subject, deed);
        try {
            Bmc now = tools.bmcs().bmc(subject.bmc().id()).orElse(subject.bmc());
            readings.read(faces.subject(now), order.touches());
        } catch (Conflict e) { // its login is gone: what was read stays as it was
            LOG.debug("The BMC at {} was not read again: {}", subject.bmc().address(), e.getMessage());
        }
        progress.result(result);
        if (!result.ok()) {
            progress.giveUp();
        }
        return result.message();
    }

    private Result attempt(Subject subject, Deed deed) throws InterruptedException {
        try {
            return result(subject, true, DONE, deed.with(subject));
        } catch (BmcFailure e) {
            boolean open = tools.store().intents().stream().anyMatch(one -> one.bmc().equals(subject.bmc().id()));
            return result(subject, false, FAILED, open
                    ? "%s: %s What became of it is found out by itself.".formatted(subject.name(), e.getMessage())
                    : "%s: %s".formatted(subject.name(), e.getMessage()));
        } catch (Problem e) {
            return result(subject, false, FAILED, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A change of the BMC at {} failed", subject.bmc().address(), e);
            return result(subject, false, "error", "An internal error; details are in the log of the server-core.");
        }
    }
}
