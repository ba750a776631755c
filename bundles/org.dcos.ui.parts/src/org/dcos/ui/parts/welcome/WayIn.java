package org.dcos.ui.parts.welcome;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** One way in: a card with an icon, what it is, what will happen, and a word to press. The whole card is the button. */
final class WayIn extends Canvas {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 210;
    private static final int MARGIN = 20;
    private static final int RADIUS = 12;
    private static final int LINE = 19;
    private static final int ICON = 28;

    private final Ink ink;
    private final TextFit fit;
    private final IconPainter icons;
    private final Icon icon;
    private final String title;
    private final String what;
    private final String action;
    private final Runnable run;
    private String busy = "";
    private boolean hovered;

    WayIn(Composite parent, Icon icon, String title, String what, String action, Runnable run) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.icon = icon;
        this.title = title;
        this.what = what;
        this.action = action;
        this.run = run;
        ink = Ink.of(getDisplay());
        fit = new TextFit(ink);
        icons = new IconPainter(ink);
        ink.redraws(this);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, _ -> hover(true));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
                press();
            }
        });
        addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR || event.character == ' ') {
                press();
            }
        });
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title + ". " + what;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    /** Says what is being done, in place of the word to press; empty when it can be pressed again. */
    void busy(String words) {
        busy = words;
        redraw();
    }

    private void press() {
        if (busy.isEmpty()) {
            run.run();
        }
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }

    @Override
    public Point computeSize(int wide, int high, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRectangle(area);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, RADIUS, RADIUS);
        gc.setForeground(ink.color(hovered || isFocusControl() ? Token.ACCENT : Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, RADIUS, RADIUS);
        icons.paint(gc, icon, Token.ACCENT, MARGIN, MARGIN, ICON);
        int y = MARGIN + ICON + 22;
        fit.left(gc, TextStyle.TITLE, Token.TEXT, title, MARGIN, y);
        y += 26;
        for (var line : lines(gc, area.width - 2 * MARGIN)) {
            fit.left(gc, TextStyle.NOTE, Token.MUTED, line, MARGIN, y);
            y += LINE;
        }
        fit.left(gc, TextStyle.STRONG, busy.isEmpty() ? Token.ACCENT : Token.MUTED,
                fit.cut(gc, TextStyle.STRONG, busy.isEmpty() ? action : busy, area.width - 2 * MARGIN), MARGIN,
                area.height - MARGIN - 6);
    }

    /** Breaks at spaces, and between any two signs of Chinese. */
    private List<String> lines(GC gc, int room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : what.split("(?<= )|(?<=[\\u3000-\\u9fff\\uff00-\\uffef])(?![，。、；：！？）”])")) {
            if (!line.isEmpty() && fit.width(gc, TextStyle.NOTE, (line + word).strip()) > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
