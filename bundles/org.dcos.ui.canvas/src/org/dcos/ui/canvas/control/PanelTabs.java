package org.dcos.ui.canvas.control;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Makes a stack of views a panel: white with round corners on the grey ground, a gap around. One view alone has its
 * name as a title, several have quiet tabs with the chosen one underlined. Named by the workbench's style sheet,
 * which makes one per {@link CTabFolder}.
 */
public final class PanelTabs extends CTabFolderRenderer {

    /** With the four pixels of the workbench's sash between two stacks, the gap is eight. */
    private static final int OUTSIDE = 2;

    private static final int EDGE = OUTSIDE + 1;
    private static final int RADIUS = 8;
    private static final int PADDING = 12;
    private static final int CLOSE = 16;
    private static final int CLOSE_GAP = 4;
    private static final int CROSS = 3;
    private static final int HEIGHT = 32;

    private final Ink ink;
    private final TextFit text;

    public PanelTabs(CTabFolder folder) {
        super(folder);
        ink = Ink.of(folder.getDisplay());
        text = new TextFit(ink);
        ink.redraws(folder);
    }

    @Override
    protected Point computeSize(int part, int state, GC gc, int widthHint, int heightHint) {
        if (part == PART_CLOSE_BUTTON) {
            return new Point(CLOSE, CLOSE);
        }
        if (part < 0) {
            return super.computeSize(part, state, gc, widthHint, heightHint);
        }
        var item = parent.getItem(part);
        int width = text.width(gc, TextStyle.TITLE, item.getText()) + 2 * PADDING;
        return new Point(width + (closes(item) ? CLOSE + CLOSE_GAP : 0), HEIGHT);
    }

    @Override
    protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
        return switch (part) {
            case PART_BODY -> {
                int side = EDGE + parent.marginWidth;
                int top = EDGE + parent.marginHeight + (parent.getMinimized() ? 0 : parent.getTabHeight());
                int bottom = EDGE + parent.marginHeight + 1;
                yield new Rectangle(x - side, y - top, width + 2 * side, height + top + bottom);
            }
            case PART_BORDER -> new Rectangle(x - EDGE, y - EDGE, width + 2 * EDGE, height + 2 * EDGE);
            case PART_HEADER, PART_BACKGROUND -> new Rectangle(x, y, width, height);
            default -> part < 0 ? super.computeTrim(part, state, x, y, width, height)
                    : new Rectangle(x - PADDING, y, width + 2 * PADDING, height);
        };
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        switch (part) {
            case PART_BODY -> panel(gc, parent.getSize());
            case PART_BACKGROUND -> {
                gc.setBackground(ink.color(Token.PANEL));
                gc.fillRectangle(bounds);
            }
            case PART_HEADER, PART_BORDER -> {}
            default -> {
                if (part >= 0) {
                    tab(gc, parent.getItem(part), new Box(bounds.x, bounds.y, bounds.width, bounds.height), state);
                } else {
                    super.draw(part, state, bounds, gc);
                }
            }
        }
    }

    private void panel(GC gc, Point size) {
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.PANEL));
        int width = size.x - 2 * OUTSIDE;
        int height = size.y - 2 * OUTSIDE;
        gc.fillRoundRectangle(OUTSIDE, OUTSIDE, width, height, RADIUS, RADIUS);
        gc.setForeground(ink.color(Token.LINE));
        gc.setLineAttributes(new LineAttributes(1));
        gc.drawRoundRectangle(OUTSIDE, OUTSIDE, width - 1, height - 1, RADIUS, RADIUS);
    }

    private void tab(GC gc, CTabItem item, Box box, int state) {
        boolean alone = parent.getItemCount() == 1;
        boolean chosen = (state & SWT.SELECTED) != 0;
        boolean hot = (state & SWT.HOT) != 0;
        var style = chosen ? TextStyle.TITLE : TextStyle.BASE;
        var token = chosen || hot ? Token.TEXT : Token.MUTED;
        int room = box.width() - 2 * PADDING - (closes(item) ? CLOSE + CLOSE_GAP : 0);
        int middle = box.y() + box.height() / 2;
        text.left(gc, style, token, text.cut(gc, style, item.getText(), room), box.x() + PADDING, middle);
        if (chosen && !alone) {
            gc.setBackground(ink.color(Token.ACCENT));
            gc.fillRectangle(box.x() + PADDING, box.bottom() - 4, room, 2);
        }
        if (closes(item) && (chosen || hot)) {
            int x = box.right() - PADDING - CLOSE / 2;
            gc.setAntialias(SWT.ON);
            gc.setForeground(ink.color(Token.MUTED));
            gc.setLineAttributes(new LineAttributes(1.2f, SWT.CAP_ROUND, SWT.JOIN_ROUND));
            gc.drawLine(x - CROSS, middle - CROSS, x + CROSS, middle + CROSS);
            gc.drawLine(x - CROSS, middle + CROSS, x + CROSS, middle - CROSS);
            gc.setLineAttributes(new LineAttributes(1));
        }
    }

    private boolean closes(CTabItem item) {
        return (parent.getStyle() & SWT.CLOSE) != 0 || item.getShowClose();
    }
}
