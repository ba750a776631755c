package org.dcos.ui.canvas.relation;

import java.util.Comparator;

import org.dcos.ui.canvas.relation.RelationPicture.Relation;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;

/** How relations are drawn: each kind has a hue and a dash of its own; what matters now is stronger. */
final class RelationStrokes {

    private static final float[][] DASHES = {{}, {}, {2, 4}, {7, 4}};
    private static final int OCHRE = 3;
    private static final int BLUE = 0;
    private static final int PURPLE = 2;

    /** Later ones are drawn over earlier ones. */
    enum Strength { FAINT, PLAIN, DEGRADED, LOST, CHOSEN }

    /** One look of a line. */
    record Stroke(Strength strength, Relation relation) implements Comparable<Stroke> {
        @Override
        public int compareTo(Stroke other) {
            return Comparator.comparing(Stroke::strength).thenComparing(Stroke::relation).compare(this, other);
        }
    }

    private final Ink ink;

    RelationStrokes(Ink ink) {
        this.ink = ink;
    }

    Stroke of(Relation relation, Strength strength) {
        return new Stroke(strength, relation);
    }

    void use(GC gc, Stroke stroke) {
        float width = switch (stroke.strength()) {
            case FAINT, PLAIN -> 1.2f;
            case LOST, DEGRADED, CHOSEN -> 2;
        };
        float[] dash = DASHES[stroke.relation().ordinal()];
        gc.setForeground(ink.color(colour(stroke)));
        gc.setLineAttributes(new LineAttributes(width, SWT.CAP_FLAT, SWT.JOIN_ROUND,
                dash.length == 0 ? SWT.LINE_SOLID : SWT.LINE_CUSTOM, dash.length == 0 ? null : dash, 0, 10));
    }

    private Rgb colour(Stroke stroke) {
        var palette = ink.palette();
        var own = switch (stroke.relation()) {
            case POWER -> palette.series(OCHRE);
            case NETWORK -> palette.series(BLUE);
            case LOCATION -> palette.of(Token.MUTED);
            case DEPENDENCY -> palette.series(PURPLE);
        };
        return switch (stroke.strength()) {
            case FAINT -> own.mix(palette.of(Token.PANEL), 0.72);
            case PLAIN -> own.mix(palette.of(Token.PANEL), 0.35);
            case DEGRADED -> palette.of(Token.WARNING);
            case LOST -> palette.of(Token.CRITICAL);
            case CHOSEN -> palette.of(Token.ACCENT);
        };
    }
}
