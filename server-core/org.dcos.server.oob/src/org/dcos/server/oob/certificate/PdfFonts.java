package org.dcos.server.oob.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fonts of a file: one with Latin, Greek and Cyrillic letters, and one with Chinese characters for what the first
 * has not. Both come with us and go into the file as far as they are used, so that what is read does not depend on the
 * machine that it is read on.
 */
final class PdfFonts {

    private static final List<String> NAMES = List.of("OpenSans-Regular", "DroidSansFallbackFull");
    /** Stands for a character that no font has. */
    private static final int UNKNOWN = '?';

    private final List<PdfFont> fonts;

    private PdfFonts(List<PdfFont> fonts) {
        this.fonts = fonts;
    }

    static PdfFonts load() throws IOException {
        return new PdfFonts(List.of(load(NAMES.getFirst()), load(NAMES.getLast())));
    }

    private static PdfFont load(String name) throws IOException {
        try (var in = Optional.ofNullable(PdfFonts.class.getResourceAsStream(name + ".ttf")).orElseThrow()) {
            return new PdfFont(name, new TrueTypeFont(in.readAllBytes()));
        }
    }

    private int font(int character) {
        return IntStream.range(0, fonts.size()).filter(i -> fonts.get(i).has(character)).findFirst().orElse(0);
    }

    private int known(int character) {
        return fonts.stream().anyMatch(font -> font.has(character)) ? character : UNKNOWN;
    }

    /** In points. */
    double width(String text, double size) {
        return text.codePoints().map(this::known).map(character -> fonts.get(font(character)).width(character)).sum()
                * size / 1000;
    }

    /** Operators that write the text in as many pieces as fonts change. */
    String show(String text, double size) {
        var shown = new StringBuilder();
        int before = -1;
        for (int character : text.codePoints().map(this::known).toArray()) {
            int font = font(character);
            if (font != before) {
                shown.append(before < 0 ? "" : "> Tj ").append("/F%d %s Tf <".formatted(font, PdfFile.number(size)));
                before = font;
            }
            shown.append(fonts.get(font).hex(character));
        }
        return before < 0 ? "" : shown.append("> Tj").toString();
    }

    /** Writes the fonts with what was used of them. @return the entries to be named by pages */
    String write(PdfFile file) throws IOException {
        var numbers = new ArrayList<Integer>();
        for (PdfFont font : fonts) {
            numbers.add(font.write(file));
        }
        return IntStream.range(0, numbers.size()).mapToObj(i -> "/F%d %d 0 R".formatted(i, numbers.get(i)))
                .collect(Collectors.joining(" "));
    }
}
