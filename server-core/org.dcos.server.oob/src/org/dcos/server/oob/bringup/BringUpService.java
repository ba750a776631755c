package org.dcos.server.oob.bringup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Step;
import org.dcos.domain.bringup.ArrivalStore;
import org.dcos.domain.bringup.ArrivalStore.Decision;
import org.dcos.domain.bringup.ArrivalStore.Intent;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Inventory;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseListener;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.oob.certificate.CertificatePdf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Brings BMCs that get an address into the pool. */
@Component(service = {BringUp.class, LeaseListener.class})
public final class BringUpService implements BringUp, LeaseListener {

    private static final int SHORTEST_REASON = 3;
    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final int MAX_PORT = 65_535;
    /** BMCs restart their network for some seconds when its settings change. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Book book;
    private final Settings settings;
    private final Planned planned;
    private final Crew crew;
    private final Doorman doorman;
    private final ArrivalStore store;
    private final CredentialVault vault;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Certificates certificates;

    @Activate
    public BringUpService(@Reference BmcDriver driver, @Reference BmcSetup setup, @Reference BmcLog log,
            @Reference BmcStore bmcs, @Reference CredentialVault vault, @Reference InventoryStore inventoryStore,
            @Reference Inventory inventory, @Reference Records records, @Reference AddressPlan addresses,
            @Reference WireCheck wire, @Reference PollNow poll, @Reference EventPublisher events,
            @Reference ArrivalStore store, @Reference SettingsStore settings, @Reference AuditLog audit) {
        this(new Hands(driver, setup, log, bmcs, vault, inventoryStore, inventory, records, addresses, wire, poll,
                events, InstantSource.system()), store, settings, audit, Milestones.NONE, PATIENCE);
    }

    BringUpService(Hands hands, ArrivalStore store, SettingsStore settingsStore, AuditLog audit,
            Milestones milestones, Duration patience) {
        this.store = store;
        this.vault = hands.vault();
        this.audit = audit;
        this.clock = hands.clock();
        this.book = new Book(store, hands.events());
        this.settings = new Settings(settingsStore, hands.vault());
        this.planned = new Planned(hands.planned(), hands.records(), hands.bmcs());
        var logins = new Logins(store, hands.vault(), settings, planned);
        this.certificates = new Certificates(hands.planned(), hands.bmcs(), planned, book, clock);
        this.crew = new Crew(book, settings,
                new Journey(hands, book, settings, logins, planned, milestones, patience), hands.clock());
        this.doorman = new Doorman(book, settings, hands.driver(), hands.clock(), crew);
    }

    @Deactivate
    public void close() {
        doorman.close();
        crew.close();
    }

    @Override
    public void leased(Lease lease) {
        doorman.leased(lease);
    }

    @Override
    public Page<Arrival> arrivals(ArrivalFilter filter, PageRequest page) {
        List<Arrival> wanted = book.all().stream().map(Kept::arrival).filter(arrival -> wants(filter, arrival))
                .sorted(Comparator.comparing(Arrival::changed).reversed().thenComparing(Arrival::id)).toList();
        return new Page<>(wanted.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                wanted.size());
    }

    private boolean wants(ArrivalFilter filter, Arrival arrival) {
        Optional<Server> server = arrival.server().flatMap(planned::server);
        return filter.stage().filter(stage -> stage != arrival.stage()).isEmpty()
                && filter.troubled().filter(troubled -> troubled != arrival.trouble().isPresent()).isEmpty()
                && filter.server().filter(id -> !arrival.server().equals(Optional.of(id))).isEmpty()
                && filter.rack().filter(id -> server.flatMap(Server::mounting)
                        .filter(mounting -> mounting.rack().equals(id)).isEmpty()).isEmpty()
                && filter.text().filter(text -> !found(text, arrival, server)).isEmpty();
    }

    private static boolean found(String text, Arrival arrival, Optional<Server> server) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(arrival.mac(), arrival.address(), server.map(Device::name).orElse(""),
                arrival.identity().map(identity -> identity.serial() + ' ' + identity.model()).orElse(""))
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
    }

    @Override
    public Arrival arrival(UUID id) throws NotFound {
        return kept(id).arrival();
    }

    private Kept kept(UUID id) throws NotFound {
        return book.byId(id).orElseThrow(() -> NotFound.of("arrival", id));
    }

    @Override
    public Arrival begin(BringUpOrder order) throws Problem {
        try {
            Address.parse(order.address());
        } catch (IllegalArgumentException e) {
            throw Invalid.field("address", e.getMessage());
        }
        if (order.port() < 1 || order.port() > MAX_PORT) {
            throw Invalid.field("port", "%d is no UDP port; BMCs listen on 623.".formatted(order.port()));
        }
        Optional<Kept> known = book.byAddress(order.address(), order.port());
        if (known.isPresent() && known.get().arrival().current().isPresent()) {
            throw new Conflict("The BMC at %s is under way already.".formatted(order.address()));
        }
        if (known.isPresent()) {
            requireIdle(known.get());
        }
        Arrival anew = Arrival.seen(known.map(kept -> kept.arrival().id()).orElseGet(UUID::randomUUID),
                known.map(kept -> kept.arrival().mac()).orElse(""), order.address(), order.port(), "named by a person",
                clock.instant());
        Arrival begun = known.map(kept -> anew.of(kept.arrival().server())).orElse(anew);
        book.save(new Kept(begun, known.map(Kept::intent).orElse(Intent.NONE)));
        note("bring-up.begin", begun, "Began to bring up the BMC at " + order.address(), "");
        crew.hurry();
        return begun;
    }

    @Override
    public Arrival retry(UUID id) throws Problem {
        Kept kept = idle(id);
        if (kept.arrival().current().isEmpty()) {
            throw new Conflict("It is in the pool already.");
        }
        return goOn(kept, kept.intent().withTries(0), "Tried again", "");
    }

    private Arrival goOn(Kept kept, Intent intent, String deed, String reason) throws Problem {
        Arrival going = kept.arrival().with(Optional.empty(), clock.instant());
        note("bring-up.go-on", going, "%s: the BMC at %s".formatted(deed, going.address()), reason);
        book.save(new Kept(going, intent));
        crew.hurry();
        return going;
    }

    @Override
    public Arrival assign(UUID id, UUID server, String reason) throws Problem {
        requireReason(reason);
        Kept kept = idle(id);
        Server chosen = planned.server(server).orElseThrow(() -> NotFound.of("server", server));
        if (kept.arrival().stage() == Stage.AVAILABLE || done(kept, Step.Kind.PASSWORD)) {
            throw new Conflict("It was accepted already; dismiss it to begin anew.");
        }
        Arrival assigned = kept.arrival().of(Optional.of(server)).undid(Step.Kind.MATCH).undid(Step.Kind.COMPARE);
        return goOn(new Kept(assigned, kept.intent()), kept.intent().withAssigned(reason.strip()).withTries(0),
                "Assigned to " + chosen.name(), reason);
    }

    private static boolean done(Kept kept, Step.Kind kind) {
        return kept.arrival().steps().stream().anyMatch(step -> step.kind() == kind && step.done());
    }

    @Override
    public Arrival accept(UUID id, String reason) throws Problem {
        requireReason(reason);
        Kept kept = idle(id);
        boolean acceptable = kept.arrival().trouble().isPresent() && kept.arrival().current()
                .map(Step::kind).filter(kind -> switch (kind) {
                    case COMPARE, CLOSE, CHECK -> true;
                    case LOGIN, IDENTIFY, MATCH, PASSWORD, CLOCK, ADDRESS, ACCEPT, RELEASE -> false;
                }).isPresent();
        if (!acceptable) {
            throw new Conflict("There is no difference that could be accepted.");
        }
        return goOn(kept,
                kept.intent().withAccepted(new Decision(Caller.current().name(), reason.strip(), clock.instant()))
                        .withTries(0),
                "Accepted as it is", reason);
    }

    @Override
    public void dismiss(UUID id, String reason) throws Problem {
        requireReason(reason);
        Kept kept = idle(id);
        if (kept.intent().nextLogin().isPresent() || kept.intent().lanNext().isPresent()) {
            throw new Conflict("It is in the middle of getting its password or address; try it again first.");
        }
        note("bring-up.dismiss", kept.arrival(), "Dismissed the BMC at " + kept.arrival().address(), reason);
        book.delete(id);
    }

    private static void requireReason(String reason) throws Invalid {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw Invalid.field("reason", "Say why in a few words: it is kept with the decision.");
        }
    }

    private Kept idle(UUID id) throws Problem {
        requireIdle(kept(id));
        return kept(id);
    }

    private void requireIdle(Kept kept) throws Conflict {
        if (crew.staysBusyWith(kept.arrival().id())) {
            throw new Conflict("The BMC at %s is being worked on at this moment; wait for its step to end.".formatted(
                    kept.arrival().address()));
        }
    }

    private void note(String action, Arrival arrival, String summary, String reason) {
        Caller caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, arrival.server(),
                summary, reason.strip()));
    }

    @Override
    public BringUpSettings settings() {
        return settings.now();
    }

    @Override
    public BringUpSettings save(BringUpSettings wanted) throws Problem {
        settings.save(wanted);
        Caller caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "bring-up.settings",
                Optional.empty(), wanted.running() ? "Machines that come are brought up"
                        : "Machines that come are not brought up",
                ""));
        crew.hurry();
        return settings.now();
    }

    @Override
    public LoginReport takeLogins(LoginFile file) throws Problem {
        String user = settings.now().logins().stream().map(BringUpSettings.FirstLogin::user).findFirst().orElse("");
        var read = LoginLines.read(file.content(), user);
        var logins = new HashMap<String, UUID>();
        for (var line : read.lines()) {
            logins.put(line.machine(), vault.keep(line.user(), line.password()).id());
        }
        store.takeFirstLogins(logins);
        Caller caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "bring-up.logins",
                Optional.empty(), "Took %,d first logins of %s".formatted(read.lines().size(), file.name()), ""));
        return new LoginReport(read.lines().size(), read.refused());
    }

    @Override
    public byte[] certificate(UUID rack, String language) throws Problem {
        if (!LANGUAGES.contains(language)) {
            throw Invalid.field("language", "'%s' is neither en nor zh.".formatted(language));
        }
        return CertificatePdf.of(certificates.of(rack), language);
    }
}
