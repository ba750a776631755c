package org.dcos.ui.canvas.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A log over time. Dragging chooses a stretch, the wheel zooms where the pointer is (with Shift it goes along), a
 * double click on the ground, 0 or Escape shows the whole; + and - zoom, Shift with left and right goes along. Enter on
 * several entries in one place goes nearer. Ids are those of entries.
 */
public final class LogTimeline extends PictureCanvas {

    private static final double ZOOM_STEP = 1.3;
    private static final double PAN_STEP = 0.12;
    private static final int LEAST_DRAG = 6;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final double ROOM = 0.1;

    private final LogPainter painter;
    private final List<Consumer<Optional<Stretch>>> onStretch = new ArrayList<>();
    private LogPicture picture = LogPicture.NONE;
    private Optional<Stretch> zoomed = Optional.empty();
    private LogLayout layout = LogLayout.of(picture, whole(), 1, 1);
    private Function<List<String>, Card> cards = ids -> new Card(ids.getFirst(), Mark.NONE, "", List.of());
    private Optional<Integer> dragFrom = Optional.empty();
    private int dragTo;

    public LogTimeline(Composite parent) {
        super(parent, SWT.NONE);
        painter = new LogPainter(ink(), text());
        addListener(SWT.MouseVerticalWheel, this::wheel);
        addListener(SWT.MouseHorizontalWheel, event -> {
            event.doit = false;
            pan(-Math.signum(event.count) * PAN_STEP);
        });
    }

    /** Shows other entries; the stretch stays as far as it lies within. */
    public void setPicture(LogPicture next) {
        checkWidget();
        if (next.equals(picture)) {
            return;
        }
        picture = next;
        zoomed = zoomed.filter(stretch -> stretch.to().isAfter(next.from()) && stretch.from().isBefore(next.to()));
        layOut();
        pictureChanged();
    }

    /** What the card of entries in one place says; asked only when it is shown. */
    public void setCards(Function<List<String>, Card> told) {
        cards = told;
    }

    /** Told which stretch is seen; empty for the whole. */
    public void onStretch(Consumer<Optional<Stretch>> listener) {
        onStretch.add(listener);
    }

    /** What is seen of the whole; empty when all is. */
    public Optional<Stretch> stretch() {
        return zoomed;
    }

    /** Shows the whole. */
    public void fit() {
        checkWidget();
        look(Optional.empty());
    }

    public LogLayout axis() {
        return layout;
    }

    private Stretch whole() {
        return new Stretch(picture.from(), picture.to());
    }

    private void layOut() {
        var area = getClientArea();
        layout = LogLayout.of(picture, zoomed.orElseGet(this::whole), Math.max(1, area.width),
                Math.max(1, area.height));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint,
                heightHint == SWT.DEFAULT ? LogLayout.height(picture.lanes().size()) : heightHint);
    }

    @Override
    protected void resized(int width, int height) {
        layOut();
    }

    @Override
    public Optional<String> at(int x, int y) {
        return layout.cluster(x, y).map(LogLayout.Cluster::id);
    }

    @Override
    public Optional<Box> place(String id) {
        return layout.find(id).map(LogLayout.Cluster::box);
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(cluster -> cards.apply(cluster.ids()));
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected void reveal(String id) {}

    @Override
    protected String describe(String id) {
        return layout.find(id).map(cluster -> {
            var card = cards.apply(cluster.ids());
            return (card.title() + " " + card.reason()).strip();
        }).orElse("");
    }

    @Override
    protected String title() {
        return picture.title();
    }

    /** Chooses an entry, and goes along in time until it is seen; tells nobody of the entry. */
    public void show(String id) {
        checkWidget();
        if (layout.find(id).isEmpty()) {
            picture.entries().stream().filter(entry -> entry.id().equals(id)).findFirst().ifPresent(entry -> {
                var half = length().dividedBy(2);
                look(Optional.of(new Stretch(entry.at().minus(half), entry.at().plus(half))));
            });
        }
        select(id);
    }

    @Override
    protected void pressed(Event event) {
        var hit = at(event.x, event.y);
        if (hit.isPresent()) {
            choose(hit);
        } else if (event.button == 1 && layout.plot().contains(event.x, event.y)) {
            dragFrom = Optional.of(event.x);
            dragTo = event.x;
            if (event.count == 2) {
                dragFrom = Optional.empty();
                look(Optional.empty());
            }
        }
    }

    @Override
    protected boolean dragged(Event event) {
        if (dragFrom.isPresent()) {
            dragTo = event.x;
            redraw();
        }
        return dragFrom.isPresent();
    }

    @Override
    protected void released(Event event) {
        var from = dragFrom;
        dragFrom = Optional.empty();
        from.filter(x -> Math.abs(event.x - x) >= LEAST_DRAG)
                .ifPresent(x -> look(Optional.of(layout.between(x, event.x))));
        redraw();
    }

    @Override
    protected void open(String id) {
        var cluster = layout.find(id).filter(found -> !found.single() && found.first().isBefore(found.last()));
        if (cluster.isPresent() && length().compareTo(SHORTEST) > 0) {
            var room = Duration.ofMillis(1 + (long) (ROOM
                    * Duration.between(cluster.get().first(), cluster.get().last()).toMillis()));
            look(Optional.of(new Stretch(cluster.get().first().minus(room), cluster.get().last().plus(room))));
        } else {
            super.open(id);
        }
    }

    @Override
    protected void typed(Event event) {
        boolean along = (event.stateMask & SWT.MODIFIER_MASK) == SWT.SHIFT;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> pan(along ? -PAN_STEP : 0);
            case SWT.ARROW_RIGHT -> pan(along ? PAN_STEP : 0);
            case SWT.ESC -> look(Optional.empty());
            default -> {
                switch (event.character) {
                    case '+', '=' -> zoom(1 / ZOOM_STEP, centre());
                    case '-' -> zoom(ZOOM_STEP, centre());
                    case '0' -> look(Optional.empty());
                    default -> {}
                }
            }
        }
    }

    private int centre() {
        return selected().flatMap(this::place).map(Box::centreX).orElse(layout.plot().centreX());
    }

    private void wheel(Event event) {
        event.doit = false;
        if ((event.stateMask & SWT.MOD2) != 0) {
            pan(-Math.signum(event.count) * PAN_STEP);
        } else {
            zoom(event.count > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, event.x);
        }
    }

    private Duration length() {
        var seen = zoomed.orElseGet(this::whole);
        return Duration.between(seen.from(), seen.to());
    }

    /** What is at {@code x} stays there. */
    private void zoom(double factor, int x) {
        var seen = zoomed.orElseGet(this::whole);
        Instant fixed = layout.at(x);
        look(Optional.of(new Stretch(scaled(fixed, seen.from(), factor), scaled(fixed, seen.to(), factor))));
    }

    private static Instant scaled(Instant fixed, Instant end, double factor) {
        return fixed.plusMillis(Math.round(Duration.between(fixed, end).toMillis() * factor));
    }

    private void pan(double share) {
        if (share != 0 && zoomed.isPresent()) {
            long by = Math.round(length().toMillis() * share);
            look(Optional.of(new Stretch(zoomed.get().from().plusMillis(by), zoomed.get().to().plusMillis(by))));
        }
    }

    private void look(Optional<Stretch> wanted) {
        var next = wanted.flatMap(this::within);
        if (!next.equals(zoomed)) {
            zoomed = next;
            layOut();
            viewChanged();
            onStretch.forEach(listener -> listener.accept(next));
        }
    }

    /** Not shorter than some seconds, not beyond the ends; empty when it is the whole. */
    private Optional<Stretch> within(Stretch wanted) {
        var whole = Duration.between(picture.from(), picture.to());
        var length = Duration.between(wanted.from(), wanted.to());
        if (length.compareTo(whole) >= 0) {
            return Optional.empty();
        }
        var from = wanted.from();
        if (length.compareTo(SHORTEST) < 0) {
            from = from.minus(SHORTEST.minus(length).dividedBy(2));
            length = SHORTEST;
        }
        var latest = picture.to().minus(length);
        from = from.isBefore(picture.from()) ? picture.from() : from.isAfter(latest) ? latest : from;
        return length.compareTo(whole) >= 0 ? Optional.empty()
                : Optional.of(new Stretch(from, from.plus(length)));
    }

    @Override
    protected void paint(GC gc, Box area) {
        var plot = layout.plot();
        var drag = dragFrom.map(from -> {
            int left = Math.clamp(Math.min(from, dragTo), plot.x(), plot.right());
            int right = Math.clamp(Math.max(from, dragTo), plot.x(), plot.right());
            return new Box(left, plot.y(), right - left, plot.height());
        });
        painter.paint(gc, layout, new LogPainter.Look(selected(), hovered(), focused(), drag));
    }
}
