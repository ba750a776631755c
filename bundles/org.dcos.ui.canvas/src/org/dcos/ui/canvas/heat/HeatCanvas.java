package org.dcos.ui.canvas.heat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.heat.HeatLegend.Counts;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.CameraCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** Every server as a cell in its rack, coloured by one of its values. Ids are those of servers. */
public final class HeatCanvas extends CameraCanvas {

    private final HeatPainter painter;
    private final HeatLegend legend;
    private HeatPicture picture = HeatPicture.EMPTY;
    private HeatLayout layout = HeatLayout.of(picture, 1, 1);
    private Counts counts = Counts.of(picture);
    private HeatBy by = HeatBy.HEALTH;
    private HeatScaling scale = HeatScaling.of(by, picture);
    private HeatWords words = HeatWords.ENGLISH;
    private Function<String, Card> cards = id -> new Card(id, Mark.NONE, "", List.of());
    private int seenWidth = 1;
    private int seenHeight = 1;

    public HeatCanvas(Composite parent) {
        super(parent, new Camera(0.1, 4, HeatLayout.MOST), HeatLegend.HEIGHT);
        painter = new HeatPainter(ink(), text());
        legend = new HeatLegend(ink(), text());
    }

    /** Shows another picture; selection, zoom and position stay. */
    public void setPicture(HeatPicture next) {
        checkWidget();
        if (!next.equals(picture)) {
            picture = next;
            counts = Counts.of(next);
            scale = HeatScaling.of(by, next);
            arrange();
            pictureChanged();
        }
    }

    public void setColourBy(HeatBy next) {
        checkWidget();
        by = next;
        scale = HeatScaling.of(by, picture);
        redraw();
    }

    /** The operator's language. */
    public void setWords(HeatWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    /** What the card of a server says; asked only when it is shown. */
    public void setCards(Function<String, Card> told) {
        cards = told;
    }

    private void arrange() {
        layout = HeatLayout.of(picture, seenWidth, seenHeight);
        drawing(layout.width(), layout.height());
    }

    @Override
    protected void resized(int width, int height) {
        super.resized(width, height);
        seenWidth = width;
        seenHeight = height - HeatLegend.HEIGHT;
        arrange();
    }

    @Override
    protected Optional<Box> world(String id) {
        return layout.find(id).map(HeatLayout.Placed::box);
    }

    @Override
    protected Optional<String> atWorld(int x, int y) {
        return layout.at(x, y);
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(_ -> cards.apply(id));
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected String describe(String id) {
        return layout.find(id).map(HeatLayout.Placed::cell)
                .map(cell -> "%s, %s".formatted(cell.name(), words.marks().getOrDefault(cell.mark(), ""))).orElse("");
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (picture.rows().isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED, words.empty(), area.centreX(), area.centreY());
            return;
        }
        painter.paint(gc, layout, camera(), new HeatPainter.Look(by, scale, words, selected(), hovered()));
        legend.paint(gc, counts, by, scale, words,
                new Box(area.x(), area.bottom() - HeatLegend.HEIGHT, area.width(), HeatLegend.HEIGHT));
    }
}
