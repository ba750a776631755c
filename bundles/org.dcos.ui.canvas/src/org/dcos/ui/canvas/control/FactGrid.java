package org.dcos.ui.canvas.control;

import java.util.List;
import java.util.stream.Stream;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** Names and values in rows: what is known of a device. Values carry their age at the right. Only to be read. */
public final class FactGrid extends Drawn {

    private static final int ROW = 26;
    private static final int GAP = 16;
    private static final int MARK_ROOM = 18;

    private final MarkPainter marks;
    private List<Fact> facts = List.of();
    private List<String> others = List.of();

    public FactGrid(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        marks = new MarkPainter(ink);
    }

    public void show(List<Fact> next) {
        show(next, List.of());
    }

    /** @param labels those of grids above and below, so that the values of all begin at one line */
    public void show(List<Fact> next, List<String> labels) {
        checkWidget();
        facts = List.copyOf(next);
        others = List.copyOf(labels);
        named(String.join(", ", facts.stream().map(fact -> fact.label() + " " + fact.value()).toList()));
        redraw();
    }

    @Override
    Point size(GC gc) {
        int values = facts.stream().mapToInt(fact -> text.width(gc, TextStyle.BASE, fact.value())).max().orElse(0);
        int ages = facts.stream().mapToInt(fact -> text.width(gc, TextStyle.NOTE, fact.age())).max().orElse(0);
        return new Point(labelRoom(gc) + GAP + values + (ages > 0 ? GAP + ages : 0), facts.size() * ROW);
    }

    @Override
    void paint(GC gc, Box area) {
        int lead = facts.stream().anyMatch(fact -> fact.mark() != Mark.NONE) ? MARK_ROOM : 0;
        int values = labelRoom(gc) + GAP;
        int y = 0;
        for (var fact : facts) {
            int middle = y + ROW / 2;
            marks.paint(gc, fact.mark(), 0, middle - MarkPainter.SIZE / 2);
            text.left(gc, TextStyle.BASE, Token.MUTED, fact.label(), lead, middle);
            int age = fact.age().isEmpty() ? 0 : text.width(gc, TextStyle.NOTE, fact.age()) + GAP;
            String value = text.cut(gc, TextStyle.BASE, fact.value(), Math.max(0, area.width() - values - age));
            text.left(gc, TextStyle.BASE, CardPainter.valueToken(fact.mark(), Token.TEXT), value, values, middle);
            text.right(gc, TextStyle.NOTE, Token.MUTED, fact.age(), area.right(), middle);
            y += ROW;
        }
    }

    private int labelRoom(GC gc) {
        int lead = facts.stream().anyMatch(fact -> fact.mark() != Mark.NONE) ? MARK_ROOM : 0;
        return lead + Stream.concat(facts.stream().map(Fact::label), others.stream())
                .mapToInt(label -> text.width(gc, TextStyle.BASE, label)).max().orElse(0);
    }
}
