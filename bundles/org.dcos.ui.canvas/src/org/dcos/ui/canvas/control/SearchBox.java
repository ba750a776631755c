package org.dcos.ui.canvas.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A rounded field to search in: an icon, a text without a border, and the key that leads here. */
public final class SearchBox extends Composite {

    private static final int HEIGHT = 30;
    private static final int WIDTH = 320;
    private static final int LEAD = 36;
    private static final int PADDING = 14;

    private final Ink ink;
    private final TextFit fit;
    private final IconPainter icons;
    private final StyledText field;
    private final List<Consumer<String>> onEnter = new ArrayList<>();
    private String hint = "";
    private String message = "";
    private Token ground = Token.PANEL;

    public SearchBox(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        ink = Ink.of(getDisplay());
        fit = new TextFit(ink);
        icons = new IconPainter(ink);
        field = new StyledText(this, SWT.SINGLE);
        ink.onChange(this, this::dress);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> place());
        addListener(SWT.MouseDown, _ -> field.setFocus());
        field.addListener(SWT.FocusIn, _ -> redraw());
        field.addListener(SWT.FocusOut, _ -> redraw());
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.Modify, _ -> field.redraw());
        field.addListener(SWT.Paint, event -> {
            if (field.getCharCount() == 0) {
                int room = field.getClientArea().width;
                fit.left(event.gc, TextStyle.BASE, Token.MUTED, fit.cut(event.gc, TextStyle.BASE, message, room), 0,
                        field.getClientArea().height / 2);
            }
        });
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = message;
            }
        });
        dress();
    }

    /** @param words shown while empty @param key at the right, e.g. {@code Ctrl+K}; may be empty */
    public void setHints(String words, String key) {
        checkWidget();
        message = words;
        hint = key;
        place();
        redraw();
    }

    /** What it stands on. */
    public void setGround(Token token) {
        checkWidget();
        ground = token;
        redraw();
    }

    /** The field itself, for listeners and content assist. */
    public StyledText field() {
        return field;
    }

    /** Told the text when Enter is pressed. */
    public void onEnter(Consumer<String> listener) {
        onEnter.add(listener);
    }

    @Override
    public boolean setFocus() {
        return field.setFocus();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? WIDTH : widthHint, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private void dress() {
        field.setFont(ink.font(TextStyle.BASE));
        field.setForeground(ink.color(Token.TEXT));
        field.setBackground(ink.color(Token.BACKGROUND));
        redraw();
    }

    private void place() {
        var area = getClientArea();
        var gc = new GC(this);
        try {
            int key = hint.isEmpty() ? PADDING : fit.width(gc, TextStyle.SMALL, hint) + 2 * PADDING;
            int height = field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            int high = Math.min(height, area.height - 4);
            field.setBounds(LEAD, (area.height - high) / 2, Math.max(0, area.width - LEAD - key), high);
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(ink.color(ground));
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRoundRectangle(0, 0, area.width, area.height, area.height, area.height);
        gc.setForeground(ink.color(field.isFocusControl() ? Token.ACCENT : Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, area.height, area.height);
        icons.paint(gc, Icon.SEARCH, Token.MUTED, PADDING, area.height / 2 - IconPainter.SIZE / 2);
        fit.right(gc, TextStyle.SMALL, Token.MUTED, hint, area.width - PADDING, area.height / 2);
    }

    private void key(Event event) {
        if (event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            onEnter.forEach(listener -> listener.accept(field.getText()));
        }
    }
}
