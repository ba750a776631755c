package org.dcos.ui.canvas.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.chart.Ticks;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.history.HistoryPicture.Change;
import org.dcos.ui.canvas.mark.Mark;

/** Where moments and changes are on the slider. Pure arithmetic; changes closer than a few pixels are one tick. */
public final class HistoryLayout {

    static final int HEIGHT = 66;
    /** Middle of the track. */
    static final int TRACK = 34;
    /** Middle of the labels of the axis. */
    static final int LABELS = 57;
    static final int MARGIN = 20;

    private static final int LEAST_APART = 5;
    private static final int SNAP = 6;
    private static final int REACH = 5;
    private static final int LABEL_ROOM = 84;
    private static final int LEAST_HIGH = 8;
    private static final int MOST_HIGH = 22;

    /** One or more change sets in one place. @param changes the oldest first */
    public record Tick(int x, int height, Mark mark, List<Change> changes) {
        /** Of its last change: there the records are as after all of them. */
        public String id() {
            return changes.getLast().id();
        }

        public Instant at() {
            return changes.getLast().at();
        }
    }

    /** A word below the track. */
    public record Label(int x, String text) {}

    private final HistoryPicture picture;
    private final int left;
    private final int right;
    private final List<Tick> ticks = new ArrayList<>();

    private HistoryLayout(HistoryPicture picture, int width) {
        this.picture = picture;
        this.left = MARGIN;
        this.right = Math.max(MARGIN + 1, width - MARGIN);
    }

    public static HistoryLayout of(HistoryPicture picture, int width) {
        var layout = new HistoryLayout(picture, width);
        layout.place();
        return layout;
    }

    public int left() {
        return left;
    }

    public int right() {
        return right;
    }

    public List<Tick> ticks() {
        return List.copyOf(ticks);
    }

    public List<Label> labels() {
        int most = Math.max(1, (right - left) / LABEL_ROOM);
        return Ticks.times(picture.from(), picture.now(), picture.zone(), most).stream()
                .map(tick -> new Label(x(tick.at()), tick.label()))
                .filter(label -> label.x() < right - LABEL_ROOM / 2).toList();
    }

    public int x(Instant at) {
        double share = Duration.between(picture.from(), at).toMillis()
                / (double) Duration.between(picture.from(), picture.now()).toMillis();
        return left + (int) Math.round(Math.clamp(share, 0, 1) * (right - left));
    }

    /** The moment at a place: that of a change near by, else as the pixels tell; empty at the right end, now. */
    public Optional<Instant> moment(int x) {
        if (x > right - SNAP) {
            return Optional.empty();
        }
        var near = nearest(x).filter(tick -> Math.abs(tick.x() - x) <= SNAP);
        if (near.isPresent()) {
            return near.map(Tick::at);
        }
        double share = Math.clamp((x - left) / (double) (right - left), 0, 1);
        long millis = Duration.between(picture.from(), picture.now()).toMillis();
        return Optional.of(picture.from().plusMillis(Math.round(share * millis)));
    }

    /** The tick under the pointer. */
    public Optional<Tick> at(int x, int y) {
        return nearest(x).filter(tick -> Math.abs(tick.x() - x) <= REACH && Math.abs(y - TRACK) <= MOST_HIGH / 2 + 2);
    }

    public Optional<Tick> find(String id) {
        return ticks.stream().filter(tick -> tick.changes().stream().anyMatch(change -> change.id().equals(id)))
                .findFirst();
    }

    /** The last tick before a moment; empty when there is none. @param moment empty for now */
    public Optional<Tick> before(Optional<Instant> moment) {
        return ticks.stream().filter(tick -> moment.isEmpty() || tick.at().isBefore(moment.get()))
                .reduce((_, last) -> last);
    }

    /** The first tick after a moment; empty when only now is. @param moment empty for now */
    public Optional<Tick> after(Optional<Instant> moment) {
        return ticks.stream().filter(tick -> moment.filter(tick.at()::isAfter).isPresent()).findFirst();
    }

    static Box box(Tick tick) {
        return new Box(tick.x() - 1, TRACK - tick.height() / 2, 3, tick.height());
    }

    private Optional<Tick> nearest(int x) {
        Tick best = null;
        for (var tick : ticks) {
            if (best == null || Math.abs(tick.x() - x) < Math.abs(best.x() - x)) {
                best = tick;
            }
        }
        return Optional.ofNullable(best);
    }

    private void place() {
        var gathered = new ArrayList<Change>();
        int first = 0;
        for (var change : picture.changes()) {
            int x = x(change.at());
            if (!gathered.isEmpty() && x - first >= LEAST_APART) {
                ticks.add(tick(gathered));
                gathered.clear();
            }
            if (gathered.isEmpty()) {
                first = x;
            }
            gathered.add(change);
        }
        if (!gathered.isEmpty()) {
            ticks.add(tick(gathered));
        }
    }

    /** Ten times as many records make a tick a third higher. */
    private Tick tick(List<Change> changes) {
        int size = changes.stream().mapToInt(Change::size).sum();
        var mark = changes.stream().map(Change::mark).reduce(Mark.NONE, Mark::worse);
        int high = (int) Math.clamp(LEAST_HIGH + Math.log10(Math.max(1, size)) * 5, LEAST_HIGH, MOST_HIGH);
        return new Tick(x(changes.getLast().at()), high, mark, List.copyOf(changes));
    }
}
