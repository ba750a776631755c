package org.dcos.server.monitor.eventlog;

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
import org.dcos.domain.eventlog.EventLogState;
import org.dcos.domain.eventlog.EventLogStore;
import org.dcos.domain.eventlog.EventLogs;
import org.dcos.domain.eventlog.LogEntry;
import org.dcos.domain.eventlog.ReadLog;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.operation.OperationRunner;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
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
    private static final int PIECE = 256;
    private static final long SAVE_SECONDS = 30;

    private final LogSources sources;
    private final EventLogStore store;
    private final OperationRunner operations;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LogBook book;
    private final LogReading reading;
    private final LogOrders orders;
    private final ScheduledExecutorService house = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("event-logs").factory());

    @Activate
    public ArchivedEventLogs(@Reference LogSources sources, @Reference EventLogStore store,
            @Reference OperationRunner operations, @Reference AuditLog audit, @Reference EventPublisher publisher) {
        this(sources, store, operations, audit, publisher, InstantSource.system());
        house.scheduleWithFixedDelay(this::keepHouse, SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
    }

    /** For tests: keeps house only when told to. */
    ArchivedEventLogs(LogSources sources, EventLogStore store, OperationRunner operations, AuditLog audit,
            EventPublisher publisher, InstantSource clock) {
        this.sources = sources;
        this.store = store;
        this.operations = operations;
        this.audit = audit;
        this.clock = clock;
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
        var caller = Caller.current();
        audit.append(new AuditEntry(0, clock.instant(), caller.name(), caller.origin(), "event-log.clear",
                bmc.server().or(() -> Optional.of(id)), "Ordered to keep and clear the event log of " + name, why));
        return operations.start("event-log.clear", "Clear the event log of " + name, 1,
                progress -> orders.clear(bmc, name, endpoint, progress));
    }

    @Override
    public boolean readOn(Bmc bmc, BmcEndpoint endpoint) throws InterruptedException {
        try {
            return reading.readOn(bmc, endpoint, PIECE, false).more();
        } catch (BmcFailure e) {
            LOG.debug("The event log of BMC {}:{} could not be read: {}", bmc.address(), bmc.port(), e.getMessage());
            return false;
        }
    }

    private void keepHouse() {
        try {
            book.saveNoted();
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
