package org.dcos.ui.canvas.floor;

import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.floor.FloorLayout.Tile;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.picture.CameraCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** A room from above: rows of racks between cold and hot aisles. Ids are those of racks. */
public final class FloorCanvas extends CameraCanvas {

    private final FloorPainter painter;
    private final FloorLegend legend;
    private FloorPicture picture = FloorPicture.EMPTY;
    private FloorLayout layout = FloorLayout.of(picture);
    private FloorColour by = FloorColour.STATE;
    private FloorWords words = FloorWords.ENGLISH;

    public FloorCanvas(Composite parent) {
        super(parent, new Camera(0.2, 3, 1.5), FloorLegend.HEIGHT);
        painter = new FloorPainter(ink(), text());
        legend = new FloorLegend(ink(), text(), painter);
    }

    /** Shows another picture; selection, zoom and position stay. */
    public void setPicture(FloorPicture next) {
        checkWidget();
        if (!next.equals(picture)) {
            picture = next;
            layout = FloorLayout.of(next);
            drawing(layout.width(), layout.height());
            pictureChanged();
        }
    }

    public void setColourBy(FloorColour colour) {
        checkWidget();
        by = colour;
        redraw();
    }

    /** The operator's language. */
    public void setWords(FloorWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    public FloorLayout plan() {
        return layout;
    }

    @Override
    protected Optional<Box> world(String id) {
        return layout.find(id).map(Tile::box);
    }

    @Override
    protected Optional<String> atWorld(int x, int y) {
        return layout.at(x, y).map(tile -> tile.rack().id());
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(tile -> tile.rack().card());
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected String describe(String id) {
        return layout.find(id).map(Tile::rack).map(rack -> "%s, %s, %s".formatted(rack.name(), rack.state(),
                words.freeUnits().formatted(rack.freeUnits()))).orElse("");
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
        painter.paint(gc, layout, camera(), new FloorPainter.Look(by, words, selected(), hovered()));
        legend.paint(gc, picture, by, words,
                new Box(area.x(), area.bottom() - FloorLegend.HEIGHT, area.width(), FloorLegend.HEIGHT));
    }
}
