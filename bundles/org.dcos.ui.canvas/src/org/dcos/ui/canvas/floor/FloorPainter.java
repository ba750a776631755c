package org.dcos.ui.canvas.floor;

import java.util.Optional;

import org.dcos.ui.canvas.floor.FloorLayout.Air;
import org.dcos.ui.canvas.floor.FloorLayout.Tile;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;

/** Draws a {@link FloorLayout} as a camera sees it. */
final class FloorPainter {

    private static final int RADIUS = 4;
    private static final double COLD = 0.07;
    private static final double HOT = 0.08;
    private static final double DARK_MORE = 1.5;
    private static final double ALARMING = 0.16;
    private static final double QUIET = 0.55;
    private static final double LIT = 0.10;
    private static final double FILL = 0.22;
    private static final int LEAST_NAMED = 34;
    private static final int LEAST_VALUED = 44;
    private static final int LEAST_ROUND = 52;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;

    FloorPainter(Ink ink, TextFit text) {
        this.ink = ink;
        this.text = text;
        this.marks = new MarkPainter(ink);
    }

    /** What is shown besides the layout. */
    record Look(FloorColour by, FloorWords words, Optional<String> selected, Optional<String> hovered) {}

    void paint(GC gc, FloorLayout layout, Camera camera, Look look) {
        var seen = camera.world();
        for (var aisle : layout.aisles()) {
            if (aisle.box().intersects(seen)) {
                paintAisle(gc, aisle.air(), camera.toView(aisle.box()), look.words());
            }
        }
        var style = camera.scale() < 0.55 ? TextStyle.TINY : camera.scale() < 0.8 ? TextStyle.NOTE : TextStyle.TITLE;
        for (var name : layout.names()) {
            var box = camera.toView(name.box());
            text.right(gc, style, Token.TEXT, text.cut(gc, style, name.text(), box.width()), box.right(),
                    box.centreY());
        }
        for (var blank : layout.blanks()) {
            if (blank.box().intersects(seen)) {
                paintBlank(gc, blank.label(), camera.toView(blank.box()));
            }
        }
        for (var tile : layout.tiles()) {
            if (tile.box().intersects(seen)) {
                paintTile(gc, tile, camera.toView(tile.box()), look);
            }
        }
    }

    private void paintAisle(GC gc, Air air, Box box, FloorWords words) {
        gc.setBackground(ink.color(tint(air)));
        gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
        String word = switch (air) {
            case COLD -> words.coldAisle();
            case HOT -> words.hotAisle();
            case MIXED -> words.mixedAisle();
        };
        if (box.height() >= 16) {
            text.left(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, word, box.width() - 16),
                    box.x() + 8, box.centreY());
        }
    }

    Rgb tint(Air air) {
        var palette = ink.palette();
        double more = palette.dark() ? DARK_MORE : 1;
        var ground = palette.of(Token.PANEL);
        return switch (air) {
            case COLD -> ground.mix(palette.of(Token.ACCENT), COLD * more);
            case HOT -> ground.mix(palette.of(Token.WARNING), HOT * more);
            case MIXED -> palette.of(Token.BACKGROUND);
        };
    }

    private void paintBlank(GC gc, String label, Box box) {
        var tile = box.inset(2);
        gc.setBackground(ink.color(Token.BACKGROUND));
        gc.fillRectangle(tile.x(), tile.y(), tile.width(), tile.height());
        if (!label.isEmpty()) {
            gc.setForeground(ink.color(Token.LINE));
            gc.drawRectangle(tile.x(), tile.y(), tile.width() - 1, tile.height() - 1);
            text.centred(gc, TextStyle.SMALL, Token.MUTED, text.cut(gc, TextStyle.SMALL, label, tile.width() - 8),
                    tile.centreX(), tile.centreY());
        }
    }

    private void paintTile(GC gc, Tile tile, Box whole, Look look) {
        int gap = whole.width() >= LEAST_NAMED ? 2 : 1;
        var box = new Box(whole.x() + gap / 2, whole.y(), whole.width() - gap, whole.height());
        paintFace(gc, box, face(tile, look));
        paintFill(gc, tile, box, look);
        paintFront(gc, tile.front(), box);
        paintWords(gc, tile, box, look);
        if (look.selected().filter(tile.rack().id()::equals).isPresent()) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS + 1, RADIUS + 1);
            gc.setLineWidth(1);
        }
    }

    /** Round corners only where they are seen: they cost twenty times a rectangle. */
    private void paintFace(GC gc, Box box, Rgb fill) {
        gc.setBackground(ink.color(Token.DEVICE_EDGE));
        if (box.width() >= LEAST_ROUND) {
            gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
            gc.setBackground(ink.color(fill));
            gc.fillRoundRectangle(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2, RADIUS - 1, RADIUS - 1);
        } else {
            gc.fillRectangle(box.x(), box.y(), box.width(), box.height());
            gc.setBackground(ink.color(fill));
            gc.fillRectangle(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        }
    }

    /** The doors to the cold air: a line in the strength of text, a little in from the corners. */
    private void paintFront(GC gc, Facing front, Box box) {
        int thick = box.height() >= 30 ? 2 : 1;
        int y = front == Facing.UP ? box.y() : box.bottom() - thick;
        gc.setBackground(ink.color(ink.palette().of(Token.ACCENT).mix(ink.palette().of(Token.PANEL), 0.25)));
        gc.fillRectangle(box.x() + 3, y, Math.max(1, box.width() - 6), thick);
    }

    private Rgb face(Tile tile, Look look) {
        var palette = ink.palette();
        var rack = tile.rack();
        var plain = palette.of(Token.DEVICE);
        var face = look.by() == FloorColour.STATE ? switch (rack.mark()) {
            case WARNING, CRITICAL -> palette.of(Token.PANEL).mix(palette.of(rack.mark().token()), ALARMING);
            case OFF, UNKNOWN, STALE -> plain.mix(palette.of(Token.FREE_UNIT), QUIET);
            case NONE, OK -> plain;
        } : palette.of(Token.FREE_UNIT);
        boolean lit = look.hovered().filter(rack.id()::equals).isPresent();
        return lit ? face.mix(palette.of(Token.ACCENT), LIT) : face;
    }

    /** Rises from the bottom of the tile as the value does. */
    private void paintFill(GC gc, Tile tile, Box box, Look look) {
        var share = FloorScale.share(tile.rack(), look.by());
        if (share.isEmpty()) {
            return;
        }
        var palette = ink.palette();
        var inner = box.inset(1);
        int high = (int) Math.round(inner.height() * Math.clamp(share.getAsDouble(), 0, 1));
        gc.setBackground(ink.color(palette.of(Token.DEVICE)
                .mix(palette.of(FloorScale.colour(look.by(), share.getAsDouble())), FILL)));
        gc.fillRectangle(inner.x(), inner.bottom() - high, inner.width(), high);
    }

    private void paintWords(GC gc, Tile tile, Box box, Look look) {
        var rack = tile.rack();
        boolean named = box.width() >= LEAST_NAMED && box.height() >= 30;
        boolean valued = box.width() >= LEAST_VALUED && box.height() >= 50;
        int size = named ? MarkPainter.SIZE : Math.clamp(box.width() / 2, 4, MarkPainter.SIZE);
        if (!named) {
            marks.paint(gc, rack.mark(), box.centreX() - size / 2.0, box.centreY() - size / 2.0, size);
            return;
        }
        boolean quiet = look.by() == FloorColour.STATE
                && (rack.mark() == Mark.OFF || rack.mark() == Mark.STALE || rack.mark() == Mark.UNKNOWN);
        var style = box.width() >= 52 ? TextStyle.NOTE : TextStyle.SMALL;
        String name = text.cut(gc, style, rack.name(), box.width() - 6);
        String value = FloorScale.text(rack, look.by(), look.words());
        boolean both = valued && !value.isEmpty();
        int lines = both ? 3 : 2;
        int line = Math.min(18, box.height() / (lines + 1));
        int middle = box.centreY() - (lines - 1) * line / 2;
        text.centred(gc, style, quiet ? Token.MUTED : Token.TEXT, name, box.centreX(), middle);
        if (both) {
            middle += line;
            text.centred(gc, TextStyle.SMALL, Token.TEXT, text.cut(gc, TextStyle.SMALL, value, box.width() - 4),
                    box.centreX(), middle);
        }
        middle += line;
        String old = rack.mark() == Mark.STALE && look.by() == FloorColour.STATE ? rack.ageText() : "";
        int wide = old.isEmpty() ? 0 : text.width(gc, TextStyle.TINY, old) + 4;
        double x = box.centreX() - (size + wide) / 2.0;
        marks.paint(gc, rack.mark(), x, middle - size / 2.0, size);
        text.left(gc, TextStyle.TINY, Token.MUTED, old, (int) x + size + 4, middle);
    }
}
