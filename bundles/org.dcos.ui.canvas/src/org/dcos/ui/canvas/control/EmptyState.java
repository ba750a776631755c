package org.dcos.ui.canvas.control;

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

/** Where nothing is: an icon, one sentence that says why, and what to do about it as a link. */
public final class EmptyState extends Drawn {

    private static final int ICON = 32;

    private record Action(String words, Runnable run) {}

    private final IconPainter icons;
    private Icon icon = Icon.INFO;
    private String sentence = "";
    private Optional<Action> action = Optional.empty();
    private Box link = new Box(0, 0, 0, 0);
    private boolean hovered;

    public EmptyState(Composite parent) {
        super(parent, SWT.NONE);
        icons = new IconPainter(ink);
        addListener(SWT.MouseMove, event -> hover(link.contains(event.x, event.y)));
        addListener(SWT.MouseExit, _ -> hover(false));
        addListener(SWT.MouseUp, event -> {
            if (link.contains(event.x, event.y)) {
                run();
            }
        });
        addListener(SWT.KeyDown, event -> {
            if (event.character == ' ' || event.character == SWT.CR) {
                run();
            }
        });
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = action.isPresent() ? ACC.ROLE_LINK : ACC.ROLE_LABEL;
            }
        });
    }

    public void show(Icon shape, String words) {
        checkWidget();
        icon = shape;
        sentence = words;
        action = Optional.empty();
        named(words);
        redraw();
    }

    /** @param link what can be done, e.g. {@code Import a baseline …} */
    public void show(Icon shape, String words, String link, Runnable run) {
        show(shape, words);
        action = Optional.of(new Action(link, run));
        named(words + " " + link);
    }

    @Override
    Point size(GC gc) {
        int words = Math.max(text.width(gc, TextStyle.BASE, sentence),
                action.map(a -> text.width(gc, TextStyle.STRONG, a.words())).orElse(0));
        return new Point(words + 32, ICON + 72);
    }

    @Override
    void paint(GC gc, Box area) {
        int top = Math.max(4, area.centreY() - (ICON + 56) / 2);
        icons.paint(gc, icon, Token.STALE, area.centreX() - ICON / 2, top, ICON);
        int middle = top + ICON + 18;
        text.centred(gc, TextStyle.BASE, Token.MUTED, text.cut(gc, TextStyle.BASE, sentence, area.width() - 16),
                area.centreX(), middle);
        link = new Box(0, 0, 0, 0);
        if (action.isPresent()) {
            String words = action.get().words();
            int width = text.centred(gc, TextStyle.STRONG, Token.ACCENT, words, area.centreX(), middle + 26);
            link = new Box(area.centreX() - width / 2 - 8, middle + 14, width + 16, 24);
            if (hovered) {
                gc.setForeground(ink.color(Token.ACCENT));
                gc.drawLine(link.x() + 8, link.bottom() - 3, link.right() - 8, link.bottom() - 3);
            }
            focusRing(gc, link);
        }
    }

    private void run() {
        action.ifPresent(a -> a.run().run());
    }

    private void hover(boolean over) {
        if (over != hovered) {
            hovered = over;
            setCursor(over ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            redraw();
        }
    }
}
