package org.dcos.server.oob.certificate;

import java.util.ArrayList;
import java.util.List;

/** What is drawn on a page. Measures are in points from the upper left corner, as one reads. */
final class PdfPage {

    /** ISO 216 A4. */
    static final double WIDTH = 595;
    static final double HEIGHT = 842;

    /** What is written in colours that also a printer without colour tells apart. */
    enum Colour {
        TEXT(0x1B2430), MUTED(0x5A6675), LINE(0xC5CCD6), FREE(0xF4F6F8), DEVICE(0xE9EDF3), WHITE(0xFFFFFF),
        OK(0x1A7F4B),
        WARNING(0xB45A00), CRITICAL(0xC2232D), ACCENT(0x0B63CE);

        private final int rgb;

        Colour(int rgb) {
            this.rgb = rgb;
        }

        private String as(String operator) {
            return "%s %s %s %s\n".formatted(PdfFile.number((rgb >> 16) / 255.0),
                    PdfFile.number((rgb >> 8 & 0xFF) / 255.0), PdfFile.number((rgb & 0xFF) / 255.0), operator);
        }
    }

    private final PdfFonts font;
    private final StringBuilder content = new StringBuilder();

    PdfPage(PdfFonts font) {
        this.font = font;
    }

    String content() {
        return content.toString();
    }

    private static String point(double x, double y) {
        return PdfFile.number(x) + " " + PdfFile.number(HEIGHT - y);
    }

    /** @param y of the line that the letters stand on */
    void text(double x, double y, double size, Colour colour, String text) {
        content.append(colour.as("rg")).append("BT %s Td %s ET\n".formatted(point(x, y), font.show(text, size)));
    }

    /** As the font has no bold letters, their outlines are drawn, too. */
    void bold(double x, double y, double size, Colour colour, String text) {
        content.append(colour.as("RG")).append(PdfFile.number(size / 30)).append(" w 2 Tr\n");
        text(x, y, size, colour, text);
        content.append("0 Tr\n");
    }

    void right(double x, double y, double size, Colour colour, String text) {
        text(x - font.width(text, size), y, size, colour, text);
    }

    void line(double x1, double y1, double x2, double y2, Colour colour) {
        content.append(colour.as("RG")).append("0.60 w ").append(point(x1, y1)).append(" m ").append(point(x2, y2))
                .append(" l S\n");
    }

    void box(double x, double y, double width, double height, Colour fill, Colour edge) {
        content.append(fill.as("rg")).append(edge.as("RG")).append("0.60 w ").append(point(x, y + height)).append(' ')
                .append(PdfFile.number(width)).append(' ').append(PdfFile.number(height)).append(" re B\n");
    }

    /** Filled corners. */
    void shape(Colour fill, double... corners) {
        content.append(fill.as("rg"));
        for (int i = 0; i < corners.length; i += 2) {
            content.append(point(corners[i], corners[i + 1])).append(i == 0 ? " m " : " l ");
        }
        content.append("h f\n");
    }

    /** A disc, or a ring where it is not filled. */
    void disc(double x, double y, double radius, Colour colour, boolean filled) {
        double bend = radius * 0.5523; // a quarter of a circle as a Bézier curve
        content.append(colour.as(filled ? "rg" : "RG")).append("1.00 w ").append(point(x + radius, y)).append(" m ");
        content.append(point(x + radius, y + bend)).append(' ').append(point(x + bend, y + radius)).append(' ')
                .append(point(x, y + radius)).append(" c ");
        content.append(point(x - bend, y + radius)).append(' ').append(point(x - radius, y + bend)).append(' ')
                .append(point(x - radius, y)).append(" c ");
        content.append(point(x - radius, y - bend)).append(' ').append(point(x - bend, y - radius)).append(' ')
                .append(point(x, y - radius)).append(" c ");
        content.append(point(x + bend, y - radius)).append(' ').append(point(x + radius, y - bend)).append(' ')
                .append(point(x + radius, y)).append(" c ").append(filled ? "f\n" : "s\n");
    }

    /** Cut with an ellipsis where it is too wide. */
    String fitting(String text, double size, double width) {
        return font.width(text, size) <= width ? text
                : text.substring(0, end(text, size, width - font.width("…", size))) + "…";
    }

    /** In lines that are not wider: broken at spaces, and between any two characters where there is none. */
    List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        int cut = end(rest, size, width);
        while (cut < rest.length()) {
            int space = rest.lastIndexOf(' ', cut);
            lines.add(rest.substring(0, space > 0 ? space : cut).strip());
            rest = rest.substring(space > 0 ? space : cut).strip();
            cut = end(rest, size, width);
        }
        lines.add(rest);
        return lines;
    }

    /** How much of the text is not wider; at least a character. */
    private int end(String text, double size, double width) {
        double used = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += font.width(text.substring(end, next), size);
            if (used > width && end > 0) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
