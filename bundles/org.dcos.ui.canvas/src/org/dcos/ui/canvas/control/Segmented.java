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

/** One of a few, side by side: Front | Rear. Cursor keys change it. */
public final class Segmented extends Drawn {

    private static final int PADDING = 14;
    private static final int GAP = 6;

    private final List<IntConsumer> onSelect = new ArrayList<>();
    private List<String> labels = List.of();
    private List<Box> boxes = List.of();
    private int selected;
    private int hovered = -1;

    public Segmented(Composite parent) {
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
                event.detail = ACC.ROLE_RADIOBUTTON;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = labels.isEmpty() ? "" : labels.get(selected);
            }
        });
    }

    /** @param name for a screen reader, e.g. {@code Side} */
    public void setItems(String name, List<String> items) {
        checkWidget();
        named(name);
        labels = List.copyOf(items);
        boxes = List.of();
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
        place(gc);
        return new Point(boxes.isEmpty() ? 0 : boxes.getLast().right(), HEIGHT);
    }

    @Override
    void paint(GC gc, Box area) {
        place(gc);
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            boolean on = i == selected;
            var fill = on ? Token.SELECTION : i == hovered ? Token.HOVER : Token.PANEL;
            frame(gc, box, fill, on ? Token.SELECTION : Token.LINE);
            text.centred(gc, TextStyle.STRONG, on ? Token.ACCENT : Token.TEXT, labels.get(i), box.centreX(),
                    box.centreY());
        }
        if (!boxes.isEmpty()) {
            focusRing(gc, boxes.get(selected));
        }
    }

    private void place(GC gc) {
        if (boxes.size() == labels.size()) {
            return;
        }
        var placed = new ArrayList<Box>();
        int x = 0;
        for (var label : labels) {
            int width = text.width(gc, TextStyle.STRONG, label) + 2 * PADDING;
            placed.add(new Box(x, 2, width, HEIGHT - 4));
            x += width + GAP;
        }
        boxes = List.copyOf(placed);
    }

    private int at(int x) {
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).contains(x, boxes.get(i).centreY())) {
                return i;
            }
        }
        return -1;
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            redraw();
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> choose(selected - 1);
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> choose(selected + 1);
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
