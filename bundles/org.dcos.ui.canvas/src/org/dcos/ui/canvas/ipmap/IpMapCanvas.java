package org.dcos.ui.canvas.ipmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.IpFamily;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * The map of a prefix. A double click looks into a block, the way above leads back (Backspace too). Dragging over free
 * cells, or Shift and cursor keys and then Enter, asks for the aligned block around them: the canvas only tells, it
 * changes nothing. Ids are those of blocks; a free cell is {@code free:} and its CIDR.
 */
public final class IpMapCanvas extends PictureCanvas {

    private static final int LEAST_DRAG = 4;

    private final IpMapPainter painter;
    private final IpMapFrame frame;
    private final List<Consumer<Cidr>> onWish = new ArrayList<>();
    private final List<Consumer<Cidr>> onLook = new ArrayList<>();
    private IpMapPicture picture = new IpMapPicture(Cidr.all(IpFamily.IPV4), List.of());
    private Cidr shown = picture.root();
    private IpMapLayout layout = IpMapLayout.of(picture, shown, 1, 1);
    private IpMapWords words = IpMapWords.ENGLISH;
    private Optional<Point> grip = Optional.empty();
    private Optional<IpWish> wish = Optional.empty();
    private Optional<Cidr> anchor = Optional.empty();
    private Optional<Cidr> head = Optional.empty();

    public IpMapCanvas(Composite parent) {
        super(parent, SWT.NONE);
        painter = new IpMapPainter(ink(), text());
        frame = new IpMapFrame(ink(), text());
    }

    /** Shows another picture; what is looked into stays when it is in the new one too. */
    public void setPicture(IpMapPicture next) {
        checkWidget();
        picture = next;
        shown = next.root().contains(shown) ? shown : next.root();
        place();
        pictureChanged();
    }

    /** The operator's language. */
    public void setWords(IpMapWords next) {
        checkWidget();
        words = next;
        redraw();
    }

    /** Looks into a part of the picture's root. */
    public void look(Cidr part) {
        checkWidget();
        if (picture.root().contains(part) && !part.equals(shown)) {
            shown = part;
            forget();
            place();
            pictureChanged();
            viewChanged();
            onLook.forEach(listener -> listener.accept(part));
        }
    }

    /** What is shown. */
    public Cidr shown() {
        return shown;
    }

    public IpMapLayout map() {
        return layout;
    }

    /** Told which free block the operator wants; nothing has changed yet. */
    public void onWish(Consumer<Cidr> listener) {
        onWish.add(listener);
    }

    /** Told what the operator looks into, e.g. to fetch what is in it. */
    public void onLook(Consumer<Cidr> listener) {
        onLook.add(listener);
    }

    @Override
    public Optional<String> at(int x, int y) {
        return layout.at(x, y);
    }

    @Override
    public Optional<Box> place(String id) {
        return IpMapLayout.cell(id).filter(cell -> !shown.contains(cell)).isPresent() ? Optional.empty()
                : layout.box(id);
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(placed -> placed.block().card())
                .or(() -> IpMapLayout.cell(id)
                        .map(cell -> new Card(single(cell) ? cell.first().toString() : cell.toString(),
                                Mark.NONE, words.free(), single(cell) ? List.of()
                                        : List.of(Fact.of(words.free(), words.addresses()
                                                .formatted("%,d".formatted(cell.size())))))));
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        forget();
        return Optional.of(layout.step(from, step));
    }

    @Override
    protected void reveal(String id) {}

    @Override
    protected String describe(String id) {
        return layout.find(id)
                .map(placed -> "%s, %s, %s".formatted(placed.block().id(), placed.block().name(),
                        words.states().getOrDefault(placed.block().state(), "")))
                .or(() -> IpMapLayout.cell(id).map(cell -> "%s, %s".formatted(cell, words.free()))).orElse("");
    }

    @Override
    protected String title() {
        return words.canvas();
    }

    @Override
    protected void resized(int width, int height) {
        place();
    }

    @Override
    protected void open(String id) {
        if (wish.isPresent()) {
            ask();
            return;
        }
        var inside = IpMapLayout.cell(id).or(() -> layout.find(id).flatMap(placed -> placed.block().cidr()))
                .filter(cidr -> !single(cidr));
        inside.ifPresent(this::look);
        if (inside.isEmpty()) {
            super.open(id);
        }
    }

    @Override
    protected void pressed(Event event) {
        forget();
        var crumb = frame.crumb(event.x, event.y);
        if (crumb.isPresent()) {
            look(crumb.get());
            return;
        }
        var hit = at(event.x, event.y);
        choose(hit);
        if (event.button == 1 && hit.flatMap(IpMapLayout::cell).isPresent()) {
            grip = Optional.of(new Point(event.x, event.y));
        }
    }

    @Override
    protected boolean dragged(Event event) {
        setCursor(frame.crumb(event.x, event.y).isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        grip.filter(from -> wish.isPresent() || Math.abs(from.x - event.x) + Math.abs(from.y - event.y) > LEAST_DRAG)
                .ifPresent(from -> {
                    wish = layout.wish(from.x, from.y, event.x, event.y);
                    redraw();
                });
        return wish.isPresent();
    }

    @Override
    protected void released(Event event) {
        grip = Optional.empty();
        ask();
    }

    @Override
    protected void typed(Event event) {
        boolean extend = (event.stateMask & SWT.MODIFIER_MASK) == SWT.SHIFT;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> extend(extend, Step.LEFT);
            case SWT.ARROW_RIGHT -> extend(extend, Step.RIGHT);
            case SWT.ARROW_UP -> extend(extend, Step.UP);
            case SWT.ARROW_DOWN -> extend(extend, Step.DOWN);
            case SWT.ESC -> forget();
            case SWT.BS -> up();
            default -> {}
        }
    }

    /** Grows or shrinks the wish by a cell, from the free cell that is selected. */
    private void extend(boolean extend, Step step) {
        if (!extend || layout.grid().cells() < 2) {
            return;
        }
        if (anchor.isEmpty()) {
            anchor = selected().flatMap(IpMapLayout::cell);
            head = anchor;
        }
        anchor.ifPresent(from -> {
            int at = layout.grid().cellOf(head.orElse(from).first());
            int next = switch (step) {
                case LEFT -> at - 1;
                case RIGHT -> at + 1;
                case UP -> at - layout.grid().columns();
                case DOWN -> at + layout.grid().columns();
                case HOME, END -> at;
            };
            var to = layout.grid().cell(Math.clamp(next, 0, layout.grid().cells() - 1));
            head = Optional.of(to);
            wish = Optional.of(layout.wish(from, to));
            redraw();
        });
    }

    private void up() {
        var way = layout.crumbs();
        if (way.size() > 1) {
            look(way.get(way.size() - 2));
        }
    }

    private void ask() {
        var asked = wish.filter(IpWish::free).map(IpWish::cidr);
        forget();
        asked.ifPresent(cidr -> onWish.forEach(listener -> listener.accept(cidr)));
    }

    private void forget() {
        if (wish.isPresent()) {
            redraw();
        }
        wish = Optional.empty();
        anchor = Optional.empty();
        head = Optional.empty();
    }

    private static boolean single(Cidr cidr) {
        return cidr.hostBits() == 0;
    }

    private void place() {
        var area = getClientArea();
        layout = IpMapLayout.of(picture, shown, area.width, area.height);
    }

    @Override
    protected void paint(GC gc, Box area) {
        painter.paint(gc, layout, new IpMapPainter.Look(words, selected(), hovered(), wish));
        String name = picture.blocks().stream().filter(block -> block.is(shown))
                .map(Block::name).findFirst().orElse("");
        frame.paint(gc, layout, name, words, area);
    }
}
