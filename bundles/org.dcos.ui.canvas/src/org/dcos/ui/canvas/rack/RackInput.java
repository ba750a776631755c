package org.dcos.ui.canvas.rack;

import java.util.Optional;

import org.dcos.ui.canvas.rack.RackRowLayout.Move;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Mouse, keyboard and scroll bars of a {@link RackCanvas}: turns them into what {@link RackView} offers. */
final class RackInput {

    private static final double ZOOM_STEP = 1.12;
    private static final int WHEEL_PIXELS = 16;

    private final RackCanvas canvas;
    private boolean space;
    private Optional<Point> drag = Optional.empty();

    private RackInput(RackCanvas canvas) {
        this.canvas = canvas;
    }

    static void install(RackCanvas canvas) {
        var input = new RackInput(canvas);
        canvas.addListener(SWT.MouseDown, input::down);
        canvas.addListener(SWT.MouseUp, event -> input.released(event));
        canvas.addListener(SWT.MouseMove, input::moved);
        canvas.addListener(SWT.MouseExit, _ -> canvas.hover(Optional.empty(), 0, 0));
        canvas.addListener(SWT.MouseDoubleClick, event -> {
            if (event.button == 1) {
                canvas.open();
            }
        });
        canvas.addListener(SWT.MouseVerticalWheel, input::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, input::wheelAcross);
        canvas.addListener(SWT.MenuDetect, input::menu);
        canvas.addListener(SWT.KeyDown, input::key);
        canvas.addListener(SWT.KeyUp, event -> input.space &= event.character != ' ');
        canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE, SWT.TRAVERSE_MNEMONIC -> true;
            default -> false;
        });
        canvas.getHorizontalBar().addListener(SWT.Selection, _ -> input.scrolled());
        canvas.getVerticalBar().addListener(SWT.Selection, _ -> input.scrolled());
    }

    static void updateBars(RackCanvas canvas) {
        var view = canvas.view();
        var seen = view.viewport();
        bar(canvas.getHorizontalBar(), seen.x(), seen.width(), view.layout().width());
        bar(canvas.getVerticalBar(), seen.y(), seen.height(), view.layout().height());
    }

    private static void bar(ScrollBar bar, int position, int extent, int whole) {
        bar.setVisible(whole > extent);
        bar.setValues(position, 0, Math.max(1, whole), Math.max(1, Math.min(extent, whole)), WHEEL_PIXELS,
                Math.max(1, extent - WHEEL_PIXELS));
    }

    private void down(Event event) {
        canvas.setFocus();
        canvas.hover(Optional.empty(), 0, 0);
        if (event.button == 2 || space) {
            drag = Optional
                    .of(new Point(event.x + canvas.view().viewport().x(), event.y + canvas.view().viewport().y()));
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        } else {
            var hit = canvas.at(event.x, event.y);
            canvas.choose(hit);
            if (event.button == 1 && hit.orElse(null) instanceof RackHit.OnDevice(var _, var device)) {
                canvas.drag().take(device, event.x, event.y);
            }
        }
    }

    private void released(Event event) {
        drag = Optional.empty();
        canvas.setCursor(null);
        if (event.button == 1) {
            canvas.drag().drop();
        }
    }

    private void moved(Event event) {
        if (drag.isPresent()) {
            canvas.view().scrollTo(drag.get().x - event.x, drag.get().y - event.y);
            canvas.changed();
        } else if (canvas.drag().to(event.x, event.y)) {
            canvas.hover(Optional.empty(), 0, 0);
        } else {
            canvas.hover(canvas.at(event.x, event.y), event.x, event.y);
        }
    }

    private void wheel(Event event) {
        var seen = canvas.view().viewport();
        if ((event.stateMask & SWT.MOD1) != 0) {
            canvas.view().zoomBy(event.count > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.x, event.y);
        } else if ((event.stateMask & SWT.MOD2) != 0) {
            canvas.view().scrollTo(seen.x() - event.count * WHEEL_PIXELS, seen.y());
        } else {
            canvas.view().scrollTo(seen.x(), seen.y() - event.count * WHEEL_PIXELS);
        }
        event.doit = false;
        canvas.changed();
    }

    private void wheelAcross(Event event) {
        var seen = canvas.view().viewport();
        canvas.view().scrollTo(seen.x() - event.count * WHEEL_PIXELS, seen.y());
        event.doit = false;
        canvas.changed();
    }

    /** A menu that a key asks for opens at the selected device. */
    private void menu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD) {
            canvas.selectedDevice().flatMap(canvas.view()::seen).ifPresent(box -> {
                var place = canvas.toDisplay(box.centreX(), box.bottom());
                event.x = place.x;
                event.y = place.y;
            });
        }
    }

    private void scrolled() {
        canvas.view().scrollTo(canvas.getHorizontalBar().getSelection(), canvas.getVerticalBar().getSelection());
        canvas.changed();
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_UP -> move(event, Move.UP);
            case SWT.ARROW_DOWN -> move(event, Move.DOWN);
            case SWT.ARROW_LEFT -> move(event, Move.LEFT);
            case SWT.ARROW_RIGHT -> move(event, Move.RIGHT);
            case SWT.HOME -> move(event, Move.HOME);
            case SWT.END -> move(event, Move.END);
            case SWT.ESC -> canvas.drag().cancel();
            case SWT.CR, SWT.KEYPAD_CR -> canvas.open();
            case SWT.KEYPAD_ADD -> zoom(ZOOM_STEP);
            case SWT.KEYPAD_SUBTRACT -> zoom(1 / ZOOM_STEP);
            default -> character(event.character);
        }
    }

    private void character(char character) {
        switch (character) {
            case '+', '=' -> zoom(ZOOM_STEP);
            case '-' -> zoom(1 / ZOOM_STEP);
            case '0' -> canvas.fit();
            case ' ' -> space = true;
            default -> {}
        }
    }

    /** Around the selected device, else around the middle. */
    private void zoom(double factor) {
        var seen = canvas.view().viewport();
        var centre = canvas.selectedDevice().flatMap(canvas.view()::seen)
                .filter(box -> box.centreX() >= 0 && box.centreX() < seen.width())
                .map(box -> new Point(box.centreX(), box.centreY()))
                .orElse(new Point(seen.width() / 2, seen.height() / 2));
        canvas.view().zoomBy(factor, centre.x, centre.y);
        canvas.changed();
    }

    /** With Alt the device itself is to go there. */
    private void move(Event event, Move move) {
        if ((event.stateMask & SWT.ALT) != 0) {
            canvas.drag().step(move);
            return;
        }
        canvas.view().layout().move(canvas.selectedDevice().orElse(""), move).ifPresent(canvas::chooseDevice);
    }
}
