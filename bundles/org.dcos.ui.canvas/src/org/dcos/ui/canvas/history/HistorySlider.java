package org.dcos.ui.canvas.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.history.HistoryLayout.Tick;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Chooses a moment of the past: drag the thumb or click; left and right go from change to change, Page Up and Down a
 * tenth of the whole, Home to the beginning, End to now. Ids are those of changes.
 */
public final class HistorySlider extends PictureCanvas {

    private static final String NOW = "now";
    private static final int TENTHS = 10;

    private final HistoryPainter painter;
    private final List<Consumer<Optional<Instant>>> onMoment = new ArrayList<>();
    private HistoryPicture picture = new HistoryPicture(Instant.EPOCH, Instant.EPOCH.plus(1, ChronoUnit.DAYS),
            ZoneOffset.UTC, List.of());
    private HistoryLayout layout = HistoryLayout.of(picture, 1);
    private HistoryWords words = HistoryWords.ENGLISH;
    private Optional<Instant> moment = Optional.empty();
    private boolean dragging;

    public HistorySlider(Composite parent) {
        super(parent, SWT.NONE);
        painter = new HistoryPainter(ink(), text());
    }

    /** Shows another history; the chosen moment stays as far as it lies within. */
    public void setPicture(HistoryPicture next) {
        checkWidget();
        picture = next;
        moment = moment.filter(at -> !at.isBefore(next.from()) && at.isBefore(next.now()));
        layout = HistoryLayout.of(picture, getClientArea().width);
        pictureChanged();
    }

    /** The operator's language. */
    public void setWords(HistoryWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    /** Moves the thumb; tells nobody. @param at empty for now */
    public void setMoment(Optional<Instant> at) {
        checkWidget();
        moment = at;
        redraw();
    }

    /** What is chosen; empty for now. */
    public Optional<Instant> moment() {
        return moment;
    }

    /** Told at each move, also while the thumb is dragged; empty for now. */
    public void onMoment(Consumer<Optional<Instant>> listener) {
        onMoment.add(listener);
    }

    public HistoryLayout axis() {
        return layout;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 400 : widthHint,
                heightHint == SWT.DEFAULT ? HistoryLayout.HEIGHT : heightHint);
    }

    @Override
    public Optional<String> at(int x, int y) {
        return layout.at(x, y).map(Tick::id);
    }

    @Override
    public Optional<Box> place(String id) {
        return id.equals(NOW) ? Optional.of(new Box(layout.right() - 3, HistoryLayout.TRACK - 3, 6, 6))
                : layout.find(id).map(HistoryLayout::box);
    }

    @Override
    protected Optional<Card> card(String id) {
        return Optional.empty(); // there is no room for one: the bubble above the tick says it
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        Optional<Instant> next = switch (step) {
            case LEFT, DOWN -> layout.before(moment).map(Tick::at).or(() -> moment);
            case RIGHT, UP -> layout.after(moment).map(Tick::at);
            case HOME -> Optional.of(picture.from());
            case END -> Optional.empty();
        };
        move(next);
        return next.isEmpty() ? Optional.of(NOW) : chosenTick();
    }

    @Override
    protected void reveal(String id) {}

    @Override
    protected String describe(String id) {
        return moment.map(this::written).orElse(words.now());
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void resized(int width, int height) {
        layout = HistoryLayout.of(picture, width);
    }

    @Override
    protected void pressed(Event event) {
        if (event.button == 1) {
            dragging = true;
            drag(event);
        }
    }

    @Override
    protected boolean dragged(Event event) {
        if (dragging) {
            drag(event);
        }
        return dragging;
    }

    @Override
    protected void released(Event event) {
        dragging = false;
    }

    @Override
    protected void typed(Event event) {
        var tenth = Duration.between(picture.from(), picture.now()).dividedBy(TENTHS);
        switch (event.keyCode) {
            case SWT.PAGE_UP -> move(moment.or(() -> Optional.of(picture.now())).map(at -> at.minus(tenth))
                    .map(at -> at.isBefore(picture.from()) ? picture.from() : at));
            case SWT.PAGE_DOWN -> move(moment.map(at -> at.plus(tenth)).filter(picture.now()::isAfter));
            default -> {}
        }
    }

    @Override
    protected void paint(GC gc, Box area) {
        painter.paint(gc, layout, new HistoryPainter.Look(picture, words, moment, hovered(), focused()));
    }

    private void drag(Event event) {
        move(layout.moment(event.x));
        choose(chosenTick());
    }

    private Optional<String> chosenTick() {
        return layout.ticks().stream().filter(tick -> moment.filter(tick.at()::equals).isPresent()).map(Tick::id)
                .findFirst();
    }

    private void move(Optional<Instant> next) {
        if (!next.equals(moment)) {
            moment = next;
            viewChanged();
            getAccessible().selectionChanged();
            onMoment.forEach(listener -> listener.accept(next));
        }
    }

    private String written(Instant at) {
        return HistoryPainter.written(at,
                new HistoryPainter.Look(picture, words, moment, Optional.empty(), false));
    }
}
