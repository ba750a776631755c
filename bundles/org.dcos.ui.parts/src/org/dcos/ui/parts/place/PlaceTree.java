package org.dcos.ui.parts.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.place.PlaceNode;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The tree itself: rows of 26, an arrow where something is inside, the mark at the right. */
final class PlaceTree extends Canvas {

    private static final int ROW = 26;
    private static final int INDENT = 16;
    private static final int MARGIN = 10;
    private static final int ARROW = 14;

    private record Row(PlaceNode node, int depth) {}

    private final Ink ink;
    private final TextFit fit;
    private final MarkPainter marks;
    private final String emptyText;
    private final Set<Selected> closed = new HashSet<>();
    private final List<Consumer<Selected>> onSelect = new ArrayList<>();
    private List<PlaceNode> nodes = List.of();
    private List<Row> rows = List.of();
    private Selected selected = new Selected.Nothing();
    private int hovered = -1;

    PlaceTree(Composite parent, String name, String emptyText) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        this.emptyText = emptyText;
        ink = Ink.of(getDisplay());
        fit = new TextFit(ink);
        marks = new MarkPainter(ink);
        Native.colours(this, Token.PANEL);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> bar());
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, event -> hover(event.y));
        addListener(SWT.MouseExit, _ -> hover(-1));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.Traverse, event -> event.doit = true);
        getVerticalBar().addListener(SWT.Selection, _ -> redraw());
        getVerticalBar().setVisible(false);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = row(selected).map(i -> rows.get(i).node.label() + " " + rows.get(i).node.detail())
                        .orElse(name);
            }
        });
    }

    void onSelect(Consumer<Selected> listener) {
        onSelect.add(listener);
    }

    void setNodes(List<PlaceNode> next) {
        if (!next.equals(nodes)) {
            nodes = next;
            unfold();
        }
    }

    /** Shows which place is chosen, and opens what it is in. */
    void select(Selected place) {
        selected = place;
        if (open(nodes, place)) {
            unfold();
        }
        row(place).ifPresent(this::reveal);
        redraw();
    }

    private boolean open(List<PlaceNode> among, Selected place) {
        for (var node : among) {
            if (node.place().equals(place) || open(node.children(), place)) {
                if (!node.place().equals(place)) {
                    closed.remove(node.place());
                }
                return true;
            }
        }
        return false;
    }

    private void unfold() {
        var all = new ArrayList<Row>();
        nodes.forEach(node -> unfold(node, 0, all));
        rows = List.copyOf(all);
        bar();
        redraw();
    }

    private void unfold(PlaceNode node, int depth, List<Row> into) {
        into.add(new Row(node, depth));
        if (!closed.contains(node.place())) {
            node.children().forEach(child -> unfold(child, depth + 1, into));
        }
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        if (rows.isEmpty()) {
            fit.left(gc, TextStyle.NOTE, Token.MUTED, fit.cut(gc, TextStyle.NOTE, emptyText, area.width - 2 * MARGIN),
                    MARGIN, ROW / 2);
        }
        int from = Math.max(0, top() / ROW);
        int to = Math.min(rows.size(), (top() + area.height) / ROW + 1);
        for (int i = from; i < to; i++) {
            paint(gc, i, new Rectangle(0, i * ROW - top(), area.width, ROW));
        }
    }

    private void paint(GC gc, int index, Rectangle box) {
        var row = rows.get(index);
        boolean chosen = row.node.place().equals(selected);
        if (chosen || index == hovered) {
            gc.setBackground(ink.color(chosen ? Token.SELECTION : Token.HOVER));
            gc.fillRectangle(box);
        }
        if (chosen && isFocusControl()) {
            gc.setBackground(ink.color(Token.ACCENT));
            gc.fillRectangle(box.x, box.y, 2, box.height);
        }
        int x = MARGIN + row.depth * INDENT;
        int middle = box.y + box.height / 2;
        if (!row.node.children().isEmpty()) {
            arrow(gc, x, middle, !closed.contains(row.node.place()));
        }
        x += ARROW;
        int room = box.width - x - MarkPainter.SIZE - 2 * MARGIN;
        x += fit.left(gc, TextStyle.BASE, Token.TEXT, fit.cut(gc, TextStyle.BASE, row.node.label(), room), x, middle);
        if (!row.node.detail().isEmpty()) {
            var detail = row.node.kind() == PlaceNode.Kind.RACK ? "  " + row.node.detail() : " · " + row.node.detail();
            fit.left(gc, TextStyle.NOTE, Token.MUTED,
                    fit.cut(gc, TextStyle.NOTE, detail, box.width - x - MarkPainter.SIZE - 2 * MARGIN), x, middle);
        }
        marks.paint(gc, Marks.of(row.node.mark()), box.width - MarkPainter.SIZE - MARGIN,
                middle - MarkPainter.SIZE / 2);
    }

    private void arrow(GC gc, int x, int middle, boolean open) {
        gc.setBackground(ink.color(Token.MUTED));
        gc.fillPolygon(open ? new int[] {x, middle - 2, x + 8, middle - 2, x + 4, middle + 3}
                : new int[] {x + 1, middle - 4, x + 6, middle, x + 1, middle + 4});
    }

    private int top() {
        return getVerticalBar().isVisible() ? getVerticalBar().getSelection() : 0;
    }

    private void bar() {
        int height = getClientArea().height;
        int whole = rows.size() * ROW;
        var bar = getVerticalBar();
        bar.setVisible(whole > height);
        bar.setValues(Math.clamp(bar.getSelection(), 0, Math.max(0, whole - height)), 0, Math.max(1, whole),
                Math.max(1, Math.min(height, whole)), ROW, Math.max(ROW, height - ROW));
    }

    private void reveal(int row) {
        int height = getClientArea().height;
        if (getVerticalBar().isVisible() && height > ROW) {
            int at = row * ROW;
            if (at < top()) {
                getVerticalBar().setSelection(at);
            } else if (at + ROW > top() + height) {
                getVerticalBar().setSelection(at + ROW - height);
            }
        }
    }

    private Optional<Integer> row(Selected place) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).node.place().equals(place)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void hover(int y) {
        int now = y < 0 ? -1 : (y + top()) / ROW;
        if (now != hovered) {
            hovered = now;
            redraw();
        }
    }

    private void press(Event event) {
        setFocus();
        int index = (event.y + top()) / ROW;
        if (index < 0 || index >= rows.size()) {
            return;
        }
        var row = rows.get(index);
        int arrow = MARGIN + row.depth * INDENT;
        if (!row.node.children().isEmpty() && event.x >= arrow - 4 && event.x < arrow + ARROW) {
            toggle(row.node);
        } else {
            choose(index);
        }
    }

    private void toggle(PlaceNode node) {
        if (!closed.remove(node.place())) {
            closed.add(node.place());
        }
        unfold();
    }

    private void choose(int index) {
        if (index >= 0 && index < rows.size()) {
            selected = rows.get(index).node.place();
            reveal(index);
            redraw();
            onSelect.forEach(listener -> listener.accept(selected));
        }
    }

    private void key(Event event) {
        int at = row(selected).orElse(-1);
        switch (event.keyCode) {
            case SWT.ARROW_UP -> choose(Math.max(0, at - 1));
            case SWT.ARROW_DOWN -> choose(Math.min(rows.size() - 1, at + 1));
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(rows.size() - 1);
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> fold(at, event.keyCode == SWT.ARROW_RIGHT);
            default -> {}
        }
    }

    private void fold(int at, boolean open) {
        if (at < 0) {
            return;
        }
        var node = rows.get(at).node;
        boolean shut = closed.contains(node.place());
        if (!node.children().isEmpty() && shut == open) {
            toggle(node);
        } else if (open) {
            choose(Math.min(rows.size() - 1, at + 1));
        } else {
            int depth = rows.get(at).depth;
            for (int i = at - 1; i >= 0; i--) {
                if (rows.get(i).depth < depth) {
                    choose(i);
                    return;
                }
            }
        }
    }
}
