package org.dcos.ui.parts.widget;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.parts.widget.WideColumn.Editing;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowTextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.ui.action.IMouseClickAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** How a {@link WideTable} is drawn, and what mouse and keys do in it. */
final class WideTableLook<T> extends AbstractRegistryConfiguration {

    private static final int PADDING = 8;

    private enum Part { TITLE, FILTER, BODY }

    private final WideTable<T> wide;
    private final Ink ink;
    private final TextFit fit;
    private final MarkPainter marks;

    WideTableLook(WideTable<T> wide) {
        this.wide = wide;
        this.ink = Ink.of(wide.control().getDisplay());
        this.fit = new TextFit(ink);
        this.marks = new MarkPainter(ink);
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new Painter(Part.BODY));
        for (var mode : new DisplayMode[] {DisplayMode.NORMAL, DisplayMode.SELECT}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new Painter(Part.TITLE), mode,
                    GridRegion.COLUMN_HEADER);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new Painter(Part.FILTER), mode,
                    GridRegion.FILTER_ROW);
        }
        registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, Boolean.FALSE);
        registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, Boolean.FALSE, DisplayMode.NORMAL,
                GridRegion.FILTER_ROW);
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DefaultDisplayConverter());
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new FilterRowTextCellEditor(),
                DisplayMode.NORMAL, GridRegion.FILTER_ROW);
        registry.registerConfigAttribute(EditConfigAttributes.OPEN_ADJACENT_EDITOR, Boolean.FALSE);
        editorStyle(registry);
        for (int i = 0; i < wide.columns().size(); i++) {
            editing(registry, wide.columns().get(i), WideTable.EDIT + i);
        }
    }

    private void editorStyle(IConfigRegistry registry) {
        Runnable dress = () -> {
            var style = new Style();
            style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, ink.color(Token.BACKGROUND));
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, ink.color(Token.TEXT));
            style.setAttributeValue(CellStyleAttributes.FONT, ink.font(TextStyle.BASE));
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.EDIT);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL);
        };
        dress.run();
        ink.onChange(wide.control(), dress);
    }

    private void editing(IConfigRegistry registry, WideColumn<T> column, String label) {
        if (column.editing() == Editing.NOT) {
            return;
        }
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, IEditableRule.ALWAYS_EDITABLE,
                DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, column.editing() == Editing.BY_TEXT
                ? new TextCellEditor()
                : new ComboBoxCellEditor(column.choices()), DisplayMode.EDIT, label);
    }

    @Override
    public void configureUiBindings(UiBindingRegistry bindings) {
        bindings.registerDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), new MouseEditAction());
        bindings.registerFirstSingleClickBinding(new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER,
                MouseEventMatcher.LEFT_BUTTON) {
            @Override
            public boolean matches(NatTable table, MouseEvent event,
                    org.eclipse.nebula.widgets.nattable.layer.LabelStack regions) {
                return super.matches(table, event, regions) && !regions.hasLabel(GridRegion.FILTER_ROW);
            }
        }, new SortByTitle());
    }

    private final class SortByTitle implements IMouseClickAction {
        @Override
        public void run(NatTable table, MouseEvent event) {
            int position = table.getColumnPositionByX(event.x);
            if (position >= 0) {
                wide.sort(table.getColumnIndexByPosition(position));
            }
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    private final class Painter extends AbstractCellPainter {

        private final Part part;

        private Painter(Part part) {
            this.part = part;
        }

        @Override
        public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
            boolean chosen = part == Part.BODY && cell.getDisplayMode().equals(DisplayMode.SELECT);
            gc.setBackground(ink.color(chosen ? Token.SELECTION : Token.PANEL));
            gc.fillRectangle(bounds);
            var column = wide.columns().get(cell.getColumnIndex());
            switch (part) {
                case TITLE -> text(gc, wide.title(cell.getColumnIndex()), TextStyle.SMALL, Token.MUTED, bounds,
                        column.numbers());
                case FILTER -> field(gc, bounds, cell.getDataValue() == null ? "" : cell.getDataValue().toString());
                case BODY -> body(gc, cell, bounds, column.numbers());
            }
            if (part != Part.TITLE) {
                gc.setForeground(ink.color(Token.LINE));
                int bottom = bounds.y + bounds.height - 1;
                gc.drawLine(bounds.x, bottom, bounds.x + bounds.width, bottom);
            }
        }

        /** A cell with a mark stands on a tint of its colour. */
        private void body(GC gc, ILayerCell cell, Rectangle bounds, boolean numbers) {
            var mark = wide.mark(cell.getColumnIndex(), cell.getRowIndex());
            var room = bounds;
            if (mark != Mark.NONE) {
                gc.setBackground(ink.color(mark.token()));
                gc.setAlpha(ink.palette().dark() ? 60 : 28);
                gc.fillRectangle(bounds.x, bounds.y, bounds.width, bounds.height - 1);
                gc.setAlpha(255);
                marks.paint(gc, mark, bounds.x + PADDING, bounds.y + (bounds.height - 1 - MarkPainter.SIZE) / 2);
                int shift = MarkPainter.SIZE + PADDING / 2;
                room = new Rectangle(bounds.x + shift, bounds.y, bounds.width - shift, bounds.height);
            }
            text(gc, String.valueOf(cell.getDataValue()), TextStyle.BASE, Token.TEXT, room, numbers);
        }

        private void field(GC gc, Rectangle bounds, String typed) {
            gc.setBackground(ink.color(Token.BACKGROUND));
            gc.fillRectangle(bounds.x + 3, bounds.y + 2, bounds.width - 6, bounds.height - 6);
            if (!typed.isEmpty()) {
                gc.setForeground(ink.color(Token.ACCENT));
                gc.drawRectangle(bounds.x + 3, bounds.y + 2, bounds.width - 7, bounds.height - 7);
                text(gc, typed, TextStyle.NOTE, Token.TEXT, bounds, false);
            }
        }

        private void text(GC gc, String text, TextStyle style, Token token, Rectangle bounds, boolean right) {
            gc.setFont(ink.font(style));
            gc.setForeground(ink.color(token));
            int room = bounds.width - 2 * PADDING;
            var shown = fit.cut(gc, style, text, room);
            var size = gc.textExtent(shown);
            gc.drawText(shown, right ? bounds.x + PADDING + room - size.x : bounds.x + PADDING,
                    bounds.y + (bounds.height - 1 - size.y) / 2, true);
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
}
