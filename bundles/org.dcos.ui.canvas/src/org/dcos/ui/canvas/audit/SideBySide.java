package org.dcos.ui.canvas.audit;

import java.util.List;
import java.util.stream.Collectors;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Values side by side, what differs in them marked: recorded against seen, before against after. Only to be read. */
public final class SideBySide extends Canvas {

    private static final int HEAD = 22;
    private static final int LABEL = 20;
    private static final int VALUE = 28;
    private static final int NOTE = 18;
    private static final int BELOW = 8;
    private static final int GAP = 8;
    private static final int PADDING = 8;
    private static final int RADIUS = 5;

    private final Ink ink;
    private final TextFit text;
    private String left = "";
    private String right = "";
    private List<Pair> pairs = List.of();

    public SideBySide(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
        ink = Ink.of(getDisplay());
        text = new TextFit(ink);
        ink.redraws(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = pairs.stream()
                        .map(pair -> "%s %s: %s, %s: %s".formatted(pair.of(), pair.label(), left, pair.left(), right)
                                + " " + pair.right())
                        .collect(Collectors.joining("; "));
            }
        });
    }

    /** @param leftTitle what stands at the left @param rightTitle what stands at the right */
    public void show(String leftTitle, String rightTitle, List<Pair> next) {
        checkWidget();
        left = leftTitle;
        right = rightTitle;
        pairs = List.copyOf(next);
        setToolTipText(pairs.isEmpty() ? null
                : pairs.stream()
                        .map(pair -> "%s: %s → %s".formatted(pair.label(), pair.left(), pair.right()))
                        .collect(Collectors.joining("\n")));
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = pairs.isEmpty() ? 0 : HEAD + pairs.stream().mapToInt(SideBySide::height).sum();
        return new Point(widthHint == SWT.DEFAULT ? 320 : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private static int height(Pair pair) {
        return LABEL + VALUE + (pair.note().isEmpty() ? 0 : NOTE) + BELOW;
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        if (pairs.isEmpty()) {
            return;
        }
        int half = (area.width - GAP) / 2;
        int second = half + GAP;
        text.left(gc, TextStyle.SMALL, Token.MUTED, left, PADDING, HEAD / 2);
        text.left(gc, TextStyle.SMALL, Token.MUTED, right, second + PADDING, HEAD / 2);
        int y = HEAD;
        for (var pair : pairs) {
            int x = text.left(gc, TextStyle.NOTE, Token.TEXT, text.cut(gc, TextStyle.NOTE, pair.label(), area.width),
                    0, y + LABEL / 2);
            text.left(gc, TextStyle.NOTE, Token.MUTED,
                    text.cut(gc, TextStyle.NOTE, pair.of(), Math.max(0, area.width - x - 8)), x + 8, y + LABEL / 2);
            y += LABEL;
            value(gc, pair.left(), pair.differs(), pair.leftSpan(), new Box(0, y, half, VALUE), Token.MUTED);
            value(gc, pair.right(), pair.differs(), pair.rightSpan(), new Box(second, y, half, VALUE),
                    Token.ACCENT);
            y += VALUE;
            if (!pair.note().isEmpty()) {
                text.left(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, pair.note(), area.width), 0,
                        y + NOTE / 2);
                y += NOTE;
            }
            y += BELOW;
        }
    }

    /** The value in a box; what differs stands on a tint of its colour, and is underlined for who sees no colours. */
    private void value(GC gc, String value, boolean differs, Pair.Span span, Box box, Token tint) {
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        int room = box.width() - 2 * PADDING;
        if (value.isEmpty()) {
            text.left(gc, TextStyle.BASE, Token.STALE, "–", box.x() + PADDING, box.centreY());
            return;
        }
        int x = box.x() + PADDING;
        var shown = text.cut(gc, TextStyle.BASE, value, room);
        if (differs && span.to() > span.from() && shown.equals(value)) {
            int from = x + text.width(gc, TextStyle.BASE, value.substring(0, span.from()));
            int to = x + text.width(gc, TextStyle.BASE, value.substring(0, span.to()));
            gc.setBackground(ink.color(tint));
            gc.setAlpha(ink.palette().dark() ? 70 : 36);
            gc.fillRoundRectangle(from - 1, box.y() + 4, to - from + 2, box.height() - 8, 3, 3);
            gc.setAlpha(255);
            gc.setForeground(ink.color(tint));
            gc.drawLine(from, box.bottom() - 5, to - 1, box.bottom() - 5);
        }
        text.left(gc, TextStyle.BASE, Token.TEXT, shown, x, box.centreY());
    }
}
