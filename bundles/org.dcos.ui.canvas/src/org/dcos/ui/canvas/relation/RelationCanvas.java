package org.dcos.ui.canvas.relation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.picture.CameraCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.relation.RelationLayout.Placed;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * What hangs on what, from left to right, and what is lost when something fails. Large groups of the same are one node
 * that opens by double click or Enter; Backspace closes them again. Ids are those of nodes.
 */
public final class RelationCanvas extends CameraCanvas {

    private final RelationPainter painter;
    private final RelationLegend legend;
    private final Set<String> open = new HashSet<>();
    private RelationPicture picture = RelationPicture.EMPTY;
    private RelationGroups groups = RelationGroups.of(picture, "", open);
    private RelationLayout layout = RelationLayout.of(picture);
    private RelationWords words = RelationWords.ENGLISH;

    public RelationCanvas(Composite parent) {
        super(parent, new Camera(0.12, 2.5, 1), RelationLegend.HEIGHT);
        var strokes = new RelationStrokes(ink());
        painter = new RelationPainter(ink(), text(), strokes);
        legend = new RelationLegend(ink(), text(), strokes);
    }

    /** Shows another picture; selection, zoom and opened groups stay. */
    public void setPicture(RelationPicture next) {
        checkWidget();
        if (!next.equals(picture)) {
            picture = next;
            arrange();
        }
    }

    /** The operator's language. */
    public void setWords(RelationWords next) {
        checkWidget();
        words = next;
        arrange();
    }

    /** What is hidden in a group comes out to be selected. */
    @Override
    public void select(String id) {
        groups.groupOf(id).ifPresent(this::expand);
        super.select(id);
    }

    /** Closes all groups that were opened. */
    public void gather() {
        checkWidget();
        if (!open.isEmpty()) {
            open.clear();
            arrange();
        }
    }

    @Override
    protected void typed(Event event) {
        if (event.keyCode == SWT.BS) {
            gather();
        } else {
            super.typed(event);
        }
    }

    public RelationLayout graph() {
        return layout;
    }

    @Override
    protected void open(String id) {
        if (groups.isGroup(id)) {
            var first = groups.members().get(id).getFirst();
            expand(id);
            choose(Optional.of(first));
            reveal(first);
        } else {
            super.open(id);
        }
    }

    @Override
    protected Optional<Box> world(String id) {
        return layout.find(id).map(Placed::box);
    }

    @Override
    protected Optional<String> atWorld(int x, int y) {
        return layout.at(x, y).map(placed -> placed.node().id());
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(placed -> placed.node().card());
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected String describe(String id) {
        return layout.find(id).map(Placed::node).map(node -> "%s %s, %s".formatted(node.kind().one(), node.name(),
                words.impacts().getOrDefault(node.impact(), ""))).orElse("");
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (picture.nodes().isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED, words.empty(), area.centreX(), area.centreY());
            return;
        }
        painter.paint(gc, layout, camera(), new RelationPainter.Look(words, selected(), hovered(), groups::isGroup));
        legend.paint(gc, picture, words,
                new Box(area.x(), area.bottom() - RelationLegend.HEIGHT, area.width(), RelationLegend.HEIGHT));
    }

    private void expand(String group) {
        open.add(group);
        arrange();
    }

    private void arrange() {
        groups = RelationGroups.of(picture, words.more(), open);
        layout = RelationLayout.of(groups.picture());
        drawing(layout.width(), layout.height());
        pictureChanged();
    }
}
