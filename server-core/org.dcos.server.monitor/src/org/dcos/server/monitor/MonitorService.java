package org.dcos.server.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.event.Events;
import org.dcos.domain.metric.MetricStore;
import org.dcos.domain.monitor.Collection;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.monitor.ObservationListener;
import org.dcos.domain.monitor.PollNow;
import org.dcos.domain.monitor.Sweep;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.domain.status.Statuses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the BMC of every server for its power state and sensors again and again, and keeps and tells what it hears. Runs
 * the {@link Collector} with threads: one that starts conversations when they are due, one virtual thread for each
 * conversation, one that hands on statuses and samples every 200 ms, and one that keeps house.
 */
@Component(immediate = true, service = {Statuses.class, Collection.class, PollNow.class})
public final class MonitorService implements Statuses, Collection, PollNow {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorService.class);
    private static final Duration HAND_ON_EVERY = Duration.ofMillis(200);
    private static final Duration KEEP_HOUSE_EVERY = Duration.ofSeconds(1);
    private static final Duration RECONCILE_EVERY = Duration.ofMinutes(1);
    private static final Duration SNAPSHOT_EVERY = Duration.ofSeconds(30);
    private static final int MOST_STATUSES_IN_AN_EVENT = 500;
    private static final long STOP_SECONDS = 10;

    private final Estate estate;
    private final EventPublisher publisher;
    private final SettingsStore settingsStore;
    private final AuditLog audit;
    private final InstantSource clock = InstantSource.system();
    private final StatusFile file;
    private final StatusBook book = new StatusBook();
    private final SampleBuffer samples;
    private final Observers observers;
    private final Collector collector;
    private final Roster roster;
    private final ExecutorService workers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("bmc-poll-", 0).factory());
    private final Pulse handOn;
    private final Pulse starter;
    private final Pulse house;
    private final Events.Subscription subscription;
    private volatile CollectionSettings settings;
    private volatile Optional<Sweep> lastSweep = Optional.empty();
    private volatile boolean reconcile = true;
    private boolean alertsLoaded;
    private long reconciledAt;
    private long savedAt = System.nanoTime();
    private long savedChanges;

    @Activate
    public MonitorService(@Reference Estate estate, @Reference DataDirectory directory,
            @Reference SettingsStore settingsStore, @Reference MetricStore metrics, @Reference AuditLog audit,
            @Reference Events events, @Reference EventPublisher publisher) throws IOException {
        this.estate = estate;
        this.publisher = publisher;
        this.settingsStore = settingsStore;
        this.audit = audit;
        settings = CollectionSettings.of(settingsStore.load(CollectionSettings.SERVICE));
        file = new StatusFile(Files.createDirectories(directory.path().resolve("monitor")));
        book.restore(file.read());
        samples = new SampleBuffer(metrics);
        observers = new Observers(book, samples, () -> settings, this::news);
        collector = new Collector(new Conversation(estate.driver, estate.vault, estate.logs, clock), workers,
                MonitorService::millis,
                observers,
                settings,
                this::wakeStarter);
        collector.logInterval(estate.logs.interval());
        roster = new Roster(estate.inventory, estate.bmcs, collector, book);
        handOn = new Pulse("monitor-hand-on", HAND_ON_EVERY, this::handOn);
        starter = new Pulse("monitor-start", Duration.ZERO, collector::startDue);
        house = new Pulse("monitor-house", KEEP_HOUSE_EVERY.dividedBy(10), this::keepHouse);
        subscription = events.subscribe(OptionalLong.empty(), event -> happened(event.event()));
    }

    /** Listeners come and go; each hears from then on. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(ObservationListener listener) {
        observers.add(listener);
    }

    void removeListener(ObservationListener listener) {
        observers.remove(listener);
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    private void news() {
        if (handOn != null) { // else the constructor is not through yet; the first run finds the news by itself
            handOn.wake();
        }
    }

    private void wakeStarter() {
        if (starter != null) {
            starter.wake();
        }
    }

    private void happened(DomainEvent event) {
        if (roster.happened(event)) {
            reconcile = true;
            house.wake();
        }
        news();
    }

    private long handOn() {
        var changed = book.takeChanged();
        for (int from = 0; from < changed.size(); from += MOST_STATUSES_IN_AN_EVENT) {
            publisher.publish(new DomainEvent.StatusChanged(
                    changed.subList(from, Math.min(changed.size(), from + MOST_STATUSES_IN_AN_EVENT))));
        }
        return samples.flush() ? Long.MAX_VALUE : 1_000;
    }

    private long keepHouse() {
        long now = System.nanoTime();
        for (var sweep : collector.rounds().ended(millis(), clock.instant(), settings.powerInterval())) {
            lastSweep = Optional.of(sweep);
            publisher.publish(new DomainEvent.SweepEnded(sweep));
        }
        collector.logInterval(estate.logs.interval());
        if (!alertsLoaded) {
            estate.alerts.alerts(AlertFilter.OPEN, PageRequest.ALL).items().forEach(book::alert);
            alertsLoaded = true;
        }
        if (reconcile || now - reconciledAt > RECONCILE_EVERY.toNanos()) {
            reconcile = false;
            reconciledAt = now;
            roster.reconcile(settings);
            news();
        }
        if (now - savedAt > SNAPSHOT_EVERY.toNanos()) {
            savedAt = now;
            snapshot();
        }
        return KEEP_HOUSE_EVERY.toMillis();
    }

    private void snapshot() {
        long changes = book.changes();
        if (changes == savedChanges) {
            return;
        }
        try {
            file.write(book.all());
            savedChanges = changes;
        } catch (IOException e) {
            LOG.warn("The last known states could not be saved: {}. They are tried again in {} s", e.getMessage(),
                    SNAPSHOT_EVERY.toSeconds());
        }
    }

    @Override
    public Page<ServerStatus> statuses(PageRequest page) {
        return book.page(page);
    }

    @Override
    public ServerStatus status(UUID server) throws Problem {
        var known = book.status(server);
        if (known.isPresent()) {
            return known.get();
        }
        checkExists(server);
        return ServerStatus.unknown(server, Reachability.NO_BMC);
    }

    @Override
    public List<SensorReading> sensors(UUID server) throws Problem {
        var known = book.sensors(server);
        if (known.isPresent()) {
            return known.get();
        }
        checkExists(server);
        return List.of();
    }

    private void checkExists(UUID server) throws NotFound {
        if (estate.inventory.server(server).isEmpty()) {
            throw NotFound.of("server", server);
        }
    }

    @Override
    public CollectionSettings settings() {
        return settings;
    }

    @Override
    public CollectionSettings save(CollectionSettings changed) throws Problem {
        SettingsRules.check(changed);
        settingsStore.save(CollectionSettings.SERVICE, changed.values());
        var caller = Caller.current();
        audit.append(
                new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "collection.save", Optional.empty(),
                        "%s to %s".formatted(settings, changed), ""));
        settings = changed;
        collector.settings(changed);
        return changed;
    }

    @Override
    public Optional<Sweep> lastSweep() {
        return lastSweep;
    }

    @Override
    public void pollNow(UUID server) {
        collector.pollNow(server);
    }

    /** Ends all conversations, stores what is in hand. */
    @Deactivate
    public void close() throws InterruptedException {
        subscription.close();
        house.close();
        starter.close();
        workers.shutdownNow();
        if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Conversations with BMCs did not end within {} s; they are left behind", STOP_SECONDS);
        }
        handOn.close();
        handOn();
        snapshot();
    }
}
