package org.dcos.ui.canvas.bringup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.ui.canvas.bringup.BoardPicture.Machine;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Machines on their way into the pool, in their racks; those without a place in a lane above. Scrolls. */
public final class BoardCanvas extends PictureCanvas {

    private static final int WHEEL_PIXELS = 24;
    private static final int REVEAL_MARGIN = 12;

    private final BoardPainter painter;
    private final List<Consumer<String>> onIdentify = new ArrayList<>();
    private BoardPicture picture = BoardPicture.EMPTY;
    private BoardWords words = BoardWords.ENGLISH;
    private BoardLayout layout = BoardLayout.of(picture, BoardLayout.SMALLEST_UNIT, 1);
    private Optional<Progress> only = Optional.empty();
    private boolean onlyTroubled;
    private boolean large;
    private int left;
    private int top;

    public BoardCanvas(Composite parent) {
        super(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        painter = new BoardPainter(ink(), text());
        addListener(SWT.MouseVerticalWheel, event -> {
            boolean across = (event.stateMask & SWT.MOD2) != 0;
            scrollTo(left - (across ? event.count * WHEEL_PIXELS : 0),
                    top - (across ? 0 : event.count * WHEEL_PIXELS));
            event.doit = false;
        });
        getVerticalBar().addListener(SWT.Selection, _ -> scrollTo(left, getVerticalBar().getSelection()));
        getHorizontalBar().addListener(SWT.Selection, _ -> scrollTo(getHorizontalBar().getSelection(), top));
    }

    /** Shows another picture; selection and position stay. */
    public void setPicture(BoardPicture next) {
        checkWidget();
        if (!next.equals(picture)) {
            picture = next;
            arrange();
            pictureChanged();
        }
    }

    /** The operator's language. */
    public void setWords(BoardWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    /** Read from two metres. */
    public void setLarge(boolean on) {
        checkWidget();
        large = on;
        arrange();
        redraw();
    }

    /** Lets the others fade; empty and false for all. */
    public void setOnly(Optional<Progress> progress, boolean troubled) {
        checkWidget();
        only = progress;
        onlyTroubled = troubled;
        redraw();
    }

    /** Told when the light of a machine is asked for: a click on its light, or L. */
    public void onIdentify(Consumer<String> listener) {
        onIdentify.add(listener);
    }

    public BoardLayout plan() {
        return layout;
    }

    /** The rack at a point of the widget. */
    public Optional<String> rackAt(int x, int y) {
        return layout.rackAt(x + left, y + top).map(rack -> rack.id());
    }

    private void arrange() {
        var area = getClientArea();
        int width = Math.max(1, area.width);
        double unit = large ? BoardLayout.LARGE_UNIT : BoardLayout.fit(picture, width, Math.max(1, area.height));
        layout = BoardLayout.of(picture, unit, width);
        scrollTo(left, top);
    }

    private void scrollTo(int x, int y) {
        var area = getClientArea();
        left = Math.clamp(x, 0, Math.max(0, layout.width() - area.width));
        top = Math.clamp(y, 0, Math.max(0, layout.height() - area.height));
        bar(getHorizontalBar(), left, area.width, layout.width());
        bar(getVerticalBar(), top, area.height, layout.height());
        viewChanged();
    }

    private static void bar(ScrollBar bar, int position, int extent, int whole) {
        bar.setVisible(whole > extent);
        bar.setValues(position, 0, Math.max(1, whole), Math.max(1, Math.min(extent, whole)), WHEEL_PIXELS,
                Math.max(1, extent - WHEEL_PIXELS));
    }

    @Override
    protected void resized(int width, int height) {
        arrange();
    }

    @Override
    public Optional<String> at(int x, int y) {
        return layout.at(x + left, y + top);
    }

    @Override
    public Optional<Box> place(String id) {
        return layout.find(id).map(box -> box.moved(-left, -top));
    }

    @Override
    protected void pressed(Event event) {
        var hit = at(event.x, event.y);
        boolean onLight = event.button == 1 && hit.flatMap(picture::find).filter(Machine::lit).isPresent()
                && hit.flatMap(this::place).filter(box -> BoardPainter.onLight(box, event.x)).isPresent();
        choose(hit);
        if (onLight) {
            identify(hit.orElseThrow());
        }
    }

    @Override
    protected void typed(Event event) {
        if ((event.character == 'l' || event.character == 'L') && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            selected().flatMap(picture::find).filter(Machine::lit).map(Machine::id).ifPresent(this::identify);
        }
    }

    private void identify(String id) {
        onIdentify.forEach(listener -> listener.accept(id));
    }

    @Override
    protected Optional<Card> card(String id) {
        return picture.find(id).map(Machine::card);
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected void reveal(String id) {
        var area = getClientArea();
        layout.find(id).map(box -> box.inset(-REVEAL_MARGIN)).ifPresent(box -> scrollTo(
                nearest(left, area.width, box.x(), box.right()), nearest(top, area.height, box.y(), box.bottom())));
    }

    private static int nearest(int position, int extent, int from, int to) {
        return from < position || to - from > extent ? from : Math.max(position, to - extent);
    }

    @Override
    protected String describe(String id) {
        return picture.find(id).map(machine -> "%s, %s %s".formatted(machine.name(), machine.word(), machine.reason())
                .strip()).orElse("");
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (picture.machines().isEmpty() && picture.racks().racks().isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED, words.empty(), area.centreX(), area.centreY());
            return;
        }
        painter.paint(gc, layout, picture, new Box(left, top, area.width(), area.height()),
                new BoardPainter.Look(words, selected(), hovered(), only, onlyTroubled));
    }
}
