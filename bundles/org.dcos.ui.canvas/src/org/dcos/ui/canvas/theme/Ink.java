package org.dcos.ui.canvas.theme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * The colours and fonts of a display, as its theme has them: one per display, made on first use, gone with the display.
 * What is drawn asks at each paint, so a change of theme is one {@link #use} and everything redraws. UI thread only.
 */
public final class Ink {

    private static final String KEY = Ink.class.getName();

    private final Display display;
    private final Map<Rgb, Color> colours = new HashMap<>();
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private Palette palette = theme.palette();
    private boolean reduced;
    private boolean keyboard;

    private Ink(Display display) {
        this.display = display;
        display.addListener(SWT.Dispose, _ -> fonts.values().forEach(Font::dispose));
        display.addFilter(SWT.KeyDown, _ -> keyboard = true);
        display.addFilter(SWT.MouseDown, _ -> keyboard = false);
    }

    /** The display's one; light until told otherwise. */
    public static Ink of(Display display) {
        if (display.getData(KEY) instanceof Ink ink) {
            return ink;
        }
        var ink = new Ink(display);
        display.setData(KEY, ink);
        return ink;
    }

    public Display display() {
        return display;
    }

    public Theme theme() {
        return theme;
    }

    public Palette palette() {
        return palette;
    }

    /** Changes the theme; all that listens is told, so that it redraws. */
    public void use(Theme next) {
        if (next != theme) {
            theme = next;
            palette = next.palette();
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /** Whether motion is off: what changes, changes at once. */
    public boolean reduced() {
        return reduced;
    }

    public void reduced(boolean off) {
        reduced = off;
    }

    /** Whether the operator works with the keyboard just now: then it is shown where the keyboard is. */
    public boolean keyboard() {
        return keyboard;
    }

    /** Redraws the control when the theme changes, as long as it lives. */
    public void redraws(Control control) {
        onChange(control, () -> control.redraw());
    }

    /** Runs when the theme has changed, as long as the control lives. */
    public void onChange(Control control, Runnable listener) {
        listeners.add(listener);
        control.addListener(SWT.Dispose, _ -> listeners.remove(listener));
    }

    /** @return shared; not to be disposed */
    public Color color(Token token) {
        return color(palette.of(token));
    }

    /** @return shared; not to be disposed */
    public Color color(Rgb rgb) {
        return colours.computeIfAbsent(rgb, c -> new Color(c.red(), c.green(), c.blue()));
    }

    /** @return shared; not to be disposed */
    public Font font(TextStyle style) {
        return fonts.computeIfAbsent(style, s -> new Font(display, Typeface.of(display).data(s)));
    }
}
