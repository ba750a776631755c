package org.dcos.ui.canvas.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A picture of things with ids: selects them by mouse and cursor keys, opens them by double click and Enter, shows a
 * card when the pointer rests, tells a screen reader. What things there are and where is its layout's business.
 */
public abstract class PictureCanvas extends Canvas {

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final IconPainter icons;
    private final HoverCard hoverCard;
    private final List<Consumer<Optional<String>>> onSelect = new ArrayList<>();
    private final List<Consumer<String>> onOpen = new ArrayList<>();
    private Optional<String> selected = Optional.empty();
    private Optional<String> hovered = Optional.empty();

    protected PictureCanvas(Composite parent, int style) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | style);
        ink = Ink.of(getDisplay());
        text = new TextFit(ink, this);
        marks = new MarkPainter(ink);
        icons = new IconPainter(ink);
        hoverCard = new HoverCard(this);
        ink.redraws(this);
        addListener(SWT.Paint, event -> paintAll(event.gc));
        addListener(SWT.Resize, _ -> {
            var area = getClientArea();
            hoverCard.hide();
            resized(area.width, area.height);
            redraw();
        });
        addListener(SWT.MouseDown, event -> {
            setFocus();
            hover(Optional.empty(), event);
            pressed(event);
        });
        addListener(SWT.MouseMove, this::moved);
        addListener(SWT.MouseUp, this::released);
        addListener(SWT.MouseExit, event -> hover(Optional.empty(), event));
        addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1) {
                at(event.x, event.y).ifPresent(this::open);
            }
        });
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        addListener(SWT.Traverse, event -> event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE, SWT.TRAVERSE_MNEMONIC -> true;
            default -> false;
        });
        addListener(SWT.MenuDetect, this::menu);
        speak();
    }

    /** What is at a point of the widget. */
    public abstract Optional<String> at(int x, int y);

    /** Where a thing is in the widget. */
    public abstract Optional<Box> place(String id);

    /** What its card says. */
    protected abstract Optional<Card> card(String id);

    /** Where a cursor key leads to. @param from empty when nothing is selected */
    protected abstract Optional<String> step(String from, Step step);

    /** Brings a thing into sight. */
    protected abstract void reveal(String id);

    /** Its name, state and place, for a screen reader. */
    protected abstract String describe(String id);

    /** Name of the whole, for a screen reader. */
    protected abstract String title();

    protected abstract void paint(GC gc, Box area);

    protected void resized(int width, int height) {}

    /** What of it is seen, where something around it scrolls. */
    protected Box sight(Box area) {
        return area;
    }

    /** A button went down; by default it selects. */
    protected void pressed(Event event) {
        choose(at(event.x, event.y));
    }

    /** @return whether the pointer drags something, so that nothing is hovered */
    protected boolean dragged(Event event) {
        return false;
    }

    protected void released(Event event) {}

    /** A key that is no cursor key. */
    protected void typed(Event event) {}

    /** Selects and brings into sight; tells nobody. An unknown id selects nothing. */
    public void select(String id) {
        checkWidget();
        selected = Optional.of(id).filter(thing -> place(thing).isPresent());
        selected.ifPresent(this::reveal);
        redraw();
    }

    public Optional<String> selected() {
        return selected;
    }

    /** Told when the operator selects; empty when on nothing. */
    public void onSelect(Consumer<Optional<String>> listener) {
        onSelect.add(listener);
    }

    /** Told on double click and Enter. */
    public void onOpen(Consumer<String> listener) {
        onOpen.add(listener);
    }

    /** Shows the card of a thing now, e.g. on a key. */
    public void showCard(String id) {
        checkWidget();
        hoverCard.show(id);
    }

    protected final Ink ink() {
        return ink;
    }

    protected final TextFit text() {
        return text;
    }

    protected final MarkPainter marks() {
        return marks;
    }

    protected final IconPainter icons() {
        return icons;
    }

    protected final Optional<String> hovered() {
        return hovered;
    }

    /** Whether to show where the keyboard is. */
    protected final boolean focused() {
        return isFocusControl() && ink.keyboard();
    }

    /** After another picture: selection and card stay as far as their things do. */
    protected final void pictureChanged() {
        selected = selected.filter(id -> place(id).isPresent());
        hovered = hovered.filter(id -> place(id).isPresent());
        hoverCard.refresh();
        redraw();
    }

    /** What is seen has moved below the pointer. */
    protected final void viewChanged() {
        hoverCard.hide();
        redraw();
    }

    protected final void choose(Optional<String> id) {
        if (!id.equals(selected)) {
            selected = id;
            redraw();
            getAccessible().selectionChanged();
            onSelect.forEach(listener -> listener.accept(id));
        }
    }

    protected void open(String id) {
        onOpen.forEach(listener -> listener.accept(id));
    }

    private void moved(Event event) {
        hover(dragged(event) ? Optional.empty() : at(event.x, event.y), event);
    }

    private void hover(Optional<String> id, Event event) {
        if (!id.equals(hovered)) {
            hovered = id;
            redraw();
        }
        hoverCard.pointer(id, event.x, event.y);
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_UP -> walk(event, Step.UP);
            case SWT.ARROW_DOWN -> walk(event, Step.DOWN);
            case SWT.ARROW_LEFT -> walk(event, Step.LEFT);
            case SWT.ARROW_RIGHT -> walk(event, Step.RIGHT);
            case SWT.HOME -> walk(event, Step.HOME);
            case SWT.END -> walk(event, Step.END);
            case SWT.CR, SWT.KEYPAD_CR -> selected.ifPresent(this::open);
            default -> typed(event);
        }
    }

    /** With a modifier a cursor key is somebody else's. */
    private void walk(Event event, Step step) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            typed(event);
            return;
        }
        step(selected.orElse(""), step).ifPresent(id -> {
            reveal(id);
            hoverCard.hide();
            choose(Optional.of(id));
        });
    }

    /** A menu that a key asks for opens at what is selected. */
    private void menu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD) {
            selected.flatMap(this::place).ifPresent(box -> {
                var point = toDisplay(box.centreX(), box.bottom());
                event.x = point.x;
                event.y = point.y;
            });
        }
    }

    private void paintAll(GC gc) {
        var client = getClientArea();
        var area = new Box(0, 0, client.width, client.height);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(client);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        paint(gc, area);
        hoverCard.paint(gc, sight(area));
    }

    private void speak() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LIST;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = selected.map(PictureCanvas.this::describe).orElse("");
            }
        });
    }
}
