package org.dcos.server.monitor.eventlog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.audit.AuditLog;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.eventlog.EntryFilter;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogStore;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Event logs of BMCs as they are kept in the store, and read on when it is a BMC's turn or when somebody wants it. */
@Component(service = {EventLogs.class, EventLogTurn.class})
public final class ArchivedEventLogs implements EventLogs, EventLogTurn {

    private static final Logger LOG = LoggerFactory.getLogger(ArchivedEventLogs.class);
    private static final int SHORTEST_REASON = 3;
    /** So many entries are read at a turn: the sensors of the BMC want theirs. */
    private static final int PIECE = 128;
    private static final int PRUNED_AT_ONCE = 2_000;
    private static final long SAVE_SECONDS = 30;

    private final LogSources sources;
    private final EventLogStore store;
    private final OperationRunner operations;
    private final AuditLog audit;
    private final SettingsStore settingsStore;
    private final InstantSource clock;
    private final LogBook book;
    private final LogReading reading;
    private final LogOrders orders;
    private volatile EventLogSettings settings;
    private final ScheduledExecutorService house = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("event-logs").factory());

    @Activate
    public ArchivedEventLogs(@Reference LogSources sources, @Reference EventLogStore store,
            @Reference OperationRunner operations, @Reference AuditLog audit, @Reference EventPublisher publisher,
            @Reference SettingsStore settingsStore) {
        this(sources, store, operations, audit, publisher, settingsStore, InstantSource.system());
        house.scheduleWithFixedDelay(this::keepHouse, SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
    }

    /** For tests: keeps house only when told to. */
    ArchivedEventLogs(LogSources sources, EventLogStore store, OperationRunner operations, AuditLog audit,
            EventPublisher publisher, SettingsStore settingsStore, InstantSource clock) {
        this.sources = sources;
        this.store = store;
        this.operations = operations;
        this.audit = audit;
        this.settingsStore = settingsStore;
        this.clock = clock;
        settings = EventLogSettings.of(settingsStore.load(EventLogSettings.SERVICE));
        book = new LogBook(store);
        reading = new LogReading(sources, book, publisher, clock);
        orders = new LogOrders(reading);
    }

    @Override
    public Page<LogEntry> entries(EntryFilter filter, PageRequest page) {
        return store.entries(filter, page);
    }

    @Override
    public EventLogState state(UUID id) throws Problem {
        var bmc = sources.bmc(id);
        return book.known(bmc.id()).map(ReadLog::state).orElseGet(() -> EventLogState.unread(id))
                .withKept(store.kept(id));
    }

    @Override
    public Operation read(UUID id) throws Problem {
        var bmc = sources.bmc(id);
        var endpoint = sources.endpoint(bmc);
        var name = sources.name(bmc);
        return operations.start("event-log.read", "Read the event log of " + name, 1,
                progress -> orders.read(bmc, name, endpoint, progress));
    }

    @Override
    public Operation clear(UUID id, String reason) throws Problem {
        var bmc = sources.bmc(id);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw Invalid.field("reason",
                    "Say why in a few words: the log is emptied on the BMC, and the audit log keeps the reason.");
        }
        var endpoint = sources.endpoint(bmc);
        var name = sources.name(bmc);
        note(Caller.current(), "event-log.clear", bmc.server().or(() -> Optional.of(id)),
                "Ordered to keep and clear the event log of " + name, why);
        return operations.start("event-log.clear", "Clear the event log of " + name, 1,
                progress -> orders.clear(bmc, name, endpoint, progress));
    }

    @Override
    public boolean readOn(Bmc bmc, BmcEndpoint endpoint) throws InterruptedException {
        try {
            var step = reading.readOn(bmc, endpoint, PIECE, false);
            if (!step.more() && settings.clearNearlyFull() && nearlyFull(step.now().state())) {
                clearByItself(bmc, endpoint);
            }
            return step.more();
        } catch (BmcFailure e) {
            LOG.debug("The event log of BMC {}:{} could not be read: {}", bmc.address(), bmc.port(), e.getMessage());
            return false;
        }
    }

    private static boolean nearlyFull(EventLogState state) {
        return state.onBmc() > 0 && state.fill().orElse(0) >= EventLogSettings.NEARLY_FULL;
    }

    private void clearByItself(Bmc bmc, BmcEndpoint endpoint) throws BmcFailure, InterruptedException {
        if (reading.clear(bmc, endpoint, PIECE) == LogReading.Cleared.CLEARED) {
            note(Caller.SYSTEM, "event-log.clear", bmc.server().or(() -> Optional.of(bmc.id())),
                    "Kept and cleared the event log of " + sources.name(bmc), "It was nearly full.");
        }
    }

    private void note(Caller caller, String action, Optional<UUID> subject, String what, String why) {
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), action, subject, what, why));
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public EventLogSettings settings() {
        return settings;
    }

    @Override
    public EventLogSettings save(EventLogSettings changed) throws Problem {
        LogSettingsRules.check(changed);
        settingsStore.save(EventLogSettings.SERVICE, changed.values());
        note(Caller.current(), "event-log.settings", Optional.empty(), "%s to %s".formatted(settings, changed), "");
        settings = changed;
        return changed;
    }

    /** Saves what was noted, and deletes what is kept for long enough. */
    void keepHouse() {
        try {
            book.saveNoted();
            var oldest = clock.instant().minus(settings.retention());
            int pruned = 0;
            int piece;
            do { // in pieces, so that others get to write in between
                piece = store.prune(oldest, PRUNED_AT_ONCE);
                pruned += piece;
            } while (piece == PRUNED_AT_ONCE && !house.isShutdown());
            book.forget(oldest, id -> !sources.exists(id));
            if (pruned > 0) {
                LOG.info("{} entries of event logs were kept for {} days and are deleted", pruned,
                        settings.retention().toDays());
            }
        } catch (RuntimeException e) { // else it would never run again
            LOG.error("Keeping house with event logs failed; it is tried again in {} s", SAVE_SECONDS, e);
        }
    }

    /** Stores what is in hand. */
    @Deactivate
    public void close() {
        house.shutdownNow();
        book.saveNoted();
    }
}
