package org.dcos.ui.model.bringup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUp.ArrivalFilter;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * The board of what is on its way into the pool. Arrivals are loaded once and then follow the events; the sight is
 * worked out in the background, one at a time, and published in the realm. Used in the realm.
 */
public final class BoardModel implements AutoCloseable {

    private final EstateModel estates;
    private final Texts texts;
    private final Clock clock;
    private final Function<ServerCore, BringUp> service;
    private final BoardDrawing drawing;
    private final WritableValue<BoardSight> sight;
    private final WritableValue<Signal> signal;
    private final WritableValue<String> problem;
    private final WritableValue<Boolean> running;
    private final Map<UUID, Arrival> arrivals = new HashMap<>();
    private final IValueChangeListener<Estate> estateChanged = _ -> refresh();
    private final IValueChangeListener<Optional<Connection>> connectionChanged = _ -> anew();
    private final Runnable deaf;
    private BoardFilter filter = new BoardFilter.OnTheirWay();
    private int loads;
    private boolean drawingNow;
    private boolean again;
    private boolean known;
    private boolean closed;

    /** @param service where it is found */
    public BoardModel(EstateModel estates, Texts texts, Clock clock, Function<ServerCore, BringUp> service) {
        this.estates = estates;
        this.texts = texts;
        this.clock = clock;
        this.service = service;
        this.drawing = new BoardDrawing(texts, clock.getZone());
        var realm = estates.estate().getRealm();
        sight = new WritableValue<>(realm, BoardSight.NONE, BoardSight.class);
        signal = new WritableValue<>(realm, new Signal(0, Signal.What.NOTHING), Signal.class);
        problem = new WritableValue<>(realm, "", String.class);
        running = new WritableValue<>(realm, Boolean.TRUE, Boolean.class);
        estates.estate().addValueChangeListener(estateChanged);
        estates.connection().addValueChangeListener(connectionChanged);
        deaf = estates.listen(this::heard);
        anew();
    }

    public IObservableValue<BoardSight> sight() {
        return sight;
    }

    /** Changes when something turns red or comes into the pool. */
    public IObservableValue<Signal> signal() {
        return signal;
    }

    /** What went wrong last; empty when nothing did. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** Whether machines that ask for an address are brought up at all; taken as true until it is known. */
    public IObservableValue<Boolean> running() {
        return running;
    }

    /** Whether it is known if machines are brought up. */
    public boolean known() {
        return known;
    }

    public BoardFilter filter() {
        return filter;
    }

    /** Shows other racks. */
    public void show(BoardFilter next) {
        filter = next;
        refresh();
    }

    /** Something the board can be narrowed to. */
    public record Choice(BoardFilter filter, String title) {}

    /** Rooms, each followed by its racks. */
    public List<Choice> choices() {
        var estate = estates.estate().getValue();
        var choices = new ArrayList<Choice>();
        for (var room : estate.rooms().values().stream().sorted((a, b) -> NaturalOrder.INSTANCE.compare(
                BoardDrawing.roomTitle(estate, a), BoardDrawing.roomTitle(estate, b))).toList()) {
            choices.add(new Choice(new BoardFilter.OfRoom(room.id()), BoardDrawing.roomTitle(estate, room)));
            racks(estate, room).forEach(rack -> choices.add(new Choice(new BoardFilter.OfRack(rack.id()),
                    rack.name())));
        }
        return choices;
    }

    private static List<Rack> racks(Estate estate, Room room) {
        return estate.racks().values().stream().filter(rack -> rack.room().equals(room.id()))
                .sorted((a, b) -> NaturalOrder.INSTANCE.compare(a.name(), b.name())).toList();
    }

    public Optional<Arrival> arrival(UUID id) {
        return Optional.ofNullable(arrivals.get(id));
    }

    /** Goes on with it from the step where it stands. */
    public void retry(UUID id) {
        order(core -> service.apply(core).retry(id));
    }

    public void assign(UUID id, UUID server, String reason) {
        order(core -> service.apply(core).assign(id, server, reason));
    }

    public void accept(UUID id, String reason) {
        order(core -> service.apply(core).accept(id, reason));
    }

    public void dismiss(UUID id, String reason) {
        Outcome.<Boolean>of(estates, texts, core -> {
            service.apply(core).dismiss(id, reason);
            return true;
        }, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(_ -> gone(id));
        });
    }

    /** Looks for the servers that it may be. @param rack where one works, if anywhere */
    public void candidates(UUID id, Optional<UUID> rack, Consumer<List<Candidate>> then) {
        arrival(id).ifPresent(arrival -> Outcome.of(estates, texts, Candidates::taken, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(taken -> then.accept(Candidates.of(estates.estate().getValue(), arrival, taken,
                    rack)));
        }));
    }

    private void order(Outcome.Call<Arrival> call) {
        Outcome.of(estates, texts, call, outcome -> {
            problem.setValue(outcome.problem());
            outcome.value().ifPresent(this::changed);
        });
    }

    private void heard(DomainEvent event) {
        if (event instanceof DomainEvent.ArrivalChanged(var arrival)) {
            changed(arrival);
        } else if (event instanceof DomainEvent.ArrivalGone(var id)) {
            gone(id);
        } else if (event instanceof DomainEvent.Resync) {
            load();
        }
    }

    private void changed(Arrival arrival) {
        var before = arrival(arrival.id());
        if (before.filter(known -> known.version() > arrival.version()).isPresent()) {
            return;
        }
        arrivals.put(arrival.id(), arrival);
        boolean red = arrival.trouble().isPresent()
                && !before.map(Arrival::trouble).map(Optional::isPresent).orElse(false);
        boolean done = arrival.stage() == Stage.AVAILABLE
                && before.filter(known -> known.stage() == Stage.AVAILABLE).isEmpty();
        if (red || done) {
            signal.setValue(new Signal(signal.getValue().count() + 1, red ? Signal.What.RED : Signal.What.IN_POOL));
        }
        refresh();
    }

    private void gone(UUID id) {
        arrivals.remove(id);
        refresh();
    }

    private void anew() {
        known = false;
        arrivals.clear();
        problem.setValue("");
        refresh();
        load();
    }

    private record Loaded(List<Arrival> arrivals, boolean running) {}

    /** Loads again, in the background; an answer that is older than the last one asked for is dropped. */
    public void load() {
        if (estates.core().isEmpty()) {
            return;
        }
        int mine = ++loads;
        Outcome.of(estates, texts, core -> new Loaded(all(service.apply(core)), service.apply(core).settings()
                .running()), outcome -> {
                    if (mine == loads && !closed) {
                        problem.setValue(outcome.problem());
                        outcome.value().ifPresent(this::loaded);
                    }
                });
    }

    private static List<Arrival> all(BringUp bringUp) throws Problem {
        var all = new ArrayList<Arrival>();
        Page<Arrival> page;
        do {
            page = bringUp.arrivals(ArrivalFilter.ALL, new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }

    private void loaded(Loaded loaded) {
        var before = new HashMap<>(arrivals);
        arrivals.clear();
        loaded.arrivals().forEach(arrival -> arrivals.put(arrival.id(), Optional.ofNullable(before.get(arrival.id()))
                .filter(newer -> newer.version() > arrival.version()).orElse(arrival)));
        known = true;
        running.setValue(loaded.running());
        refresh();
    }

    /** Works it out again, as time goes by. Several calls while one is at work make one more. */
    public void refresh() {
        if (drawingNow) {
            again = true;
            return;
        }
        drawingNow = true;
        var estate = estates.estate().getValue();
        var known = List.copyOf(arrivals.values());
        var wanted = filter;
        var now = clock.instant();
        estates.inBackground(() -> {
            var made = Optional.<BoardSight>empty();
            try {
                made = Optional.of(drawing.sight(estate, known, wanted, now));
            } finally {
                var drawn = made;
                estates.inRealm(() -> drawn(drawn));
            }
        });
    }

    private void drawn(Optional<BoardSight> made) {
        drawingNow = false;
        if (closed) {
            return;
        }
        made.ifPresent(sight::setValue);
        if (again) {
            again = false;
            refresh();
        }
    }

    @Override
    public void close() {
        closed = true;
        deaf.run();
        estates.estate().removeValueChangeListener(estateChanged);
        estates.connection().removeValueChangeListener(connectionChanged);
    }
}
