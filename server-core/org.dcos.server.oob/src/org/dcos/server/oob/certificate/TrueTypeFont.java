package org.dcos.server.oob.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A TrueType font (OpenType 1.9, glyf outlines) as far as a PDF file needs it: which glyph a character has, how wide it
 * is, and the font with the outlines of some glyphs only. The numbers of glyphs stay as they are, so that the tables of
 * widths need not be made anew; an outline that is left out takes no byte.
 */
final class TrueTypeFont {

    private static final int TABLES = 12;
    private static final int TABLE = 16;
    /** Flags of a part of a composite glyph (glyf, composite glyph description). */
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;

    private final ByteBuffer data;
    private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int glyphs;
    private final int widths;
    private final int segments;
    private final Map<Integer, Integer> looked = new HashMap<>();

    /** @throws IOException when it is no font of that kind */
    TrueTypeFont(byte[] bytes) throws IOException {
        data = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        int count = data.getShort(4) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int at = TABLES + i * TABLE;
            var tag = new byte[4];
            data.get(at, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), data.slice(data.getInt(at + 8),
                    data.getInt(at + 12)));
        }
        unitsPerEm = table("head").getShort(18) & 0xFFFF;
        longOffsets = table("head").getShort(50) == 1;
        glyphs = table("maxp").getShort(4) & 0xFFFF;
        widths = table("hhea").getShort(34) & 0xFFFF;
        segments = segments();
    }

    private ByteBuffer table(String tag) throws IOException {
        var table = tables.get(tag);
        if (table == null) {
            throw new IOException("the font has no table " + tag);
        }
        return table;
    }

    /** Where the table of format 4 for Unicode is (cmap, platform 3, encoding 1). */
    private int segments() throws IOException {
        var cmap = table("cmap");
        for (int i = 0; i < (cmap.getShort(2) & 0xFFFF); i++) {
            int at = 4 + i * 8;
            int offset = cmap.getInt(at + 4);
            if (cmap.getShort(at) == 3 && cmap.getShort(at + 2) == 1 && cmap.getShort(offset) == 4) {
                return offset;
            }
        }
        throw new IOException("the font has no Unicode table of format 4");
    }

    /** @return 0 when the font has no such character */
    int glyph(int character) {
        return looked.computeIfAbsent(character, this::look);
    }

    private int look(int character) {
        if (character > 0xFFFF) {
            return 0;
        }
        var cmap = tables.get("cmap");
        int twice = cmap.getShort(segments + 6) & 0xFFFF;
        int ends = segments + 14;
        int starts = ends + twice + 2;
        for (int i = 0; i < twice; i += 2) {
            if (character <= (cmap.getShort(ends + i) & 0xFFFF)) {
                int start = cmap.getShort(starts + i) & 0xFFFF;
                if (character < start) {
                    return 0;
                }
                int delta = cmap.getShort(starts + twice + i);
                int ranges = starts + 2 * twice + i;
                int range = cmap.getShort(ranges) & 0xFFFF;
                if (range == 0) {
                    return character + delta & 0xFFFF;
                }
                int glyph = cmap.getShort(ranges + range + 2 * (character - start)) & 0xFFFF;
                return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
            }
        }
        return 0;
    }

    /** In thousandths of the size. */
    int width(int glyph) {
        int width = tables.get("hmtx").getShort(4 * Math.min(glyph, widths - 1)) & 0xFFFF;
        return Math.round(width * 1000f / unitsPerEm);
    }

    /** One of the numbers of the head table, in thousandths of the size. */
    private int thousandths(String table, int at) {
        return Math.round(tables.get(table).getShort(at) * 1000f / unitsPerEm);
    }

    int ascent() {
        return thousandths("hhea", 4);
    }

    int descent() {
        return thousandths("hhea", 6);
    }

    /** Left, bottom, right, top of all glyphs. */
    int[] box() {
        return new int[] {thousandths("head", 36), thousandths("head", 38), thousandths("head", 40),
            thousandths("head", 42)};
    }

    private int offset(int glyph) {
        var loca = tables.get("loca");
        return longOffsets ? loca.getInt(4 * glyph) : 2 * (loca.getShort(2 * glyph) & 0xFFFF);
    }

    /** The font with the outlines of these glyphs only, and of those that they are made of. */
    byte[] subset(NavigableSet<Integer> wanted) throws IOException {
        var kept = new TreeSet<>(wanted);
        kept.add(0);
        for (Integer glyph : wanted) {
            addParts(glyph, kept);
        }
        var outlines = new ByteArrayOutputStream();
        var places = ByteBuffer.allocate(4 * (glyphs + 1));
        for (int glyph = 0; glyph < glyphs; glyph++) {
            places.putInt(outlines.size());
            if (kept.contains(glyph)) {
                var outline = new byte[offset(glyph + 1) - offset(glyph)];
                table("glyf").get(offset(glyph), outline);
                outlines.write(outline);
                outlines.write(new byte[-outlines.size() & 3]);
            }
        }
        places.putInt(outlines.size());
        var made = new LinkedHashMap<String, byte[]>();
        for (String tag : new String[] {"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}) {
            switch (tag) {
                case "glyf" -> made.put(tag, outlines.toByteArray());
                case "loca" -> made.put(tag, places.array());
                default -> {
                    if (tables.containsKey(tag)) {
                        made.put(tag, bytes(table(tag)));
                    }
                }
            }
        }
        made.get("head")[51] = 1; // the offsets are long ones
        return file(made);
    }

    private void addParts(int glyph, NavigableSet<Integer> kept) throws IOException {
        int at = offset(glyph);
        var glyf = table("glyf");
        if (offset(glyph + 1) == at || glyf.getShort(at) >= 0) {
            return;
        }
        int flags;
        at += 10;
        do {
            flags = glyf.getShort(at);
            int part = glyf.getShort(at + 2) & 0xFFFF;
            if (kept.add(part)) {
                addParts(part, kept);
            }
            at += 4 + ((flags & WORDS) != 0 ? 4 : 2)
                    + ((flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0);
        } while ((flags & MORE) != 0);
    }

    private static byte[] bytes(ByteBuffer table) {
        var bytes = new byte[table.limit()];
        table.get(0, bytes);
        return bytes;
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int size = TABLES + TABLE * tables.size();
        for (byte[] table : tables.values()) {
            size += table.length + 3 & ~3;
        }
        var file = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        file.putInt(0x0001_0000).putShort((short) tables.size()).putShort((short) (power * TABLE))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables.size() - power) * TABLE));
        int at = TABLES + TABLE * tables.size();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            file.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(checksum(table.getValue())).putInt(at)
                    .putInt(table.getValue().length);
            file.put(at, table.getValue());
            at += table.getValue().length + 3 & ~3;
        }
        return file.array();
    }

    private static int checksum(byte[] table) {
        int sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += (table[i] & 0xFF) << 24 - 8 * (i & 3);
        }
        return sum;
    }
}
