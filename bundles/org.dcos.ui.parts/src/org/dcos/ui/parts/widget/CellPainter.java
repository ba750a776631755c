package org.dcos.ui.parts.widget;

import java.util.List;
import java.util.function.IntFunction;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** Draws header and cells of a {@link RowTable}: text, mark, line below, colour of the chosen row. */
final class CellPainter<T> extends AbstractCellPainter {

    private static final int PADDING = 8;
    private static final int MARK_GAP = 9;

    private final Ink ink;
    private final TextFit fit;
    private final MarkPainter marks;
    private final List<Column<T>> columns;
    private final IntFunction<T> rows;
    private final boolean header;

    CellPainter(Control table, List<Column<T>> columns, IntFunction<T> rows, boolean header) {
        this.ink = Ink.of(table.getDisplay());
        this.fit = new TextFit(ink);
        this.marks = new MarkPainter(ink);
        this.columns = columns;
        this.rows = rows;
        this.header = header;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        boolean chosen = !header && cell.getDisplayMode().equals(DisplayMode.SELECT);
        var column = columns.get(cell.getColumnIndex());
        gc.setBackground(ink.color(chosen ? Token.SELECTION : Token.PANEL));
        gc.fillRectangle(bounds);
        gc.setForeground(ink.color(Token.LINE));
        int bottom = bounds.y + bounds.height - 1;
        gc.drawLine(bounds.x, bottom, bounds.x + bounds.width, bottom);
        if (header) {
            text(gc, column.title(), TextStyle.SMALL, Token.MUTED, inside(bounds), column.numbers());
            return;
        }
        var row = rows.apply(cell.getRowIndex());
        var mark = column.mark().apply(row);
        var area = inside(bounds);
        if (mark != Mark.NONE) {
            marks.paint(gc, mark, area.x, area.y + (area.height - MarkPainter.SIZE) / 2);
            int shift = MarkPainter.SIZE + MARK_GAP;
            area = new Rectangle(area.x + shift, area.y, area.width - shift, area.height);
        }
        text(gc, column.text().apply(row), TextStyle.BASE, column.token().apply(row), area, column.numbers());
    }

    private void text(GC gc, String text, TextStyle style, Token token, Rectangle area, boolean right) {
        gc.setFont(ink.font(style));
        gc.setForeground(ink.color(token));
        var shown = fit.cut(gc, style, text, area.width);
        var size = gc.textExtent(shown);
        gc.drawText(shown, right ? area.x + area.width - size.x : area.x, area.y + (area.height - size.y) / 2, true);
    }

    private static Rectangle inside(Rectangle bounds) {
        return new Rectangle(bounds.x + PADDING, bounds.y, bounds.width - 2 * PADDING, bounds.height - 1);
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        gc.setFont(ink.font(TextStyle.BASE));
        return gc.textExtent(String.valueOf(cell.getDataValue())).x + 2 * PADDING;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getBounds().height;
    }
}
