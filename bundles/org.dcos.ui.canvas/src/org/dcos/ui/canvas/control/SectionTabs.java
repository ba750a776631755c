package org.dcos.ui.canvas.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Sections of a page: words in a row, the chosen one underlined. Cursor keys change it. */
public final class SectionTabs extends Drawn {

    private static final int ROW = 30;
    private static final int GAP = 20;
    private static final int LEAST_GAP = 10;

    private final List<IntConsumer> onSelect = new ArrayList<>();
    private List<String> labels = List.of();
    private int selected;
    private int hovered = -1;

    public SectionTabs(Composite parent) {
        super(parent, SWT.NONE);
        addListener(SWT.MouseMove, event -> hover(at(event.x)));
        addListener(SWT.MouseExit, _ -> hover(-1));
        addListener(SWT.MouseDown, event -> {
            setFocus();
            choose(at(event.x));
        });
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS && event.detail != SWT.TRAVERSE_RETURN);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABFOLDER;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = labels.isEmpty() ? "" : labels.get(selected);
            }
        });
    }

    /** @param name for a screen reader, e.g. {@code Sections} */
    public void setItems(String name, List<String> items) {
        checkWidget();
        named(name);
        labels = List.copyOf(items);
        selected = Math.clamp(selected, 0, Math.max(0, labels.size() - 1));
        redraw();
    }

    /** Selects without telling. */
    public void select(int index) {
        checkWidget();
        selected = Math.clamp(index, 0, Math.max(0, labels.size() - 1));
        redraw();
    }

    public int selected() {
        return selected;
    }

    /** Told when the operator selects another. */
    public void onSelect(IntConsumer listener) {
        onSelect.add(listener);
    }

    @Override
    Point size(GC gc) {
        var boxes = place(gc, Integer.MAX_VALUE);
        return new Point(boxes.isEmpty() ? 0 : boxes.getLast().right(), ROW);
    }

    @Override
    void paint(GC gc, Box area) {
        gc.setForeground(ink.color(Token.LINE));
        gc.drawLine(area.x(), area.bottom() - 1, area.right(), area.bottom() - 1);
        var boxes = place(gc, area.width());
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            boolean on = i == selected;
            var token = on ? Token.ACCENT : i == hovered ? Token.TEXT : Token.MUTED;
            var style = on ? TextStyle.STRONG : TextStyle.BASE;
            text.left(gc, style, token, text.cut(gc, style, labels.get(i), area.right() - box.x()), box.x(),
                    area.centreY() - 1);
            if (on) {
                gc.setBackground(ink.color(Token.ACCENT));
                gc.fillRectangle(box.x(), area.bottom() - 2, box.width(), 2);
                if (isFocusControl()) {
                    focusRing(gc, new Box(box.x() - 4, area.y() + 3, box.width() + 8, ROW - 9));
                }
            }
        }
    }

    /** Gaps shrink before words are cut. */
    private List<Box> place(GC gc, int room) {
        int words = labels.stream().mapToInt(label -> text.width(gc, TextStyle.STRONG, label)).sum();
        int gaps = Math.max(1, labels.size() - 1);
        int gap = Math.clamp((room - words) / gaps, LEAST_GAP, GAP);
        var boxes = new ArrayList<Box>();
        int x = 0;
        for (var label : labels) {
            int width = text.width(gc, TextStyle.STRONG, label);
            boxes.add(new Box(x, 0, width, ROW));
            x += width + gap;
        }
        return boxes;
    }

    private int at(int x) {
        var gc = new GC(this);
        try {
            var boxes = place(gc, getClientArea().width);
            for (int i = 0; i < boxes.size(); i++) {
                if (x >= boxes.get(i).x() - LEAST_GAP / 2 && x < boxes.get(i).right() + LEAST_GAP / 2) {
                    return i;
                }
            }
            return -1;
        } finally {
            gc.dispose();
        }
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            redraw();
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> choose(selected - 1);
            case SWT.ARROW_RIGHT -> choose(selected + 1);
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(labels.size() - 1);
            default -> {}
        }
    }

    private void choose(int index) {
        if (index >= 0 && index < labels.size() && index != selected) {
            selected = index;
            redraw();
            getAccessible().selectionChanged();
            onSelect.forEach(listener -> listener.accept(index));
        }
    }
}
