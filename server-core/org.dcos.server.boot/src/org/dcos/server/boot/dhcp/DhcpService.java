package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.dhcp.Dhcp;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseListener;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.NetworkRecords;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.IpFamily;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.server.ServerListener;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.probe.AddressProbe;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves DHCP as the settings and the records say, and goes on to do so: what changes in the records counts a moment
 * later, and an interface that comes back is served again.
 */
@Component(immediate = true, service = Dhcp.class)
public final class DhcpService implements Dhcp {

    private static final Logger LOG = LoggerFactory.getLogger(DhcpService.class);
    private static final Duration LOOK_AFTER_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_OTHERS_EVERY = Duration.ofMinutes(10);
    private static final Duration AFTER_A_CHANGE = Duration.ofMillis(300);
    private static final long STOP_SECONDS = 10;

    private final NetworkRecords records;
    private final SettingsStore settingsStore;
    private final AuditLog audit;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Host.Look hosts;
    private final ReservationFile reservations;
    private final WireProbe probe = new WireProbe(new AddressProbe());
    private final LeaseNews news;
    private final OtherServerWatch others;
    private final Serving serving;
    private final Situation situation;
    private final ReentrantLock deciding = new ReentrantLock();
    private final ScheduledExecutorService house = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("dhcp-house").factory());
    private final ExecutorService looking = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("dhcp-look").factory());
    private final Events.Subscription subscription;
    private volatile DhcpSettings settings;
    private volatile boolean recordsChanged = true;
    private List<NetworkRecord> networks = List.of();

    /** What is around the service, gathered, for the constructor to have few parameters. */
    record Surroundings(NetworkRecords records, DataDirectory directory, SettingsStore settings, AuditLog audit,
            Events events, EventPublisher publisher) {}

    @Activate
    public DhcpService(@Reference NetworkRecords records, @Reference DataDirectory directory,
            @Reference SettingsStore settingsStore, @Reference AuditLog audit, @Reference Events events,
            @Reference EventPublisher publisher) throws IOException {
        this(new Surroundings(records, directory, settingsStore, audit, events, publisher), Host::ofThisMachine,
                OtherServerWatch.onTheWire(), InstantSource.system());
    }

    DhcpService(Surroundings around, Host.Look hosts, OtherServerWatch.Search search, InstantSource clock)
            throws IOException {
        this.records = around.records;
        this.settingsStore = around.settings;
        this.audit = around.audit;
        this.publisher = around.publisher;
        this.clock = clock;
        this.hosts = hosts;
        var folder = around.directory.path().resolve("dhcp");
        reservations = ReservationFile.open(folder);
        others = new OtherServerWatch(search, clock, this::tellState);
        situation = new Situation(clock.instant());
        news = new LeaseNews(it -> LeaseText.of(it, situation.plan(), clock.instant()),
                () -> publisher.publish(new DomainEvent.LeasesChanged()));
        serving = new Serving(folder, probe, new Hearing(), clock);
        settings = stored();
        subscription = around.events.subscribe(OptionalLong.empty(), event -> happened(event.event()));
        house.scheduleWithFixedDelay(this::keepHouse, 0, LOOK_AFTER_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        house.scheduleWithFixedDelay(this::lookForOthers, 1, LOOK_FOR_OTHERS_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private DhcpSettings stored() {
        try {
            return SettingsText.read(settingsStore.load(SettingsText.SERVICE));
        } catch (IllegalArgumentException e) {
            LOG.error("DHCP is not served, for its settings cannot be read: {}. Save them again", e.getMessage());
            return DhcpSettings.DEFAULT;
        }
    }

    /** Listeners come and go; each hears from then on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(LeaseListener listener) {
        news.add(listener);
    }

    void removeListener(LeaseListener listener) {
        news.remove(listener);
    }

    /** What the server sees. */
    private final class Hearing implements ServerListener {
        @Override
        public void leaseChanged(LeaseEvent event) {
            news.happened(event);
        }

        @Override
        public void otherServerSeen(String networkInterface, Inet4Address server) {
            others.heard(networkInterface, server);
        }
    }

    private void happened(DomainEvent event) {
        boolean matters = event instanceof DomainEvent.Resync
                || event instanceof DomainEvent.RecordsChanged(var _, var kinds)
                        && kinds.stream().anyMatch(DhcpService::matters);
        if (matters && !recordsChanged) {
            recordsChanged = true;
            house.schedule(this::keepHouse, AFTER_A_CHANGE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static boolean matters(Kind kind) {
        return kind == Kind.PREFIX || kind == Kind.IP_RANGE || kind == Kind.IP_ADDRESS || kind == Kind.PORT;
    }

    private void tellState() {
        publisher.publish(new DomainEvent.DhcpChanged());
    }

    private void keepHouse() {
        try {
            followPlan(false);
        } catch (RuntimeException | IOException e) {
            LOG.error("DHCP could not be looked after; it is tried again", e);
        }
    }

    /** Makes the plan anew, and has it served. */
    private void followPlan(boolean other) throws IOException {
        deciding.lock();
        try {
            var wanted = settings;
            if (recordsChanged || other) {
                recordsChanged = false;
                networks = records.networks(wanted.networks().stream().map(ServedNetwork::prefix).toList());
            }
            var there = hosts.now();
            var ordered = reservations.addresses().entrySet().stream()
                    .map(it -> LeaseText.ordered(it.getKey(), it.getValue())).toList();
            var plan = ServingPlan.of(wanted, networks, there, ordered);
            situation.plan(plan);
            var before = serving.interfaces();
            if (wanted.serving()) {
                situation.served(wanted, serving.serve(plan, there), serving.interfaces(), clock.instant());
            } else {
                serving.stop();
                situation.stopped(clock.instant());
            }
            if (situation.takeChanged()) {
                tellState();
            }
            serving.interfaces().stream().filter(it -> !before.contains(it)).forEach(this::lookLater);
        } finally {
            deciding.unlock();
        }
    }

    private void lookForOthers() {
        serving.interfaces().forEach(this::lookLater);
    }

    private void lookLater(String interfaceName) {
        looking.execute(() -> {
            try {
                others.look(interfaceName);
            } catch (IOException e) {
                LOG.debug("other DHCP servers on {} could not be looked for: {}", interfaceName, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("other DHCP servers were not looked for, for a mistake of this program", e);
            }
        });
    }

    @Override
    public DhcpSettings settings() {
        return settings;
    }

    @Override
    public DhcpSettings save(DhcpSettings changed) throws Problem {
        SettingsRules.check(changed, records.networks(changed.networks().stream().map(ServedNetwork::prefix).toList()));
        deciding.lock();
        try {
            settingsStore.save(SettingsText.SERVICE, SettingsText.write(changed));
            write("dhcp.save", "serving %s on %s, %d networks".formatted(changed.serving() ? "on" : "off",
                    String.join(", ", changed.interfaces()), changed.networks().size()));
            settings = changed;
            followPlan(true);
            return changed;
        } catch (IOException e) {
            throw new Unavailable("DHCP could not be changed: %s. It is tried again every %d s.".formatted(
                    e.getMessage(), LOOK_AFTER_EVERY.toSeconds()), e);
        } finally {
            deciding.unlock();
        }
    }

    private void write(String action, String what) {
        var caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, Optional.empty(), what,
                ""));
    }

    @Override
    public DhcpStatus status() throws Problem {
        try {
            return situation.told(settings, hosts.now(), others, serving, clock.instant());
        } catch (IOException e) {
            throw new Unavailable("The network interfaces of the server-core's machine cannot be read: %s.".formatted(
                    e.getMessage()), e);
        }
    }

    @Override
    public List<OtherServer> look(String interfaceName) throws Problem {
        Future<List<OtherServer>> answer;
        try {
            if (hosts.now().stream().noneMatch(it -> it.name().equals(interfaceName))) {
                throw new NotFound("There is no network interface %s on the server-core's machine.".formatted(
                        interfaceName));
            }
            answer = looking.submit(() -> others.look(interfaceName));
            var found = answer.get();
            tellState();
            return found;
        } catch (IOException e) {
            throw new Unavailable(e.getMessage(), e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException refused -> throw new Unavailable(refused.getMessage(), refused);
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Nobody waited for the answer.", e);
        }
    }

    @Override
    public Page<Lease> leases(LeaseFilter filter, PageRequest page) {
        var now = clock.instant();
        var plan = situation.plan();
        var found = serving.leases().stream().map(it -> LeaseText.of(it, plan, now))
                .filter(it -> LeaseText.wanted(filter, it))
                .sorted(Comparator.comparing(Lease::heard).reversed().thenComparing(Lease::address)).toList();
        return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                found.size());
    }

    @Override
    public Lease release(String address) throws Problem {
        var at = Ipv4.address(v4(address));
        var server = serving.server().orElseThrow(() -> new Unavailable(
                "DHCP is not served now, so the lease of %s cannot be ended. Start it first.".formatted(address)));
        try {
            var ended = server.release(at).orElseThrow(() -> new NotFound(
                    "Nobody has a lease of %s now.".formatted(address)));
            write("dhcp.release", "lease of %s by %s".formatted(address, ended.hardware()));
            return LeaseText.of(ended, situation.plan(), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The lease of %s was not ended, for the server-core ends.".formatted(address), e);
        }
    }

    private static String v4(String text) throws Invalid {
        try {
            var address = Address.parse(text.strip());
            if (address.family() == IpFamily.IPV4) {
                return address.toString();
            }
            throw Invalid.field("address", "%s is no IPv4 address.".formatted(text));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("address", e.getMessage());
        }
    }

    private static String mac(String text) throws Invalid {
        try {
            return LeaseText.mac(text);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("mac", e.getMessage());
        }
    }

    @Override
    public Page<Reservation> reservations(PageRequest page) {
        List<Reservation> all = reservations();
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    private List<Reservation> reservations() {
        deciding.lock();
        try {
            var all = new ArrayList<Reservation>();
            situation.plan().networks().forEach(it -> all.addAll(it.reservations().values()));
            var known = all.stream().map(Reservation::mac).collect(java.util.stream.Collectors.toSet());
            reservations.addresses().forEach((mac, address) -> {
                if (!known.contains(mac)) {
                    all.add(LeaseText.ordered(mac, address));
                }
            });
            all.sort(Comparator.comparing(it -> Address.parse(it.address())));
            return all;
        } finally {
            deciding.unlock();
        }
    }

    @Override
    public Reservation reserve(String mac, String address) throws Problem {
        String machine = mac(mac);
        String at = v4(address);
        deciding.lock();
        try {
            var holder = reservations().stream().filter(it -> it.address().equals(at) && !it.mac().equals(machine))
                    .findFirst();
            if (holder.isPresent()) {
                throw new Conflict("%s is reserved for %s%s. Take another, or end that first.".formatted(at,
                        holder.get().mac(), holder.get().machine().isEmpty() ? "" : ", " + holder.get().machine()));
            }
            if (!reservations.address(machine).equals(Optional.of(at))) {
                reservations.put(machine, at);
                write("dhcp.reserve", "%s for %s".formatted(at, machine));
                followPlan(false);
            }
            return LeaseText.ordered(machine, at);
        } catch (IOException e) {
            throw new Unavailable("The reservation could not be written to disk: %s.".formatted(e.getMessage()), e);
        } finally {
            deciding.unlock();
        }
    }

    @Override
    public void unreserve(String mac) throws Problem {
        String machine = mac(mac);
        deciding.lock();
        try {
            var address = reservations.address(machine);
            if (address.isPresent()) {
                reservations.remove(machine);
                write("dhcp.unreserve", "%s for %s".formatted(address.get(), machine));
                followPlan(false);
            }
        } catch (IOException e) {
            throw new Unavailable("The reservation could not be taken back on disk: %s.".formatted(e.getMessage()), e);
        } finally {
            deciding.unlock();
        }
    }

    /** Ends; who has an address keeps it. */
    @Deactivate
    public void close() throws IOException, InterruptedException {
        subscription.close();
        house.shutdownNow();
        looking.shutdownNow();
        house.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        deciding.lock();
        try {
            serving.close();
            probe.close();
            news.close();
            reservations.close();
        } finally {
            deciding.unlock();
        }
    }
}
