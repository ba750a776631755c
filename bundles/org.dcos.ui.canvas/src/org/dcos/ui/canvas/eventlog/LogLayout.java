package org.dcos.ui.canvas.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.chart.Ticks;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.eventlog.LogPicture.Entry;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.Nearest;
import org.dcos.ui.canvas.picture.Step;

/**
 * Where the entries of a stretch of time stand: a lane below the other, entries that would stand on each other as one
 * with their number. A pure function of picture, stretch and size.
 */
public final class LogLayout {

    static final int AXIS = 22;
    static final int CLUSTER_HIGH = 16;
    private static final int LABELS = 96;
    private static final int LABELS_NARROW = 84;
    private static final int NARROW = 520;
    /** Room for what stands at the right end. */
    static final int RIGHT = 20;
    private static final int LEAST_LANE = 20;
    private static final int MOST_LANE = 40;
    /** Entries nearer than this are one. */
    private static final int APART = 26;
    private static final int SINGLE = 9;
    private static final int REACH = 3;
    private static final int FIGURE = 6;
    private static final int LABEL_ROOM = 72;
    private static final int SPAN = 6;

    /** A row. @param label where its title stands */
    public record Row(LogPicture.Lane lane, Box box, Box label) {}

    /**
     * One or more entries in one place.
     *
     * @param mark the worst of them
     * @param ids  the oldest first
     */
    public record Cluster(int lane, Box box, Mark mark, List<String> ids, Instant first, Instant last) {
        /** By which it is chosen. */
        public String id() {
            return ids.getLast();
        }

        public boolean single() {
            return ids.size() == 1;
        }
    }

    /** Something that lasted, as far as it is in sight. @param open whether it goes on */
    public record Bar(Box box, Mark mark, boolean open) {}

    /** A word on the axis. */
    public record Label(int x, String text) {}

    private final LogPicture picture;
    private final Stretch stretch;
    private final Box plot;
    private final List<Row> rows = new ArrayList<>();
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();

    private LogLayout(LogPicture picture, Stretch stretch, int width, int height) {
        this.picture = picture;
        this.stretch = stretch;
        int labels = width < NARROW ? LABELS_NARROW : LABELS;
        int lanes = Math.max(1, picture.lanes().size());
        int lane = Math.clamp((height - AXIS) / lanes, LEAST_LANE, MOST_LANE);
        plot = new Box(labels, 0, Math.max(1, width - labels - RIGHT), lane * lanes);
        for (int i = 0; i < picture.lanes().size(); i++) {
            rows.add(new Row(picture.lanes().get(i), new Box(0, i * lane, width, lane),
                    new Box(0, i * lane, labels - 8, lane)));
        }
        placeSpans();
        placeEntries();
    }

    public static LogLayout of(LogPicture picture, Stretch stretch, int width, int height) {
        return new LogLayout(picture, stretch, width, height);
    }

    /** As high as it likes to be. */
    public static int height(int lanes) {
        return Math.max(1, lanes) * 30 + AXIS;
    }

    public Box plot() {
        return plot;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public List<Cluster> clusters() {
        return List.copyOf(clusters);
    }

    public List<Bar> bars() {
        return List.copyOf(bars);
    }

    public List<Label> labels() {
        int most = Math.max(1, plot.width() / LABEL_ROOM);
        return Ticks.times(stretch.from(), stretch.to(), picture.zone(), most).stream()
                .map(tick -> new Label(x(tick.at()), tick.label())).toList();
    }

    private long length() {
        return Math.max(1, Duration.between(stretch.from(), stretch.to()).toMillis());
    }

    public int x(Instant at) {
        double share = Duration.between(stretch.from(), at).toMillis() / (double) length();
        return plot.x() + (int) Math.round(Math.clamp(share, -1, 2) * plot.width());
    }

    public Instant at(int x) {
        double share = Math.clamp((x - plot.x()) / (double) plot.width(), 0, 1);
        return stretch.from().plusMillis(Math.round(share * length()));
    }

    /** What lies between two places. */
    public Stretch between(int x1, int x2) {
        return new Stretch(at(Math.min(x1, x2)), at(Math.max(x1, x2)));
    }

    public Optional<Cluster> cluster(int x, int y) {
        return clusters.stream().filter(cluster -> cluster.box().inset(-REACH).contains(x, y)).findFirst();
    }

    /** The one that an entry is in; empty when that is not in sight. */
    public Optional<Cluster> find(String entry) {
        return clusters.stream().filter(cluster -> cluster.ids().contains(entry)).findFirst();
    }

    /** Where a cursor key leads to: left and right within a lane. */
    public Optional<String> step(String from, Step step) {
        var start = find(from);
        Map<String, Box> boxes = new LinkedHashMap<>();
        clusters.stream()
                .filter(cluster -> step != Step.LEFT && step != Step.RIGHT || start.isEmpty()
                        || start.get().lane() == cluster.lane())
                .forEach(cluster -> boxes.put(cluster.id(), cluster.box()));
        return Nearest.from(start.map(Cluster::id).orElse(""), step, boxes);
    }

    private void placeSpans() {
        for (var span : picture.spans()) {
            var to = span.to().orElse(picture.to());
            if (to.isBefore(stretch.from()) || span.from().isAfter(stretch.to()) || span.lane() >= rows.size()) {
                continue;
            }
            int left = Math.max(plot.x(), x(span.from()));
            int right = Math.min(plot.right(), x(to));
            if (right - left >= 2) {
                var lane = rows.get(span.lane()).box();
                bars.add(new Bar(new Box(left, lane.centreY() - SPAN / 2, right - left, SPAN), span.mark(),
                        span.to().isEmpty()));
            }
        }
    }

    private void placeEntries() {
        for (int lane = 0; lane < rows.size(); lane++) {
            var gathered = new ArrayList<Entry>();
            int first = 0;
            int free = Integer.MIN_VALUE;
            for (var entry : picture.entries()) {
                if (entry.lane() != lane || entry.at().isBefore(stretch.from())
                        || entry.at().isAfter(stretch.to())) {
                    continue;
                }
                int x = x(entry.at());
                if (!gathered.isEmpty() && x - first >= APART) {
                    clusters.add(cluster(lane, gathered, free));
                    free = clusters.getLast().box().right() + 1;
                    gathered.clear();
                }
                if (gathered.isEmpty()) {
                    first = x;
                }
                gathered.add(entry);
            }
            if (!gathered.isEmpty()) {
                clusters.add(cluster(lane, gathered, free));
            }
        }
    }

    /** @param free from where on the lane is free */
    private Cluster cluster(int lane, List<Entry> entries, int free) {
        var first = entries.getFirst().at();
        var last = entries.getLast().at();
        int centre = (x(first) + x(last)) / 2;
        int middle = rows.get(lane).box().centreY();
        var mark = entries.stream().map(Entry::mark).reduce(Mark.NONE, Mark::worse);
        int wide = entries.size() == 1 ? SINGLE : FIGURE * count(entries.size()).length() + 9;
        int high = entries.size() == 1 ? SINGLE : CLUSTER_HIGH;
        return new Cluster(lane, new Box(Math.max(free, centre - wide / 2), middle - high / 2, wide, high), mark,
                entries.stream().map(Entry::id).toList(), first, last);
    }

    /** At most three figures: {@code 12}, {@code 999}, {@code 4k}. */
    static String count(int entries) {
        return entries < 1000 ? Integer.toString(entries) : entries / 1000 + "k";
    }
}
