package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.NetworkRecord;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.domain.dhcp.ServedNetwork;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.settings.SettingsStore;

/** A server-core around the DHCP service: records, settings, audit and events in memory, leases on disk. */
final class Site implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Path folder;
    final List<NetworkRecord> records = new CopyOnWriteArrayList<>();
    final List<AuditEntry> deeds = new CopyOnWriteArrayList<>();
    final List<DomainEvent> published = new CopyOnWriteArrayList<>();
    final BlockingQueue<Lease> heard = new LinkedBlockingQueue<>();
    private final Map<String, String> stored = new HashMap<>();
    private final List<Consumer<NumberedEvent>> subscribers = new CopyOnWriteArrayList<>();
    Host.Look hosts = Host::ofThisMachine;
    OtherServerWatch.Search search = OtherServerWatch.onTheWire();
    DhcpService service;

    Site(Path folder) {
        this.folder = folder;
    }

    DhcpService start() throws IOException {
        service = new DhcpService(new DhcpService.Surroundings(
                wanted -> wanted.stream().flatMap(id -> records.stream().filter(it -> it.prefix().equals(id)))
                        .toList(),
                () -> folder, new Settings(), new Deeds(), new Stream(), published::add), this::hosts,
                name -> search.find(name), InstantSource.system());
        service.addListener(heard::add);
        return service;
    }

    private List<Host> hosts() throws SocketException {
        return hosts.now();
    }

    /** What happens elsewhere in the server-core. */
    void recordsChanged(Kind kind) {
        var event = new NumberedEvent(1, Instant.EPOCH, new DomainEvent.RecordsChanged(1, java.util.Set.of(kind)));
        subscribers.forEach(it -> it.accept(event));
    }

    /** A recorded prefix with one range; both as last octets. */
    NetworkRecord record(String cidr, String range, Reservation... reservations) {
        var record = new NetworkRecord(UUID.nameUUIDFromBytes(cidr.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Cidr.parse(cidr), false, Optional.empty(),
                range.isEmpty() ? List.of() : List.of(AddressRange.parse(range)), List.of(reservations), List.of());
        records.removeIf(it -> it.prefix().equals(record.prefix()));
        records.add(record);
        return record;
    }

    NetworkRecord taken(NetworkRecord record, String... addresses) {
        var other = new NetworkRecord(record.prefix(), record.cidr(), record.container(), record.gateway(),
                record.ranges(), record.reservations(), List.of(addresses).stream().map(Address::parse).toList());
        records.replaceAll(it -> it.prefix().equals(record.prefix()) ? other : it);
        return other;
    }

    static DhcpSettings serving(String interfaceName, ServedNetwork... networks) {
        return DhcpSettings.DEFAULT.withNetworks(List.of(interfaceName), List.of(networks)).withServing(true);
    }

    /** The next lease that a listener hears of. */
    Lease next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no lease within %s".formatted(PATIENCE)));
    }

    interface Check {
        boolean holds() throws Exception;
    }

    /** Waits until it holds; the service looks after itself every few seconds. */
    static void await(String what, Check check) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within %s: %s".formatted(PATIENCE, what));
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (service != null) {
            service.close();
            service = null;
        }
    }

    private final class Settings implements SettingsStore {
        @Override
        public Map<String, String> load(String name) {
            return Map.copyOf(stored);
        }

        @Override
        public void save(String name, Map<String, String> values) {
            stored.clear();
            stored.putAll(values);
        }
    }

    private final class Deeds implements AuditLog {
        @Override
        public void append(AuditEntry entry) {
            deeds.add(entry);
        }

        @Override
        public Page<AuditEntry> entries(Optional<UUID> subject, PageRequest page) {
            return new Page<>(new ArrayList<>(deeds), 0, deeds.size());
        }
    }

    private final class Stream implements Events, EventPublisher {
        @Override
        public void publish(DomainEvent event) {
            published.add(event);
        }

        @Override
        public Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
            subscribers.add(listener);
            return () -> subscribers.remove(listener);
        }
    }
}
