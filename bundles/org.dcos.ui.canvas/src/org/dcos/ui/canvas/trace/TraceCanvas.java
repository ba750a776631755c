package org.dcos.ui.canvas.trace;

import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.trace.TracePicture.Cable;
import org.dcos.ui.canvas.trace.TracePicture.MissingEnd;
import org.dcos.ui.canvas.trace.TracePicture.Part;
import org.dcos.ui.canvas.trace.TracePicture.Station;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A cable from end to end, wrapped into lines; scrolls up and down. Ids are those of stations and cables. */
public final class TraceCanvas extends PictureCanvas {

    private static final int WHEEL_PIXELS = 16;
    private static final int REVEAL_MARGIN = 16;

    private final TracePainter painter;
    private TracePicture picture = TracePicture.EMPTY;
    private TraceLayout layout = TraceLayout.of(picture, 1);
    private TraceWords words = TraceWords.ENGLISH;
    private int y;

    public TraceCanvas(Composite parent) {
        super(parent, SWT.V_SCROLL);
        painter = new TracePainter(ink(), text());
        addListener(SWT.MouseVerticalWheel, this::wheel);
        getVerticalBar().addListener(SWT.Selection, _ -> scrollTo(getVerticalBar().getSelection()));
        getVerticalBar().setVisible(false);
    }

    /** Shows another trace. */
    public void setPicture(TracePicture next) {
        checkWidget();
        if (!next.equals(picture)) {
            picture = next;
            var area = getClientArea();
            resized(area.width, area.height);
            pictureChanged();
        }
    }

    /** The operator's language. */
    public void setWords(TraceWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    @Override
    public Optional<String> at(int px, int py) {
        return layout.at(px, py + y);
    }

    @Override
    public Optional<Box> place(String id) {
        return layout.box(id).map(box -> box.moved(0, -y));
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.part(id).map(Part::card);
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected void reveal(String id) {
        layout.box(id).map(box -> box.inset(-REVEAL_MARGIN)).ifPresent(box -> {
            int extent = getClientArea().height;
            scrollTo(box.y() < y ? box.y() : Math.max(y, box.bottom() - extent));
        });
    }

    @Override
    protected String describe(String id) {
        return layout.part(id).map(part -> switch (part) {
            case Station station -> "%s %s, %s %s, %s".formatted(station.kind(), station.name(), station.inPort(),
                    station.outPort(), words.marks().getOrDefault(station.mark(), ""));
            case Cable cable -> "%s, %s %s".formatted(cable.label(), cable.what(), cable.broken());
            case MissingEnd missing -> missing.words();
        }).orElse("");
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void resized(int width, int height) {
        layout = TraceLayout.of(picture, width);
        getVerticalBar().setVisible(layout.height() > height);
        getVerticalBar().setValues(y, 0, Math.max(1, layout.height()),
                Math.clamp(height, 1, Math.max(1, layout.height())),
                WHEEL_PIXELS, Math.max(1, height));
        scrollTo(y);
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (picture.parts().isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED, words.empty(), area.centreX(), area.centreY());
            return;
        }
        var shift = new Transform(getDisplay());
        try {
            shift.translate(0, -y);
            gc.setTransform(shift);
            painter.paint(gc, layout, new TracePainter.Look(selected(), hovered()));
            gc.setTransform(null);
        } finally {
            shift.dispose();
        }
    }

    private void wheel(Event event) {
        scrollTo(y - event.count * WHEEL_PIXELS);
        event.doit = false;
    }

    private void scrollTo(int newY) {
        int next = Math.clamp(newY, 0, Math.max(0, layout.height() - getClientArea().height));
        if (next != y) {
            y = next;
            getVerticalBar().setSelection(y);
            viewChanged();
        }
    }
}
