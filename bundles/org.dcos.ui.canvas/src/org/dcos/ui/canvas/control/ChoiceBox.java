package org.dcos.ui.canvas.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * A field that holds one of a few texts: a click, Space or Alt+Down opens the list, the cursor keys go through it, a
 * letter goes to the next text that begins with it. Tells {@link SWT#Selection} when the operator chose.
 */
public final class ChoiceBox extends Drawn {

    private static final int PADDING = 10;
    private static final int ARROW = 20;

    private final List<String> items = new ArrayList<>();
    private int selected = -1;
    private boolean hovered;

    public ChoiceBox(Composite parent) {
        super(parent, SWT.NONE);
        addListener(SWT.MouseEnter, _ -> hover(true));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                setFocus();
                open();
            }
        });
        addListener(SWT.MouseVerticalWheel, event -> {
            event.doit = false;
            step(event.count > 0 ? -1 : 1);
        });
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_COMBOBOX;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = getText();
            }
        });
    }

    /** What can be chosen; nothing is until {@link #select}. */
    public void setItems(String... texts) {
        checkWidget();
        items.clear();
        items.addAll(Arrays.asList(texts));
        selected = -1;
        redraw();
    }

    public void add(String text) {
        checkWidget();
        items.add(text);
    }

    public String[] getItems() {
        return items.toArray(String[]::new);
    }

    public int getItemCount() {
        return items.size();
    }

    /** -1 while nothing is chosen. */
    public int getSelectionIndex() {
        return selected;
    }

    /** The chosen text, empty while nothing is. */
    public String getText() {
        return selected < 0 ? "" : items.get(selected);
    }

    /** Chooses without telling; an index that is none chooses nothing. */
    public void select(int index) {
        checkWidget();
        int next = index >= 0 && index < items.size() ? index : -1;
        if (next != selected) {
            selected = next;
            redraw();
        }
    }

    public void deselectAll() {
        select(-1);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    /** What a screen reader calls it. */
    public void setName(String name) {
        named(name);
    }

    @Override
    Point size(GC gc) {
        int widest = items.stream().mapToInt(item -> text.width(gc, TextStyle.BASE, item)).max().orElse(0);
        return new Point(widest + 2 * PADDING + ARROW, HEIGHT);
    }

    @Override
    void paint(GC gc, Box area) {
        var box = new Box(area.x(), area.y() + 1, area.width(), area.height() - 2);
        frame(gc, box, hovered && isEnabled() ? Token.HOVER : Token.BACKGROUND, Token.LINE);
        var token = isEnabled() ? Token.TEXT : Token.STALE;
        int middle = area.centreY();
        int room = area.width() - 2 * PADDING - ARROW;
        text.left(gc, TextStyle.BASE, token, text.cut(gc, TextStyle.BASE, getText(), room), PADDING, middle);
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(isEnabled() ? Token.MUTED : Token.STALE));
        int left = area.width() - PADDING - 9;
        gc.fillPolygon(new int[] {left, middle - 2, left + 9, middle - 2, left + 4, middle + 3});
        focusRing(gc, box);
    }

    private void key(Event event) {
        if (event.character == ' ' || event.keyCode == SWT.ARROW_DOWN && (event.stateMask & SWT.ALT) != 0) {
            open();
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> step(1);
            case SWT.ARROW_UP -> step(-1);
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(items.size() - 1);
            default -> letter(event.character);
        }
    }

    private void letter(char typed) {
        if (!Character.isLetterOrDigit(typed)) {
            return;
        }
        var wanted = String.valueOf(typed);
        for (int i = 1; i <= items.size(); i++) {
            int next = (selected + i) % items.size();
            if (next >= 0 && items.get(next).regionMatches(true, 0, wanted, 0, 1)) {
                choose(next);
                return;
            }
        }
    }

    private void step(int by) {
        choose(Math.clamp(selected + by, 0, Math.max(0, items.size() - 1)));
    }

    private void choose(int index) {
        if (isEnabled() && index != selected && index >= 0 && index < items.size()) {
            select(index);
            notifyListeners(SWT.Selection, new Event());
        }
    }

    private void open() {
        if (!isEnabled() || items.isEmpty()) {
            return;
        }
        var menu = new Menu(this);
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            var item = new MenuItem(menu, SWT.RADIO);
            item.setText(items.get(i).replace("&", "&&"));
            item.setSelection(i == selected);
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    choose(index);
                }
            });
        }
        menu.addListener(SWT.Hide, _ -> getDisplay().asyncExec(menu::dispose));
        var at = toDisplay(0, getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }
}
