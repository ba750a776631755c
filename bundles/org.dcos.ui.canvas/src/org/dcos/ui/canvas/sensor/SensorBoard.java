package org.dcos.ui.canvas.sensor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.PictureCanvas;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** Every sensor with its value between its thresholds; as high as it needs to be. */
public final class SensorBoard extends PictureCanvas {

    private static final int LEAST_HEIGHT = 60;

    private final SensorPainter painter;
    private SensorPicture picture = SensorPicture.NONE;
    private SensorLayout layout = SensorLayout.of(picture, 1);
    private Function<String, Card> cards = id -> new Card(id, Mark.NONE, "", List.of());
    private Consumer<Box> reveals = _ -> {};
    private Optional<Supplier<Box>> sight = Optional.empty();

    public SensorBoard(Composite parent) {
        super(parent, SWT.NONE);
        painter = new SensorPainter(ink(), text());
    }

    /** @return whether it needs another height than before */
    public boolean show(SensorPicture next) {
        checkWidget();
        int before = layout.height();
        if (!next.equals(picture)) {
            picture = next;
            layout = SensorLayout.of(picture, getClientArea().width);
            pictureChanged();
        }
        return before != layout.height();
    }

    /** What is shown. */
    public SensorPicture picture() {
        return picture;
    }

    /** What the card of a sensor says; asked only when it is shown. */
    public void setCards(Function<String, Card> told) {
        cards = told;
    }

    /** Told what is to be brought into sight, by whoever scrolls. */
    public void onReveal(Consumer<Box> scroller) {
        reveals = scroller;
    }

    /** Asked what of it is seen, so that a card is, too. */
    public void setSight(Supplier<Box> seen) {
        sight = Optional.of(seen);
    }

    @Override
    protected Box sight(Box area) {
        return sight.map(Supplier::get).orElse(area);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Math.max(300, getSize().x) : widthHint;
        return new Point(width, heightHint == SWT.DEFAULT
                ? Math.max(LEAST_HEIGHT, SensorLayout.of(picture, width).height())
                : heightHint);
    }

    @Override
    protected void resized(int width, int height) {
        layout = SensorLayout.of(picture, width);
    }

    @Override
    public Optional<String> at(int x, int y) {
        return layout.at(x, y).map(placed -> placed.row().id());
    }

    @Override
    public Optional<Box> place(String id) {
        return layout.find(id).map(SensorLayout.Placed::box);
    }

    @Override
    protected Optional<Card> card(String id) {
        return layout.find(id).map(_ -> cards.apply(id));
    }

    @Override
    protected Optional<String> step(String from, Step step) {
        return layout.step(from, step);
    }

    @Override
    protected void reveal(String id) {
        place(id).ifPresent(reveals);
    }

    @Override
    protected String describe(String id) {
        return layout.find(id).map(SensorLayout.Placed::row).map(row -> String.join(" ", row.name(), row.value(),
                String.join(" ", row.pills()), row.state(), row.age()).strip()).orElse("");
    }

    @Override
    protected String title() {
        return picture.title();
    }

    @Override
    protected void paint(GC gc, Box area) {
        if (picture.groups().isEmpty()) {
            text().centred(gc, TextStyle.BASE, Token.MUTED,
                    text().cut(gc, TextStyle.BASE, picture.empty(), area.width() - 16), area.centreX(),
                    Math.min(area.centreY(), LEAST_HEIGHT / 2));
            return;
        }
        var clip = gc.getClipping();
        painter.paint(gc, layout, new SensorPainter.Look(selected(), hovered(), focused()),
                new Box(clip.x, clip.y, clip.width, clip.height));
    }
}
