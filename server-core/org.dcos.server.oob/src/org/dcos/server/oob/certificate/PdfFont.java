package org.dcos.server.oob.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A font of a file, with the characters that were written in it. */
final class PdfFont {

    private final String name;
    private final TrueTypeFont font;
    private final SortedMap<Integer, Integer> used = new TreeMap<>();

    /** @param name of the font, as files call it */
    PdfFont(String name, TrueTypeFont font) {
        this.name = "AAAAAA+" + name; // the mark of a font that is not there as a whole
        this.font = font;
    }

    boolean has(int character) {
        return font.glyph(character) != 0;
    }

    /** In thousandths of the size. */
    int width(int character) {
        return font.width(font.glyph(character));
    }

    /** The glyph number in hexadecimal. */
    String hex(int character) {
        int glyph = font.glyph(character);
        used.putIfAbsent(glyph, character);
        return "%04X".formatted(glyph);
    }

    /** Writes the font with what was used of it. @return the object to be named by pages */
    int write(PdfFile file) throws IOException {
        NavigableSet<Integer> glyphs = new TreeSet<>(used.keySet());
        byte[] subset = font.subset(glyphs);
        int program = file.stream("/Length1 " + subset.length, subset);
        var box = font.box();
        int descriptor = file.object(("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] "
                + "/ItalicAngle 0 /Ascent %d /Descent %d /CapHeight 700 /StemV 80 /FontFile2 %d 0 R >>").formatted(name,
                        box[0], box[1], box[2], box[3], font.ascent(), font.descent(), program));
        var widths = new StringBuilder();
        glyphs.forEach(glyph -> widths.append("%d [%d] ".formatted(glyph, font.width(glyph))));
        int descendant = file.object(("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo "
                + "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /DW 1000 "
                + "/W [%s] /CIDToGIDMap /Identity >>").formatted(name, descriptor, widths));
        int unicode = file.stream("", characters().getBytes(StandardCharsets.US_ASCII));
        return file.object(("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
                + "/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>").formatted(name, descendant, unicode));
    }

    /** Which character each glyph is, for who searches or copies (ISO 32000-1 §9.10.3). */
    private String characters() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int left = used.size();
        int inBlock = 0;
        for (var entry : used.entrySet()) {
            if (inBlock == 0) { // at most 100 in a block
                inBlock = Math.min(left, 100);
                map.append(inBlock).append(" beginbfchar\n");
            }
            map.append("<%04X> <%04X>\n".formatted(entry.getKey(), entry.getValue()));
            left--;
            if (--inBlock == 0) {
                map.append("endbfchar\n");
            }
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
