package org.dcos.ui.canvas.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
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

/** A quiet button: icon, text, and an arrow when it opens a menu. Space, Enter and a click press it. */
public final class FlatButton extends Drawn {

    private static final int PADDING = 12;
    private static final int ICON_GAP = 7;
    private static final int ARROW = 12;

    /** How much it stands out. */
    public enum Weight {
        /** Outlined. */
        NORMAL,
        /** Filled with the accent; one on a page at most. */
        PRIMARY,
        /** Text only, for toolbars. */
        BARE
    }

    private final List<Runnable> onPress = new ArrayList<>();
    private final IconPainter icons;
    private String label = "";
    private Optional<Icon> icon = Optional.empty();
    private Weight weight = Weight.NORMAL;
    private boolean arrow;
    private boolean hovered;
    private boolean down;

    public FlatButton(Composite parent) {
        super(parent, SWT.NONE);
        icons = new IconPainter(ink);
        addListener(SWT.MouseEnter, _ -> look(true, down));
        addListener(SWT.MouseExit, _ -> look(false, false));
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                setFocus();
                look(hovered, true);
            }
        });
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.KeyDown, event -> {
            if (event.character == ' ' || event.character == SWT.CR || event.keyCode == SWT.ARROW_DOWN && arrow) {
                press();
            }
        });
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = arrow ? ACC.ROLE_SPLITBUTTON : ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    public void setText(String words) {
        checkWidget();
        label = words;
        named(words);
        redraw();
    }

    /** @param words said by a screen reader and shown when the pointer rests, when there is no text */
    public void setIcon(Icon shape, String words) {
        checkWidget();
        icon = Optional.of(shape);
        if (label.isEmpty()) {
            named(words);
        }
        setToolTipText(words);
        redraw();
    }

    public void setWeight(Weight next) {
        checkWidget();
        weight = next;
        redraw();
    }

    /** With an arrow that says a menu comes. */
    public void setMenuArrow(boolean shown) {
        checkWidget();
        arrow = shown;
        redraw();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    /** Told when it is pressed. */
    public void onPress(Runnable listener) {
        onPress.add(listener);
    }

    /** Presses it, as the operator would. */
    public void press() {
        if (isEnabled()) {
            onPress.forEach(Runnable::run);
        }
    }

    @Override
    Point size(GC gc) {
        int width = label.isEmpty() ? 0 : text.width(gc, TextStyle.STRONG, label);
        width += icon.isPresent() ? IconPainter.SIZE + (label.isEmpty() && !arrow ? 0 : ICON_GAP) : 0;
        int padding = label.isEmpty() ? 6 : PADDING;
        return new Point(width + (arrow ? ARROW : 0) + 2 * padding, HEIGHT);
    }

    @Override
    void paint(GC gc, Box area) {
        var box = new Box(area.x(), area.y() + 1, area.width(), area.height() - 2);
        if (weight != Weight.BARE || hovered || down) {
            frame(gc, box, fill(), weight == Weight.PRIMARY && isEnabled() ? Token.ACCENT
                    : weight == Weight.BARE ? fill() : Token.LINE);
        }
        var token = !isEnabled() ? Token.STALE : weight == Weight.PRIMARY ? Token.PANEL : Token.TEXT;
        int content = size(gc).x - 2 * (label.isEmpty() ? 6 : PADDING);
        int x = Math.max(6, (area.width() - content) / 2);
        int middle = area.centreY();
        if (icon.isPresent()) {
            icons.paint(gc, icon.get(), token == Token.TEXT ? Token.MUTED : token, x, middle - IconPainter.SIZE / 2);
            x += IconPainter.SIZE + ICON_GAP;
        }
        int room = area.width() - x - (arrow ? ARROW : 0) - 4;
        x += text.left(gc, TextStyle.STRONG, token, text.cut(gc, TextStyle.STRONG, label, room), x, middle);
        if (arrow) {
            gc.setBackground(ink.color(token));
            int left = x + 6;
            gc.fillPolygon(new int[] {left, middle - 2, left + 7, middle - 2, left + 3, middle + 2});
        }
        focusRing(gc, weight == Weight.PRIMARY ? box.inset(-1) : box);
    }

    private Token fill() {
        if (weight == Weight.PRIMARY && isEnabled()) {
            return Token.ACCENT;
        }
        return down ? Token.SELECTION : hovered && isEnabled() ? Token.HOVER : Token.PANEL;
    }

    private void up(Event event) {
        boolean pressed = down && event.button == 1 && getClientArea().contains(event.x, event.y);
        look(hovered, false);
        if (pressed) {
            press();
        }
    }

    private void look(boolean over, boolean pressed) {
        if (over != hovered || pressed != down) {
            hovered = over;
            down = pressed;
            redraw();
        }
    }
}
