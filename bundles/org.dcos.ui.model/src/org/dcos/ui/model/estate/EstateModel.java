package org.dcos.ui.model.estate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Problem;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live estate of the current connection. Events change a snapshot on the stream's thread; the realm sees the newest
 * snapshot at most every 100 ms, so that no flood of events reaches a widget. After a drop everything is loaded again.
 */
public final class EstateModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EstateModel.class);
    private static final Duration COALESCE = Duration.ofMillis(100);

    private final Realm realm;
    private final Executor background;
    private final Delay delay;
    private final WritableValue<Estate> estate;
    private final WritableValue<ConnectionState> state;
    private final WritableValue<Optional<Connection>> connection;
    private final WritableValue<Recorded> recorded;
    private final List<Consumer<DomainEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();

    private Estate newest = Estate.EMPTY;
    private boolean publishing;
    /** Counts connections and loads: what an older one brings is dropped. */
    private int generation;
    private boolean loading;
    private boolean loadAgain;
    private final List<DomainEvent> whileLoading = new ArrayList<>();
    private Optional<Events.Subscription> subscription = Optional.empty();
    private Optional<AutoCloseable> stateWatch = Optional.empty();

    public EstateModel(Realm realm, Executor background, Delay delay) {
        this.realm = realm;
        this.background = background;
        this.delay = delay;
        this.estate = new WritableValue<>(realm, Estate.EMPTY, Estate.class);
        this.state = new WritableValue<>(realm, new ConnectionState.Closed(), ConnectionState.class);
        this.connection = new WritableValue<>(realm, Optional.empty(), Optional.class);
        this.recorded = new WritableValue<>(realm, new Recorded(0, Set.of()), Recorded.class);
    }

    public IObservableValue<Estate> estate() {
        return estate;
    }

    public IObservableValue<ConnectionState> state() {
        return state;
    }

    public IObservableValue<Optional<Connection>> connection() {
        return connection;
    }

    /** Changes whenever records were changed, or may have been: what is shown of these kinds is to be loaded again. */
    public IObservableValue<Recorded> recorded() {
        return recorded;
    }

    /**
     * Hands every event that the estate does not hold to the listener, in the realm; a Resync also after a connection
     * came back.
     *
     * @return ends that
     */
    public Runnable listen(Consumer<DomainEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The services of the current connection; empty while there is none. Call in the realm. */
    public Optional<ServerCore> core() {
        return connection.getValue().map(Connection::serverCore);
    }

    /** Runs work that may block, away from the realm. */
    public void inBackground(Runnable work) {
        background.execute(work);
    }

    /** Hands a result back to the realm. */
    public void inRealm(Runnable work) {
        realm.asyncExec(work);
    }

    /** Runs work in the realm after a while. */
    public void later(Duration wait, Runnable work) {
        delay.after(wait, () -> realm.asyncExec(work));
    }

    /** Goes over to another server-core; the old connection is closed. Call in the realm. */
    public void connect(Connection next) {
        disconnect();
        int mine;
        synchronized (lock) {
            mine = ++generation;
            newest = Estate.EMPTY;
        }
        estate.setValue(Estate.EMPTY);
        connection.setValue(Optional.of(next));
        stateWatch = Optional.of(next.onState(now -> realm.asyncExec(() -> stateChanged(mine, now))));
        background.execute(() -> follow(next, mine));
    }

    /** Closes the current connection, if there is one. Call in the realm. */
    public void disconnect() {
        Optional<Events.Subscription> events;
        synchronized (lock) {
            generation++;
            loading = false;
            loadAgain = false;
            whileLoading.clear();
            events = subscription;
            subscription = Optional.empty();
        }
        var old = connection.getValue();
        var watch = stateWatch;
        stateWatch = Optional.empty();
        connection.setValue(Optional.empty());
        background.execute(() -> {
            events.ifPresent(Events.Subscription::close);
            watch.ifPresent(EstateModel::quietly);
            old.ifPresent(Connection::close);
        });
        state.setValue(new ConnectionState.Closed());
    }

    @Override
    public void close() {
        disconnect();
    }

    private void stateChanged(int mine, ConnectionState now) {
        boolean back;
        synchronized (lock) {
            if (mine != generation) {
                return;
            }
            back = now instanceof ConnectionState.Connected && !(state.getValue() instanceof ConnectionState.Connected);
        }
        state.setValue(now);
        if (back) {
            reload();
            recorded(mine, Recorded.ALL);
            tell(mine, new DomainEvent.Resync());
        }
    }

    private void follow(Connection next, int mine) {
        var events = next.serverCore().events().subscribe(OptionalLong.empty(), event -> received(mine, event));
        synchronized (lock) {
            if (mine == generation) {
                subscription = Optional.of(events);
                return;
            }
        }
        events.close();
    }

    /** Loads everything again, in the background; several calls while one runs make one more. */
    public void reload() {
        int mine;
        var source = connection.getValue();
        if (source.isEmpty()) {
            return;
        }
        synchronized (lock) {
            if (loading) {
                loadAgain = true;
                return;
            }
            loading = true;
            mine = generation;
        }
        background.execute(() -> load(source.get().serverCore(), mine));
    }

    private void load(ServerCore core, int mine) {
        try {
            var loaded = read(core);
            change(mine, _ -> loaded, true);
        } catch (Problem e) { // the connection tells why, and a later Connected loads again
            LOG.debug("Loading the estate was refused: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Loading the estate broke off", e);
        } finally {
            boolean again;
            synchronized (lock) {
                loading = false;
                again = loadAgain && mine == generation;
                loadAgain = false;
                whileLoading.clear();
            }
            if (again) {
                realm.asyncExec(this::reload);
            }
        }
    }

    private static Estate read(ServerCore core) throws Problem {
        var inventory = core.inventory();
        var places = Estate.of(all(inventory::idcs), all(page -> inventory.rooms(Optional.empty(), page)),
                all(page -> inventory.racks(Optional.empty(), page)),
                all(page -> inventory.servers(ServerFilter.NONE, page)));
        Map<java.util.UUID, Alert> open = all(page -> core.alerts().alerts(AlertFilter.OPEN, page)).stream()
                .collect(Collectors.toMap(Alert::id, Function.identity(), (_, newer) -> newer));
        var withState = places.withStatuses(all(core.statuses()::statuses)).withAlerts(open);
        return core.collection().lastSweep().map(withState::withSweep).orElse(withState);
    }

    /** A list that comes in pages. */
    private interface Paged<T> {
        Page<T> page(PageRequest request) throws Problem;
    }

    private static <T> List<T> all(Paged<T> source) throws Problem {
        var items = new ArrayList<T>();
        Page<T> page;
        do {
            page = source.page(new PageRequest(items.size(), PageRequest.MAX_LIMIT));
            items.addAll(page.items());
        } while (!page.items().isEmpty() && items.size() < page.total());
        return items;
    }

    private void recorded(int mine, Set<Kind> kinds) {
        inRealm(mine, () -> recorded.setValue(recorded.getValue().next(kinds)));
    }

    private void tell(int mine, DomainEvent event) {
        if (!listeners.isEmpty()) {
            inRealm(mine, () -> listeners.forEach(listener -> listener.accept(event)));
        }
    }

    private void inRealm(int mine, Runnable work) {
        realm.asyncExec(() -> {
            boolean current;
            synchronized (lock) {
                current = mine == generation;
            }
            if (current) {
                work.run();
            }
        });
    }

    private void received(int mine, NumberedEvent numbered) {
        var event = numbered.event();
        if (event instanceof DomainEvent.RecordsChanged(_, var kinds)) {
            recorded(mine, kinds);
        } else if (event instanceof DomainEvent.Resync) {
            recorded(mine, Recorded.ALL);
            tell(mine, event);
        }
        switch (event) {
            // @formatter:off: it would glue the patterns together
            case DomainEvent.PlacesChanged _, DomainEvent.ServersChanged _, DomainEvent.Resync _ ->
                realm.asyncExec(this::reload);
            case DomainEvent.ServerSaved _, DomainEvent.ServerDeleted _, DomainEvent.StatusChanged _,
                    DomainEvent.SweepEnded _, DomainEvent.AlertChanged _ -> {
                synchronized (lock) {
                    if (loading && mine == generation) {
                        whileLoading.add(event);
                    }
                }
                change(mine, estateNow -> apply(estateNow, event), false);
            }
            case DomainEvent.BmcSaved _, DomainEvent.BmcDeleted _, DomainEvent.OperationChanged _,
                    DomainEvent.RecordsChanged _, DomainEvent.DeviationsChanged _, DomainEvent.AuditRunChanged _,
                    DomainEvent.LeasesChanged _, DomainEvent.DhcpChanged _, DomainEvent.ArrivalChanged _,
                    DomainEvent.ArrivalGone _, DomainEvent.EventLogChanged _, DomainEvent.BmcSetupChanged _ ->
                tell(mine, event);
            // @formatter:on
        }
    }

    static Estate apply(Estate estate, DomainEvent event) {
        return switch (event) {
            case DomainEvent.ServerSaved(var server) -> {
                var known = estate.servers().get(server.id());
                yield known != null && known.version() > server.version() ? estate : estate.withServer(server);
            }
            case DomainEvent.ServerDeleted(var id) -> estate.withoutServer(id);
            case DomainEvent.StatusChanged(var statuses) -> estate.withStatuses(statuses);
            case DomainEvent.SweepEnded(var sweep) -> estate.withSweep(sweep);
            case DomainEvent.AlertChanged(var alert) -> estate.withAlert(alert);
            // @formatter:off: it would glue the patterns together
            case DomainEvent.PlacesChanged _, DomainEvent.ServersChanged _, DomainEvent.Resync _,
                    DomainEvent.BmcSaved _, DomainEvent.BmcDeleted _, DomainEvent.OperationChanged _,
                    DomainEvent.RecordsChanged _, DomainEvent.DeviationsChanged _,
                    DomainEvent.AuditRunChanged _, DomainEvent.LeasesChanged _, DomainEvent.DhcpChanged _,
                    DomainEvent.ArrivalChanged _, DomainEvent.ArrivalGone _,
                    DomainEvent.EventLogChanged _, DomainEvent.BmcSetupChanged _ -> estate;
            // @formatter:on
        };
    }

    private void change(int mine, UnaryOperator<Estate> step, boolean replay) {
        synchronized (lock) {
            if (mine != generation) {
                return;
            }
            newest = step.apply(newest);
            if (replay) {
                whileLoading.forEach(event -> newest = apply(newest, event));
            }
            if (publishing) {
                return;
            }
            publishing = true;
        }
        delay.after(COALESCE, () -> realm.asyncExec(this::publish));
    }

    private void publish() {
        Estate now;
        synchronized (lock) {
            publishing = false;
            now = newest;
        }
        estate.setValue(now);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("Closing {} failed", closeable, e);
        }
    }
}
