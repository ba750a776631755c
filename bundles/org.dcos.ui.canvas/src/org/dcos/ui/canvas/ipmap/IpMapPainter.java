package org.dcos.ui.canvas.ipmap;

import java.util.Optional;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.IpFamily;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.ipmap.IpMapLayout.Placed;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.picture.Hatch;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws an {@link IpMapLayout}. */
final class IpMapPainter {

    private static final int STEP = 7;
    private static final double TINT = 0.20;
    private static final double PATTERN = 0.45;
    private static final double GRID = 0.55;
    private static final double LIT = 0.10;
    private static final int LEAST_TEXT = 24;
    private static final int LEAST_LINE = 13;
    private static final int TWO_LINES = 34;

    private final Ink ink;
    private final TextFit text;

    IpMapPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
    }

    /** What is shown besides the layout. @param wish what is being dragged out */
    record Look(IpMapWords words, Optional<String> selected, Optional<String> hovered, Optional<IpWish> wish) {}

    void paint(GC gc, IpMapLayout layout, Look look) {
        gc.setAntialias(SWT.OFF);
        paintGround(gc, layout, look);
        for (var place : layout.placed()) {
            paintBlock(gc, place, look);
        }
        gc.setAntialias(SWT.ON);
        look.selected().filter(_ -> look.wish().isEmpty()).flatMap(layout::box)
                .ifPresent(box -> outline(gc, box, Token.ACCENT));
        look.wish().ifPresent(wish -> paintWish(gc, layout, wish, look.words()));
    }

    private void paintGround(GC gc, IpMapLayout layout, Look look) {
        var grid = layout.grid();
        var area = grid.area();
        var palette = ink.palette();
        gc.setBackground(ink.color(Token.FREE_UNIT));
        gc.fillRectangle(area.x(), area.y(), area.width(), area.height());
        look.hovered().flatMap(IpMapLayout::cell).flatMap(cell -> layout.box(IpMapLayout.freeId(cell)))
                .ifPresent(box -> {
                    gc.setBackground(ink.color(Token.HOVER));
                    gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
                });
        gc.setForeground(ink.color(palette.of(Token.FREE_UNIT).mix(palette.of(Token.LINE), GRID)));
        for (int row = 0; row <= grid.rows(); row++) {
            int y = row == grid.rows() ? area.bottom() - 1 : grid.box(row * grid.columns()).y();
            gc.drawLine(area.x(), y, area.right() - 1, y);
        }
        for (int column = 0; column <= grid.columns(); column++) {
            int x = column == grid.columns() ? area.right() - 1 : grid.box(column).x();
            gc.drawLine(x, area.y(), x, area.bottom() - 1);
        }
        for (int row = 0; row < grid.rows(); row++) {
            var box = grid.box(row * grid.columns());
            var first = grid.cell(row * grid.columns());
            text.right(gc, TextStyle.SMALL, Token.MUTED,
                    text.cut(gc, TextStyle.SMALL, first.first().toString(), IpMapLayout.ROW_NAME - 10), area.x() - 10,
                    box.centreY());
        }
        boolean singles = grid.cell(0).hostBits() == 0;
        for (var hole : layout.free()) {
            if (singles && hole.cidr().length() > grid.cellLength() - 2) {
                paintAddresses(gc, layout, hole);
            } else {
                paintHole(gc, hole, look.words());
            }
        }
    }

    /** Single addresses that are free: their last part. */
    private void paintAddresses(GC gc, IpMapLayout layout, IpMapLayout.Free hole) {
        int from = layout.grid().cellOf(hole.cidr().first());
        int to = layout.grid().cellOf(hole.cidr().last());
        for (int cell = from; cell <= to; cell++) {
            var box = layout.grid().box(cell);
            text.centred(gc, TextStyle.TINY, Token.MUTED,
                    text.cut(gc, TextStyle.TINY, tail(layout.grid().cell(cell).first()), box.width() - 4),
                    box.centreX(),
                    box.centreY());
        }
    }

    private void paintHole(GC gc, IpMapLayout.Free hole, IpMapWords words) {
        var box = hole.box();
        String label = "/%d %s".formatted(hole.cidr().length(), words.free());
        if (box.height() >= LEAST_LINE && text.width(gc, TextStyle.SMALL, label) + 6 > box.width()) {
            label = "/" + hole.cidr().length();
        }
        if (box.height() >= LEAST_LINE && text.width(gc, TextStyle.SMALL, label) + 6 <= box.width()) {
            plate(gc, TextStyle.SMALL, label, box.centreX(), box.centreY(), ink.palette().of(Token.FREE_UNIT));
            text.centred(gc, TextStyle.SMALL, Token.MUTED, label, box.centreX(), box.centreY());
        }
    }

    private void paintBlock(GC gc, Placed place, Look look) {
        var block = place.block();
        boolean lit = look.hovered().filter(block.id()::equals).isPresent();
        var fill = fill(block.state(), lit);
        for (var box : place.boxes()) {
            var filled = block.state() == IpState.CONTAINER ? place.title().orElse(box) : box;
            gc.setBackground(ink.color(fill));
            gc.fillRectangle(filled.x(), filled.y(), filled.width(), filled.height());
            block.state().hatch().paint(gc, ink, pattern(block.state(), fill), box.inset(1), STEP);
            gc.setAntialias(SWT.OFF);
            gc.setForeground(ink.color(edge(block.state())));
            gc.drawRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1);
            paintUsed(gc, block, box);
        }
        if (place.title().isPresent()) {
            paintTitle(gc, block, place.title().get());
        } else if (block.state() != IpState.CONTAINER || place.boxes().size() == 1) {
            paintName(gc, block, IpMapLayout.largest(place.boxes()), fill);
        }
    }

    private Rgb fill(IpState state, boolean lit) {
        var palette = ink.palette();
        var plain = palette.of(Token.DEVICE);
        var fill = switch (state) {
            case CONTAINER -> palette.of(Token.RAIL);
            case ACTIVE -> plain.mix(palette.of(Token.ACCENT), TINT);
            case RESERVED -> plain;
            case QUARANTINED -> plain.mix(palette.of(Token.WARNING), TINT / 2);
            case DHCP -> plain.mix(palette.of(Token.OK), TINT / 2);
        };
        return lit ? fill.mix(palette.of(Token.ACCENT), LIT) : fill;
    }

    private Rgb pattern(IpState state, Rgb fill) {
        return fill.mix(ink.palette().of(state.token()), PATTERN);
    }

    private Rgb edge(IpState state) {
        var palette = ink.palette();
        return switch (state) {
            case CONTAINER -> palette.of(Token.LINE).mix(palette.of(Token.MUTED), 0.35);
            case ACTIVE, RESERVED, QUARANTINED, DHCP -> palette.of(Token.DEVICE_EDGE)
                    .mix(palette.of(state.token()), 0.35);
        };
    }

    /** How full a prefix is, along its lower edge. */
    private void paintUsed(GC gc, Block block, Box box) {
        if (block.used().isPresent() && box.height() >= 10 && box.width() >= 12) {
            int wide = (int) Math.round((box.width() - 4) * Math.clamp(block.used().getAsDouble(), 0, 1));
            gc.setBackground(ink.color(Token.ACCENT));
            gc.fillRectangle(box.x() + 2, box.bottom() - 4, wide, 2);
        }
    }

    private void paintTitle(GC gc, Block block, Box title) {
        String cidr = written(block);
        int room = title.width() - 10;
        String both = block.name().isEmpty() ? cidr : cidr + "  " + block.name();
        text.left(gc, TextStyle.SMALL, Token.TEXT, text.cut(gc, TextStyle.SMALL, both, room), title.x() + 5,
                title.centreY());
    }

    private void paintName(GC gc, Block block, Box box, Rgb fill) {
        if (box.width() < LEAST_TEXT || box.height() < LEAST_LINE) {
            return;
        }
        int room = box.width() - 8;
        boolean named = !block.name().isEmpty();
        boolean patterned = block.state().hatch() != Hatch.NONE;
        String first = text.cut(gc, TextStyle.SMALL, named ? block.name() : written(block), room);
        boolean both = named && box.height() >= TWO_LINES
                && text.width(gc, TextStyle.TINY, written(block)) <= room;
        String second = both ? written(block) : "";
        int middle = box.centreY() - (second.isEmpty() ? 0 : 7);
        if (patterned) {
            plate(gc, TextStyle.SMALL, first, box.centreX(), middle, fill);
            plate(gc, TextStyle.TINY, second, box.centreX(), middle + 14, fill);
        }
        text.centred(gc, TextStyle.SMALL, Token.TEXT, first, box.centreX(), middle);
        text.centred(gc, TextStyle.TINY, Token.TEXT, second, box.centreX(), middle + 14);
    }

    /** Below words on a pattern or a grid, so that they are read. */
    private void plate(GC gc, TextStyle style, String words, int centre, int middle, Rgb fill) {
        if (!words.isEmpty()) {
            int wide = text.width(gc, style, words) + 8;
            gc.setBackground(ink.color(fill));
            gc.fillRectangle(centre - wide / 2, middle - 8, wide, 16);
        }
    }

    private void paintWish(GC gc, IpMapLayout layout, IpWish wish, IpMapWords words) {
        var token = wish.free() ? Token.ACCENT : Token.CRITICAL;
        var box = IpMapLayout.largest(layout.grid().boxes(wish.cidr().range()));
        gc.setAlpha(50);
        gc.setBackground(ink.color(token));
        gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        gc.setAlpha(255);
        outline(gc, box, token);
        String size = words.addresses().formatted("%,d".formatted(wish.cidr().size()));
        String label = wish.cidr() + "  ·  " + wish.taken()
                .map(block -> words.taken().formatted(block.name().isEmpty() ? block.id() : block.name()))
                .orElse(size);
        int wide = text.width(gc, TextStyle.STRONG, label) + 20;
        var area = layout.grid().area();
        int x = Math.clamp(box.centreX() - wide / 2, area.x(), Math.max(area.x(), area.right() - wide));
        int y = Math.clamp(box.centreY() - 13, area.y(), area.bottom() - 26);
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRoundRectangle(x, y, wide, 26, 6, 6);
        gc.setForeground(ink.color(token));
        gc.drawRoundRectangle(x, y, wide - 1, 25, 6, 6);
        text.left(gc, TextStyle.STRONG, token, label, x + 10, y + 13);
    }

    private void outline(GC gc, Box box, Token token) {
        gc.setForeground(ink.color(token));
        gc.setLineWidth(2);
        gc.drawRoundRectangle(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2, 3, 3);
        gc.setLineWidth(1);
    }

    /** {@code 10.20.4.0/24}, an address as its last part, a range as its ends. */
    private static String written(Block block) {
        var range = block.range();
        if (block.single()) {
            return tail(range.first());
        }
        return block.cidr().map(Object::toString).orElseGet(() -> tail(range.first()) + "–" + tail(range.last()));
    }

    private static String tail(Address address) {
        String text = address.toString();
        return address.family() == IpFamily.IPV4 ? text.substring(text.lastIndexOf('.'))
                : "::" + text.substring(text.lastIndexOf(':') + 1);
    }
}
