package org.dcos.ui.canvas.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Racks side by side: scrolls, zooms (Ctrl+wheel, +, -, 0 fits), pans (middle button, or Space and drag), selects by
 * mouse and cursor keys, shows a card when the pointer rests. Texts and states come in a {@link RackPicture}.
 */
public final class RackCanvas extends Canvas {

    private final RackView view = new RackView();
    private final Ink ink;
    private final TextFit text;
    private final RackPainter painter;
    private final LegendPainter legend;
    private final RackOverlay overlay;
    private final RackFades fades;
    private final RackDrag drag;
    private final List<Consumer<Optional<RackHit>>> onSelect = new ArrayList<>();
    private final List<Consumer<RackHit>> onOpen = new ArrayList<>();
    private final List<Consumer<RackView>> onView = new ArrayList<>();
    private RackWords words = RackWords.ENGLISH;
    private ColourBy colourBy = ColourBy.STATE;
    private HeatScale scale = HeatScale.of(colourBy, RackPicture.EMPTY);
    private Optional<RackHit> selection = Optional.empty();
    private Optional<String> hovered = Optional.empty();

    public RackCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.H_SCROLL | SWT.V_SCROLL);
        ink = Ink.of(getDisplay());
        text = new TextFit(ink, this);
        painter = new RackPainter(ink, text);
        legend = new LegendPainter(ink, text);
        overlay = new RackOverlay(this, ink, text);
        fades = new RackFades(this, ink);
        drag = new RackDrag(this, ink, text);
        ink.redraws(this);
        addListener(SWT.Paint, event -> paint(event.gc, new Box(event.x, event.y, event.width, event.height)));
        addListener(SWT.Resize, _ -> resized());
        RackInput.install(this);
        RackAccess.install(this);
    }

    /** Shows another picture; selection, zoom and scroll position stay. What changed its mark fades over. */
    public void setPicture(RackPicture picture) {
        checkWidget();
        var before = view.picture();
        if (picture.equals(before)) {
            return;
        }
        var oldScale = scale;
        var oldViewport = view.viewport();
        fades.changed(before, picture);
        view.picture(picture);
        scale = HeatScale.of(colourBy, picture);
        selection = selection.flatMap(this::again);
        overlay.refresh();
        if (picture.standsLike(before) && scale.equals(oldScale) && view.viewport().equals(oldViewport)) {
            redrawChanged(before);
        } else {
            moved();
        }
    }

    public RackPicture picture() {
        return view.picture();
    }

    public void setFace(Face face) {
        checkWidget();
        view.face(face);
        changed();
    }

    public void setColourBy(ColourBy by) {
        checkWidget();
        colourBy = by;
        scale = HeatScale.of(by, view.picture());
        resized();
    }

    /** The operator's language. */
    public void setWords(RackWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    /** What a card says of a device; asked when the pointer has rested on it. */
    public void setCards(Function<RackPicture.Device, Optional<Card>> cards) {
        overlay.cards(cards);
    }

    /** Selects a device and scrolls to it; tells nobody. An unknown id selects nothing. */
    public void select(String device) {
        checkWidget();
        selection = view.layout().rackOf(device)
                .map(rack -> new RackHit.OnDevice(rack.rack(), view.layout().find(device).orElseThrow().device()));
        view.reveal(device);
        changed();
    }

    /** Selects a rack and scrolls to it; tells nobody. An unknown id selects nothing. */
    public void selectRack(String rack) {
        checkWidget();
        selection = rackOf(rack).map(RackHit.OnRack::new);
        view.revealRack(rack);
        changed();
    }

    /** Shows the card of a device now, e.g. on a key. */
    public void showCard(String device) {
        checkWidget();
        view.layout().find(device).ifPresent(placed -> overlay.show(placed.device()));
    }

    /** What is selected: a device, a free unit or a rack. */
    public Optional<RackHit> selection() {
        return selection;
    }

    /** Id of the selected device. */
    public Optional<String> selectedDevice() {
        return selection.map(hit -> hit instanceof RackHit.OnDevice(var _, var device) ? device.id() : null);
    }

    /** What is at a point of the widget, for a context menu. */
    public Optional<RackHit> at(int x, int y) {
        return view.at(x, y);
    }

    /** Told when the operator selects; empty when on nothing. */
    public void onSelect(Consumer<Optional<RackHit>> listener) {
        onSelect.add(listener);
    }

    /** Told on double click and Enter. */
    public void onOpen(Consumer<RackHit> listener) {
        onOpen.add(listener);
    }

    /** Told when zoom or scroll position changed, e.g. to keep it for the next start. */
    public void onView(Consumer<RackView> listener) {
        onView.add(listener);
    }

    /**
     * Told when the operator drags a device to another place, or asks for one with Alt and a cursor key; nothing has
     * changed yet. Devices can be dragged as long as somebody listens.
     */
    public void onMove(Consumer<RackMove> listener) {
        drag.listen(listener);
    }

    /** Whether devices can be dragged, as long as somebody listens; they can unless told otherwise. */
    public void setMovable(boolean movable) {
        drag.allow(movable);
    }

    /** What a dragged device says, in the operator's language. */
    public void setDropWords(DropWords next) {
        drag.words(next);
    }

    /** Racks fill the height again. */
    public void fit() {
        checkWidget();
        view.fit();
        changed();
    }

    /** @param unitHeight pixels per rack unit, 6 to 40 */
    public void zoomTo(double unitHeight) {
        checkWidget();
        view.zoomTo(unitHeight);
        changed();
    }

    /** Zoom, scroll position and layout as they are. */
    public RackView view() {
        return view;
    }

    RackWords words() {
        return words;
    }

    HeatScale scale() {
        return scale;
    }

    RackDrag drag() {
        return drag;
    }

    void choose(Optional<RackHit> hit) {
        if (!hit.equals(selection)) {
            selection = hit;
            redraw();
            onSelect.forEach(listener -> listener.accept(hit));
        }
    }

    void chooseDevice(String device) {
        view.layout().rackOf(device).ifPresent(rack -> {
            view.reveal(device);
            choose(Optional.of(new RackHit.OnDevice(rack.rack(), view.layout().find(device).orElseThrow().device())));
            changed();
        });
    }

    void open() {
        selection.ifPresent(hit -> onOpen.forEach(listener -> listener.accept(hit)));
    }

    void hover(Optional<RackHit> hit, int x, int y) {
        var next = hit.map(h -> h instanceof RackHit.OnDevice(var _, var device) ? device.id() : null);
        if (!next.equals(hovered)) {
            hovered.ifPresent(this::redrawDevice);
            next.ifPresent(this::redrawDevice);
            hovered = next;
        }
        overlay.pointer(hit, x, y);
    }

    void redrawDevice(String device) {
        view.seen(device).ifPresent(box -> redraw(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4, false));
    }

    /** Live values come many times a second: only racks that differ are drawn again. */
    private void redrawChanged(RackPicture before) {
        var seen = view.viewport();
        var boxes = view.layout().racks();
        for (int i = 0; i < boxes.size(); i++) {
            if (!boxes.get(i).rack().equals(before.racks().get(i))) {
                var box = boxes.get(i).whole().moved(-seen.x(), -seen.y()).inset(-2);
                redraw(box.x(), box.y(), box.width(), box.height(), false);
            }
        }
    }

    /** After what the operator did. */
    void changed() {
        overlay.hide();
        moved();
    }

    private void moved() {
        RackInput.updateBars(this);
        redraw();
        onView.forEach(listener -> listener.accept(view));
    }

    /** A part of a picture that is gone is no selection any more. */
    private Optional<RackHit> again(RackHit hit) {
        return switch (hit) {
            case RackHit.OnDevice(var _, var device) -> view.layout().rackOf(device.id())
                    .map(rack -> new RackHit.OnDevice(rack.rack(),
                            view.layout().find(device.id()).orElseThrow().device()));
            case RackHit.OnUnit(var rack, var unit) -> rackOf(rack.id()).map(found -> new RackHit.OnUnit(found, unit));
            case RackHit.OnRack(var rack) -> rackOf(rack.id()).map(RackHit.OnRack::new);
        };
    }

    private Optional<RackPicture.Rack> rackOf(String id) {
        return view.picture().racks().stream().filter(rack -> rack.id().equals(id)).findFirst();
    }

    private void resized() {
        var area = getClientArea();
        view.resize(area.width, area.height - (scale.measures() ? LegendPainter.HEIGHT : 0));
        changed();
    }

    private void paint(GC gc, Box dirty) {
        var seen = view.viewport();
        var look = new RackPainter.Look(colourBy, scale, selection, hovered, words, fades);
        var shift = new Transform(getDisplay());
        try {
            shift.translate(-seen.x(), -seen.y());
            gc.setTransform(shift);
            painter.paint(gc, view.layout(), dirty.moved(seen.x(), seen.y()), look);
            painter.paintPinned(gc, view.layout(), seen);
            drag.paint(gc);
            gc.setTransform(null);
        } finally {
            shift.dispose();
        }
        if (view.picture().racks().isEmpty()) {
            text.centred(gc, TextStyle.BASE, Token.MUTED, words.empty(), seen.width() / 2, seen.height() / 2);
        }
        var area = getClientArea();
        var whole = new Box(0, 0, area.width, area.height);
        legend.paint(gc, scale, words, whole);
        overlay.paint(gc, whole);
    }
}
