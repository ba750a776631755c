package org.dcos.ui.model.rack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.rack.RackRecords.Contents;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * When the racks of the chosen place were changed, and how they were at a moment of that time. The history is loaded
 * while it is open; going to a moment takes the changes since then back here, away from the realm, so that a thumb can
 * be dragged without asking the server-core. Used in the realm.
 */
public final class RackHistory implements AutoCloseable {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.RACK, Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS,
            Kind.PDU, Kind.RACK_RESERVATION);
    private static final Duration LEAST = Duration.ofMinutes(2);
    /** Before the first change, so that it can be seen without it. */
    private static final int SHARE_BEFORE = 25;

    /** A change set. @param size how many items of these racks it changed @param text what was done and by whom */
    public record Moment(String id, Instant at, int size, String text) {}

    /** @param moments the oldest first, all between the ends @param whole whether nothing older is left out */
    public record Timeline(Instant from, Instant now, List<Moment> moments, boolean whole) {
        public Timeline {
            moments = List.copyOf(moments);
        }
    }

    /** The racks as they were; states and alerts of then are not kept. */
    public record Then(Instant at, Estate estate, Contents contents) {}

    private record Loaded(List<PastChange> changes, boolean whole) {}

    private final EstateModel estates;
    private final SelectionModel selection;
    private final RackRecords records;
    private final Texts texts;
    private final InstantSource clock;
    private final WritableValue<Optional<Timeline>> timeline;
    private final WritableValue<Optional<Then>> then;
    private final WritableValue<String> problem;
    private final IValueChangeListener<Recorded> recorded = event -> {
        if (event.diff.getNewValue().kinds().stream().anyMatch(KINDS::contains)) {
            load();
        }
    };
    private final IValueChangeListener<Selected> placed = _ -> load();
    private Loaded loaded = new Loaded(List.of(), true);
    private Optional<Instant> wanted = Optional.empty();
    private boolean open;
    private int loads;
    private boolean working;
    private boolean again;

    public RackHistory(EstateModel estates, SelectionModel selection, RackRecords records, Texts texts,
            InstantSource clock) {
        this.estates = estates;
        this.selection = selection;
        this.records = records;
        this.texts = texts;
        this.clock = clock;
        var realm = estates.estate().getRealm();
        timeline = new WritableValue<>(realm, Optional.empty(), Optional.class);
        then = new WritableValue<>(realm, Optional.empty(), Optional.class);
        problem = new WritableValue<>(realm, "", String.class);
        estates.recorded().addValueChangeListener(recorded);
        selection.place().addValueChangeListener(placed);
    }

    /** Empty while it is closed or not known yet. */
    public IObservableValue<Optional<Timeline>> timeline() {
        return timeline;
    }

    /** How it was at the moment that is looked at; empty for now. */
    public IObservableValue<Optional<Then>> then() {
        return then;
    }

    /** Why the history cannot be told; empty when it can. */
    public IObservableValue<String> problem() {
        return problem;
    }

    public boolean isOpen() {
        return open;
    }

    /** Loads the history and keeps it current, or lets it go and is back at now. */
    public void open(boolean wished) {
        if (wished != open) {
            open = wished;
            if (open) {
                load();
            } else {
                loads++;
                look(Optional.empty());
                timeline.setValue(Optional.empty());
                problem.setValue("");
            }
        }
    }

    /** Goes to a moment; empty: now. */
    public void look(Optional<Instant> moment) {
        wanted = moment;
        if (moment.isEmpty()) {
            if (then.getValue().isPresent()) {
                then.setValue(Optional.empty());
            }
        } else {
            work();
        }
    }

    private void load() {
        if (!open) {
            return;
        }
        int mine = ++loads;
        var rooms = rooms(estates.estate().getValue(), selection.place().getValue());
        Outcome.of(estates, texts, core -> read(core, rooms), outcome -> {
            if (mine == loads) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(this::loaded);
            }
        });
    }

    private static Loaded read(ServerCore core, Set<UUID> rooms) throws Problem {
        var all = new ArrayList<PastChange>();
        boolean whole = true;
        for (UUID room : rooms) {
            var page = core.records().history(room, PageRequest.ALL);
            all.addAll(page.items());
            whole &= page.items().size() == page.total();
        }
        if (rooms.size() > 1) {
            all.sort((a, b) -> Long.compare(b.set().number(), a.set().number()));
        }
        return new Loaded(all, whole);
    }

    private void loaded(Loaded now) {
        loaded = now;
        var estate = estates.estate().getValue();
        var place = selection.place().getValue();
        var racks = Past.everyRack(now.changes(), estate).values().stream().filter(rack -> in(estate, place, rack))
                .map(Rack::id).collect(Collectors.toSet());
        var moments = Past.moments(Past.of(racks, now.changes()),
                past -> texts.get("past.change", past.set().title(), past.set().who()));
        var end = clock.instant();
        var kept = moments.stream().filter(moment -> !moment.at().isAfter(end)).toList();
        timeline.setValue(Optional.of(new Timeline(from(kept, end), end, kept, now.whole())));
        if (wanted.isPresent()) {
            work();
        }
    }

    private static Instant from(List<Moment> moments, Instant end) {
        var first = moments.isEmpty() ? end.minus(Duration.ofDays(1)) : moments.getFirst().at();
        var before = Duration.between(first, end).dividedBy(SHARE_BEFORE);
        return first.minus(before.compareTo(LEAST) < 0 ? LEAST : before);
    }

    private static Set<UUID> rooms(Estate estate, Selected place) {
        return switch (place) {
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfServer _ -> Set.of();
            // @formatter:on
            case Selected.OfIdc(var idc) -> estate.rooms().values().stream().filter(room -> room.idc().equals(idc))
                    .map(room -> room.id()).collect(Collectors.toSet());
            case Selected.OfRoom(var room) -> Set.of(room);
            case Selected.OfRow(var room, _) -> Set.of(room);
            case Selected.OfRack(var rack) -> Optional.ofNullable(estate.racks().get(rack)).map(Rack::room)
                    .map(Set::of).orElse(Set.of());
        };
    }

    /** Whether the place shows the rack, as in {@link RacksModel}. */
    private static boolean in(Estate estate, Selected place, Rack rack) {
        return switch (place) {
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfServer _ -> false;
            // @formatter:on
            case Selected.OfIdc _,Selected.OfRoom _ -> true;
            case Selected.OfRow(_, var row) -> rack.row().equals(row);
            case Selected.OfRack(var id) -> Optional.ofNullable(estate.racks().get(id)).map(Rack::row)
                    .filter(rack.row()::equals).isPresent();
        };
    }

    /** One at a time, and the newest wish last. */
    private void work() {
        if (working) {
            again = true;
            return;
        }
        working = true;
        var moment = wanted.orElseThrow();
        var changes = loaded.changes();
        var estate = estates.estate().getValue();
        var contents = records.contents().getValue();
        estates.inBackground(() -> {
            var made = Past.at(moment, changes, estate, contents);
            estates.inRealm(() -> worked(made));
        });
    }

    private void worked(Then made) {
        working = false;
        if (wanted.isPresent()) {
            then.setValue(Optional.of(made));
        }
        if (again) {
            again = false;
            if (wanted.isPresent()) {
                work();
            }
        }
    }

    @Override
    public void close() {
        open = false;
        loads++;
        wanted = Optional.empty();
        estates.recorded().removeValueChangeListener(recorded);
        selection.place().removeValueChangeListener(placed);
    }
}
