package org.dcos.ui.canvas.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Series over time. Curves are drawn in the background, the last image stands meanwhile. The pointer shows values,
 * dragging zooms into a stretch of time, a double click (or Escape) goes back; cursor keys move the crosshair.
 */
public final class SeriesChart extends Canvas {

    private static final int LEAST_DRAG = 6;
    private static final int KEY_STEP = 8;
    private static final int LEFT_GUESS = 56;

    private final Ink ink;
    private final TextFit text;
    private final ChartPainter painter;
    private final Executor background;
    private final List<Consumer<Optional<Stretch>>> onZoom = new ArrayList<>();
    private Optional<ChartPicture> picture = Optional.empty();
    private Optional<ChartLayout> layout = Optional.empty();
    private List<ChartPainter.Entry> legend = List.of();
    private Optional<Image> image = Optional.empty();
    private Optional<Crosshair> crosshair = Optional.empty();
    private Optional<Integer> dragFrom = Optional.empty();
    private int dragTo;
    private Optional<Integer> pointer = Optional.empty();
    private String emptyText = "";
    private boolean legendShown = true;
    private long asked;

    /** @param background where curves are drawn, e.g. an executor of virtual threads */
    public SeriesChart(Composite parent, Executor background) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.background = background;
        ink = Ink.of(getDisplay());
        text = new TextFit(ink, this);
        painter = new ChartPainter(ink, text);
        ink.onChange(this, this::layOut);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> layOut());
        addListener(SWT.Dispose, _ -> image.ifPresent(Image::dispose));
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseMove, this::moved);
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.MouseExit, _ -> point(Optional.empty()));
        addListener(SWT.MouseDoubleClick, _ -> tell(Optional.empty()));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN
                && event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = picture.map(SeriesChart::describe).orElse(emptyText);
            }
        });
    }

    /** Shows other series, another time, other thresholds. */
    public void setPicture(ChartPicture next) {
        checkWidget();
        picture = Optional.of(next);
        layOut();
    }

    public Optional<ChartPicture> picture() {
        return picture;
    }

    /** What stands there when no series has a point, in the operator's language. */
    public void setEmptyText(String sentence) {
        checkWidget();
        emptyText = sentence;
        redraw();
    }

    public void setLegendShown(boolean shown) {
        checkWidget();
        legendShown = shown;
        layOut();
    }

    /** Told which stretch the operator wants to see; empty to go back to the whole. The caller loads it and sets it. */
    public void onZoom(Consumer<Optional<Stretch>> listener) {
        onZoom.add(listener);
    }

    private static String describe(ChartPicture picture) {
        return String.join(", ", picture.series().stream().map(series -> {
            var last = series.points().isEmpty() ? "" : " %.1f".formatted(series.points().getLast().value());
            return series.name() + last + " " + picture.unit();
        }).toList());
    }

    /** Lays out and asks for new curves. */
    private void layOut() {
        var area = getClientArea();
        if (picture.isEmpty() || area.width < 40 || area.height < 40) {
            redraw();
            return;
        }
        var shown = picture.get();
        var gc = new GC(this);
        try {
            legend = legendShown ? painter.legend(gc, shown, area.width - LEFT_GUESS) : List.of();
        } finally {
            gc.dispose();
        }
        int rows = legend.isEmpty() ? 0 : legend.getLast().row() + 1;
        var place = ChartLayout.of(shown, area.width, area.height, rows);
        layout = Optional.of(place);
        crosshair = pointer.flatMap(x -> Crosshair.at(shown, place, x));
        long number = ++asked;
        int zoom = getMonitor().getZoom();
        var palette = ink.palette();
        var display = getDisplay();
        background.execute(() -> {
            var pixels = PlotImage.render(shown, place, palette, zoom);
            try {
                display.asyncExec(() -> arrived(number, pixels, zoom));
            } catch (SWTException _) {
                // the display is gone, and with it who would look
            }
        });
        redraw();
    }

    private void arrived(long number, ImageData pixels, int zoom) {
        if (isDisposed() || number != asked) {
            return;
        }
        image.ifPresent(Image::dispose);
        ImageDataProvider provider = wanted -> wanted == zoom ? pixels
                : wanted == 100 ? pixels.scaledTo(Math.max(1, pixels.width * 100 / zoom),
                        Math.max(1, pixels.height * 100 / zoom))
                : null;
        image = Optional.of(new Image(getDisplay(), provider));
        redraw();
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        boolean nothing = picture.map(p -> p.series().stream().allMatch(series -> series.points().isEmpty()))
                .orElse(true);
        if (nothing) {
            text.centred(gc, TextStyle.BASE, Token.MUTED, text.cut(gc, TextStyle.BASE, emptyText, area.width - 16),
                    area.width / 2, area.height / 2);
        }
        if (picture.isEmpty() || layout.isEmpty()) {
            return;
        }
        var place = layout.get();
        var plot = place.plot();
        if (!nothing) {
            image.ifPresent(i -> gc.drawImage(i, 0, 0, i.getBounds().width, i.getBounds().height, plot.x(), plot.y(),
                    plot.width(), plot.height()));
            painter.paintThresholds(gc, picture.get(), place);
            painter.paintValues(gc, picture.get(), place);
        }
        painter.paintTimes(gc, picture.get(), place);
        painter.paintLegend(gc, picture.get(), place, legend);
        if (dragFrom.isPresent()) {
            painter.paintDrag(gc, place, dragFrom.get(), dragTo);
        } else {
            crosshair.ifPresent(c -> painter.paintCrosshair(gc, picture.get(), place, c));
        }
    }

    private void down(Event event) {
        setFocus();
        if (event.button == 1 && layout.filter(l -> l.plot().contains(event.x, event.y)).isPresent()) {
            dragFrom = Optional.of(event.x);
            dragTo = event.x;
        }
    }

    private void moved(Event event) {
        if (dragFrom.isPresent()) {
            dragTo = event.x;
            redraw();
        } else {
            point(layout.filter(l -> l.plot().contains(event.x, event.y)).map(_ -> event.x));
        }
    }

    private void up(Event event) {
        var from = dragFrom;
        dragFrom = Optional.empty();
        from.filter(x -> Math.abs(event.x - x) >= LEAST_DRAG)
                .ifPresent(x -> tell(layout.map(l -> l.between(x, event.x))));
        redraw();
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ESC -> {
                dragFrom = Optional.empty();
                tell(Optional.empty());
            }
            case SWT.ARROW_LEFT -> step(-KEY_STEP);
            case SWT.ARROW_RIGHT -> step(KEY_STEP);
            default -> {}
        }
    }

    /** Moves the crosshair by keys, from now on where it is not shown yet. */
    private void step(int pixels) {
        layout.ifPresent(place -> {
            var plot = place.plot();
            point(Optional.of(Math.clamp(pointer.orElse(plot.right()) + pixels, plot.x(), plot.right())));
        });
    }

    private void point(Optional<Integer> x) {
        pointer = x;
        var next = x.flatMap(at -> layout.flatMap(place -> Crosshair.at(picture.orElseThrow(), place, at)));
        if (!next.equals(crosshair)) {
            crosshair = next;
            redraw();
        }
    }

    private void tell(Optional<Stretch> stretch) {
        onZoom.forEach(listener -> listener.accept(stretch));
    }
}
