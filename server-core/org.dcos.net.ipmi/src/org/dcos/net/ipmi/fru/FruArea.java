package org.dcos.net.ipmi.fru;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What chassis, board and product areas have in common: version, length, fields up to the end mark, checksum. */
final class FruArea {

    /** More fields than any inventory has; a bound for garbage. */
    private static final int MOST_FIELDS = 64;

    private final String name;
    private final ByteBuffer body;
    private final List<String> problems;

    private FruArea(String name, ByteBuffer body, List<String> problems) {
        this.name = name;
        this.body = body;
        this.problems = problems;
    }

    /** The area at that offset; empty when there is none or it cannot be read, then the reason is in problems. */
    static Optional<FruArea> read(String name, byte[] data, int at, List<String> problems) {
        if (at == 0) {
            return Optional.empty();
        }
        if (at + 2 > data.length) {
            problems.add("The %s area starts behind the end of the FRU inventory.".formatted(name));
            return Optional.empty();
        }
        int length = (data[at + 1] & 0xFF) * Fru.UNIT;
        if ((data[at] & 0x0F) != Fru.FORMAT_VERSION || length == 0 || at + length > data.length) {
            problems.add("The %s area of the FRU inventory is not readable (format version %d, length %d)."
                    .formatted(name, data[at] & 0x0F, length));
            return Optional.empty();
        }
        if (sum(data, at, at + length) != 0) {
            problems.add("The checksum of the FRU inventory's %s area is wrong.".formatted(name));
        }
        return Optional.of(new FruArea(name, ByteBuffer.wrap(data, at + 2, length - 3).slice(), problems));
    }

    int octet() {
        return body.hasRemaining() ? body.get() & 0xFF : 0;
    }

    /**
     * All fields up to the end mark.
     *
     * @param language      of the area
     * @param alwaysEnglish positions of fields that are English whatever the language (§10 to §12, fields with a star)
     */
    List<String> fields(int language, Set<Integer> alwaysEnglish) {
        var fields = new ArrayList<String>();
        while (fields.size() < MOST_FIELDS) {
            int typeLength = body.hasRemaining() ? body.get() & 0xFF : -1;
            if (typeLength == FruField.END) {
                return fields;
            }
            if (typeLength < 0 || (typeLength & FruField.LONGEST) > body.remaining()) {
                problems.add("The fields of the FRU inventory's %s area have no end mark.".formatted(name));
                return fields;
            }
            boolean english = alwaysEnglish.contains(fields.size());
            fields.add(FruField.decode(typeLength, body, english ? FruField.ENGLISH : language));
        }
        problems.add("The FRU inventory's %s area has more than %d fields.".formatted(name, MOST_FIELDS));
        return fields;
    }

    /** A field by position; empty text when the area ends before. */
    static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    static List<String> fieldsFrom(List<String> fields, int index) {
        return index < fields.size() ? List.copyOf(fields.subList(index, fields.size())) : List.of();
    }

    /** Puts version, length, end mark, padding and checksum around an area's head and fields. */
    static byte[] encode(byte[] head, List<String> fields) {
        var out = new ByteArrayOutputStream();
        out.write(Fru.FORMAT_VERSION);
        out.write(0); // length, known below
        out.writeBytes(head);
        fields.forEach(field -> FruField.encode(field, out));
        out.write(FruField.END);
        int units = (out.size() + Fru.UNIT) / Fru.UNIT; // one more byte for the checksum, rounded up
        if (units > 0xFF) {
            throw new IllegalArgumentException("FRU area of %d bytes, most is 2040".formatted(out.size()));
        }
        byte[] area = new byte[units * Fru.UNIT];
        System.arraycopy(out.toByteArray(), 0, area, 0, out.size());
        area[1] = (byte) units;
        area[area.length - 1] = (byte) -sum(area, 0, area.length);
        return area;
    }

    static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
