package org.dcos.ui.canvas.relation;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Node;
import org.dcos.ui.canvas.relation.RelationPicture.Relation;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;

/** What the lines mean, and how much is lost and degraded, below the graph. */
final class RelationLegend {

    static final int HEIGHT = 30;

    private static final int PADDING = 16;
    private static final int SAMPLE = 26;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final RelationStrokes strokes;

    RelationLegend(Ink ink, TextFit text, RelationStrokes strokes) {
        this.ink = ink;
        this.text = text;
        this.strokes = strokes;
        this.marks = new MarkPainter(ink);
    }

    /** @param whole the picture before anything was gathered: the counts are of things */
    void paint(GC gc, RelationPicture whole, RelationWords words, Box area) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area.x(), area.y(), area.width(), area.height());
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(area.x(), area.y(), area.right(), area.y());
        int middle = area.centreY();
        int x = area.x() + PADDING;
        for (var relation : Relation.values()) {
            if (whole.edges().stream().anyMatch(edge -> edge.relation() == relation)) {
                strokes.use(gc, strokes.of(relation, RelationStrokes.Strength.PLAIN));
                gc.drawLine(x, middle, x + SAMPLE, middle);
                gc.setLineAttributes(new LineAttributes(1));
                String word = words.relations().getOrDefault(relation, "");
                x += SAMPLE + 7;
                x += text.left(gc, TextStyle.SMALL, Token.MUTED, word, x, middle) + 20;
            }
        }
        int right = area.right() - PADDING;
        right = impact(gc, whole, Impact.UNAFFECTED, words, right, middle);
        right = impact(gc, whole, Impact.DEGRADED, words, right, middle);
        impact(gc, whole, Impact.LOST, words, right, middle);
    }

    /** @return where the next one to the left ends */
    private int impact(GC gc, RelationPicture whole, Impact impact, RelationWords words, int right, int middle) {
        long count = whole.nodes().stream().filter(node -> node.impact() == impact).count();
        if (count == 0) {
            return right;
        }
        var mark = RelationPainter.mark(new Node("", whole.nodes().getFirst().kind(), "", Mark.OK, impact,
                whole.nodes().getFirst().card()));
        String label = "%,d %s".formatted(count, words.impacts().getOrDefault(impact, ""));
        int x = right - text.right(gc, TextStyle.SMALL, Token.TEXT, label, right, middle) - MarkPainter.SIZE - 7;
        marks.paint(gc, mark, x, middle - MarkPainter.SIZE / 2);
        return x - 20;
    }
}
