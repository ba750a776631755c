package org.dcos.ui.canvas.icon;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** One piece of an icon; coordinates on a square of 16. */
sealed interface Stroke {

    record Move(double x, double y) implements Stroke {}

    record Line(double x, double y) implements Stroke {}

    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Stroke {}

    record Close() implements Stroke {}

    record Circle(double x, double y, double radius, boolean filled) implements Stroke {}

    record Rect(double x, double y, double width, double height, double radius) implements Stroke {}

    static List<Stroke> of(Icon icon) {
        var words = new StringTokenizer(icon.strokes());
        var strokes = new ArrayList<Stroke>();
        while (words.hasMoreTokens()) {
            String kind = words.nextToken();
            strokes.add(switch (kind) {
                case "M" -> new Move(next(words), next(words));
                case "L" -> new Line(next(words), next(words));
                case "C" -> new Curve(next(words), next(words), next(words), next(words), next(words), next(words));
                case "Z" -> new Close();
                case "O" -> new Circle(next(words), next(words), next(words), false);
                case "D" -> new Circle(next(words), next(words), next(words), true);
                case "R" -> new Rect(next(words), next(words), next(words), next(words), next(words));
                default ->
                        throw new IllegalArgumentException("icon %s has an unknown stroke '%s'".formatted(icon, kind));
            });
        }
        return List.copyOf(strokes);
    }

    private static double next(StringTokenizer words) {
        return Double.parseDouble(words.nextToken());
    }
}
