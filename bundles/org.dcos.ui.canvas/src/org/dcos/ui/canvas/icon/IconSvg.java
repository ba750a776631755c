package org.dcos.ui.canvas.icon;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;

/** Writes icons as SVG. The bundle's folder {@code icons/} holds what {@link #main} writes; a test keeps them equal. */
public final class IconSvg {

    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">
              <g fill="none" stroke="%s" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
            %s  </g>
            </svg>
            """;

    public static String of(Icon icon, Rgb colour) {
        var shapes = new StringBuilder();
        var path = new StringBuilder();
        for (var stroke : Stroke.of(icon)) {
            switch (stroke) {
                case Stroke.Move(double x, double y) -> path.append('M').append(numbers(x, y));
                case Stroke.Line(double x, double y) -> path.append('L').append(numbers(x, y));
                case Stroke.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                        path.append('C').append(numbers(x1, y1, x2, y2, x, y));
                case Stroke.Close _ -> path.append('Z');
                case Stroke.Circle(double x, double y, double r, boolean filled) -> shapes.append(
                        "    <circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n".formatted(number(x), number(y), number(r),
                                filled ? " fill=\"%s\" stroke=\"none\"".formatted(colour.hex()) : ""));
                case Stroke.Rect(double x, double y, double w, double h, double r) -> shapes.append(
                        "    <rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n".formatted(number(x),
                                number(y), number(w), number(h), number(r)));
            }
        }
        if (!path.isEmpty()) {
            shapes.append("    <path d=\"").append(path).append("\"/>\n");
        }
        return FRAME.formatted(colour.hex(), shapes);
    }

    /** @param args the folder to write to; light icons into it, those for dark into {@code dark/} */
    public static void main(String[] args) throws IOException {
        for (var theme : Theme.values()) {
            var folder = theme == Theme.LIGHT ? Path.of(args[0]) : Path.of(args[0], "dark");
            Files.createDirectories(folder);
            for (var icon : Icon.values()) {
                Files.writeString(folder.resolve(icon.fileName()), of(icon, theme.palette().of(Token.MUTED)));
            }
        }
    }

    private static String numbers(double... values) {
        return String.join(" ", Arrays.stream(values).mapToObj(IconSvg::number).toList());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private IconSvg() {}
}
