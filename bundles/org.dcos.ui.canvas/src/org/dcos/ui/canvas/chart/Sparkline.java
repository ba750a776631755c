package org.dcos.ui.canvas.chart;

import java.util.List;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;

/** A curve without axes, for a table cell or beside a figure. A NaN is a gap. */
public final class Sparkline {

    private static final int INSET = 2;

    private final Ink ink;

    public Sparkline(Ink ink) {
        this.ink = ink;
    }

    /** @param values equally spaced, oldest first @param mark NONE draws in the accent */
    public void paint(GC gc, List<Double> values, Mark mark, Box box) {
        double low = values.stream().filter(value -> !value.isNaN()).mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().filter(value -> !value.isNaN()).mapToDouble(Double::doubleValue).max().orElse(1);
        var inner = box.inset(INSET);
        gc.setAntialias(SWT.ON);
        gc.setForeground(ink.color(mark == Mark.NONE ? Token.ACCENT : mark.token()));
        gc.setLineAttributes(new LineAttributes(1.5f, SWT.CAP_ROUND, SWT.JOIN_ROUND));
        var path = new Path(gc.getDevice());
        try {
            boolean down = false;
            for (int i = 0; i < values.size(); i++) {
                double value = values.get(i);
                float x = (float) (inner.x() + inner.width() * (double) i / Math.max(1, values.size() - 1));
                float y = (float) (high > low ? inner.bottom() - inner.height() * (value - low) / (high - low)
                        : inner.centreY());
                if (!Double.isNaN(value) && down) {
                    path.lineTo(x, y);
                } else if (!Double.isNaN(value)) {
                    path.moveTo(x, y);
                }
                down = !Double.isNaN(value);
            }
            gc.drawPath(path);
        } finally {
            path.dispose();
        }
        gc.setLineAttributes(new LineAttributes(1));
    }
}
