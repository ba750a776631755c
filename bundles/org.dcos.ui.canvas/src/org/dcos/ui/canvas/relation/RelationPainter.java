package org.dcos.ui.canvas.relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.geometry.Camera;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.relation.RelationLayout.Line;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Node;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;

/** Draws a {@link RelationLayout} as a camera sees it. */
final class RelationPainter {

    private static final int RADIUS = 6;
    private static final double ALARMING = 0.14;
    private static final double LIT = 0.10;
    private static final int LEAST_ICON = 28;
    private static final int LEAST_NAME = 15;
    private static final int TWO_LINES = 34;

    private final Ink ink;
    private final TextFit text;
    private final MarkPainter marks;
    private final IconPainter icons;
    private final RelationStrokes strokes;

    RelationPainter(Ink ink, TextFit text, RelationStrokes strokes) {
        this.ink = ink;
        this.text = text;
        this.strokes = strokes;
        this.marks = new MarkPainter(ink);
        this.icons = new IconPainter(ink);
    }

    /** What is shown besides the layout. @param group whether an id stands for many */
    record Look(RelationWords words, Optional<String> selected, Optional<String> hovered, Predicate<String> group) {}

    void paint(GC gc, RelationLayout layout, Camera camera, Look look) {
        paintLines(gc, layout, camera, look);
        var seen = camera.world();
        for (var placed : layout.nodes()) {
            if (placed.box().intersects(seen)) {
                paintNode(gc, placed.node(), camera.toView(placed.box()), look);
            }
        }
    }

    /** All lines of one look are one path: a path costs, a piece of it hardly does. */
    private void paintLines(GC gc, RelationLayout layout, Camera camera, Look look) {
        var impacts = new LinkedHashMap<String, Impact>();
        layout.nodes().forEach(placed -> impacts.put(placed.node().id(), placed.node().impact()));
        var seen = camera.world();
        var paths = new LinkedHashMap<RelationStrokes.Stroke, Path>();
        try {
            for (var line : layout.lines()) {
                if (line.around().intersects(seen)) {
                    var stroke = strokes.of(line.edge().relation(), strength(line.edge(), impacts, look));
                    add(paths.computeIfAbsent(stroke, _ -> new Path(gc.getDevice())), line, camera);
                }
            }
            paths.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
                strokes.use(gc, entry.getKey());
                gc.drawPath(entry.getValue());
            });
        } finally {
            paths.values().forEach(Path::dispose);
            gc.setLineAttributes(new LineAttributes(1));
        }
    }

    private static RelationStrokes.Strength strength(Edge edge, Map<String, Impact> impacts, Look look) {
        if (is(look.hovered(), edge.from()) || is(look.hovered(), edge.to()) || is(look.selected(), edge.from())
                || is(look.selected(), edge.to())) {
            return RelationStrokes.Strength.CHOSEN;
        }
        var from = impacts.get(edge.from());
        var to = impacts.get(edge.to());
        if (from == Impact.NONE || from == null || to == null) {
            return RelationStrokes.Strength.PLAIN;
        }
        boolean source = from == Impact.ROOT || from == Impact.LOST;
        return switch (to) {
            case LOST -> source ? RelationStrokes.Strength.LOST : RelationStrokes.Strength.FAINT;
            case DEGRADED -> source ? RelationStrokes.Strength.DEGRADED : RelationStrokes.Strength.FAINT;
            case NONE, ROOT, UNAFFECTED -> RelationStrokes.Strength.FAINT;
        };
    }

    private static void add(Path path, Line line, Camera camera) {
        var points = line.points();
        path.moveTo(camera.viewX(points.getFirst().x()), camera.viewY(points.getFirst().y()));
        for (int i = 1; i < points.size(); i++) {
            float x1 = camera.viewX(points.get(i - 1).x());
            float y1 = camera.viewY(points.get(i - 1).y());
            float x2 = camera.viewX(points.get(i).x());
            float y2 = camera.viewY(points.get(i).y());
            if (y1 == y2) {
                path.lineTo(x2, y2);
            } else {
                float bend = (x2 - x1) / 2;
                path.cubicTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
            }
        }
    }

    private void paintNode(GC gc, Node node, Box box, Look look) {
        boolean group = look.group().test(node.id());
        if (group) {
            var behind = box.moved(3, 3);
            gc.setBackground(ink.color(Token.DEVICE));
            gc.fillRoundRectangle(behind.x(), behind.y(), behind.width(), behind.height(), RADIUS, RADIUS);
            gc.setForeground(ink.color(Token.DEVICE_EDGE));
            gc.drawRoundRectangle(behind.x(), behind.y(), behind.width() - 1, behind.height() - 1, RADIUS, RADIUS);
        }
        gc.setBackground(ink.color(fill(node, look)));
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), RADIUS, RADIUS);
        gc.setForeground(ink.color(edge(node.impact())));
        gc.setLineWidth(node.impact() == Impact.ROOT ? 2 : 1);
        gc.drawRoundRectangle(box.x(), box.y(), box.width() - 1, box.height() - 1, RADIUS, RADIUS);
        gc.setLineWidth(1);
        paintWords(gc, node, group ? "" : node.kind().one(), box, look.words());
        if (is(look.selected(), node.id())) {
            gc.setForeground(ink.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4, RADIUS + 3, RADIUS + 3);
            gc.setLineWidth(1);
        }
    }

    private void paintWords(GC gc, Node node, String kind, Box box, RelationWords words) {
        var mark = mark(node);
        int size = Math.clamp(box.height() - 4, 4, MarkPainter.SIZE);
        if (box.height() < LEAST_NAME) {
            marks.paint(gc, mark, box.centreX() - size / 2.0, box.centreY() - size / 2.0, size);
            return;
        }
        boolean quiet = node.impact() == Impact.UNAFFECTED;
        int padding = box.height() >= LEAST_ICON ? 10 : 6;
        int x = box.x() + padding;
        if (box.height() >= LEAST_ICON) {
            icons.paint(gc, node.kind().icon(), Token.MUTED, x, box.centreY() - 8);
            x += 24;
        }
        int right = box.right() - padding - (mark == Mark.NONE ? 0 : size + 6);
        String impact = words.impacts().getOrDefault(node.impact(), "");
        boolean two = box.height() >= TWO_LINES && !(kind.isEmpty() && impact.isEmpty());
        int middle = box.centreY() - (two ? 7 : 0);
        var style = box.height() < 20 ? TextStyle.TINY : box.height() < LEAST_ICON ? TextStyle.SMALL : TextStyle.NOTE;
        text.left(gc, style, quiet ? Token.MUTED : Token.TEXT, text.cut(gc, style, node.name(), right - x), x, middle);
        if (two) {
            x += text.left(gc, TextStyle.TINY, Token.MUTED,
                    text.cut(gc, TextStyle.TINY, kind, right - x), x, middle + 15);
            if (!impact.isEmpty()) {
                x += kind.isEmpty() ? 0 : text.left(gc, TextStyle.TINY, Token.MUTED, " · ", x, middle + 15);
                text.left(gc, TextStyle.TINY, token(node.impact()), text.cut(gc, TextStyle.TINY, impact, right - x), x,
                        middle + 15);
            }
        }
        marks.paint(gc, mark, box.right() - padding - size, box.centreY() - size / 2.0, size);
    }

    static Mark mark(Node node) {
        return switch (node.impact()) {
            case ROOT, LOST -> Mark.CRITICAL;
            case DEGRADED -> Mark.WARNING;
            case NONE, UNAFFECTED -> node.mark();
        };
    }

    private static Token token(Impact impact) {
        return switch (impact) {
            case ROOT, LOST -> Token.CRITICAL;
            case DEGRADED -> Token.WARNING;
            case NONE, UNAFFECTED -> Token.MUTED;
        };
    }

    private Rgb fill(Node node, Look look) {
        var palette = ink.palette();
        var fill = switch (node.impact()) {
            case NONE -> palette.of(Token.DEVICE);
            case ROOT -> palette.of(Token.PANEL).mix(palette.of(Token.CRITICAL), ALARMING * 1.6);
            case LOST -> palette.of(Token.PANEL).mix(palette.of(Token.CRITICAL), ALARMING);
            case DEGRADED -> palette.of(Token.PANEL).mix(palette.of(Token.WARNING), ALARMING);
            case UNAFFECTED -> palette.of(Token.FREE_UNIT);
        };
        return is(look.hovered(), node.id()) ? fill.mix(palette.of(Token.ACCENT), LIT) : fill;
    }

    private Rgb edge(Impact impact) {
        var palette = ink.palette();
        return switch (impact) {
            case ROOT -> palette.of(Token.CRITICAL);
            case LOST, DEGRADED -> palette.of(Token.PANEL).mix(palette.of(token(impact)), 0.55);
            case NONE, UNAFFECTED -> palette.of(Token.DEVICE_EDGE);
        };
    }

    private static boolean is(Optional<String> what, String id) {
        return what.filter(id::equals).isPresent();
    }
}
