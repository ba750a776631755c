package org.dcos.server.oob.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The objects of a PDF file (ISO 32000-1, 7.5), written one behind the other. The same content gives the same bytes: no
 * time of the clock and no random number goes in.
 */
final class PdfFile {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    PdfFile() {
        text("%PDF-1.7\n");
        out.writeBytes(new byte[] {'%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'}); // tells: not text
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A number for an object that is written later. */
    int reserve() {
        offsets.add(0);
        return offsets.size();
    }

    int object(String body) {
        int number = reserve();
        object(number, body);
        return number;
    }

    void object(int number, String body) {
        offsets.set(number - 1, out.size());
        text(number + " 0 obj\n" + body + "\nendobj\n");
    }

    /** @param entries of its dictionary, besides length and filter */
    int stream(String entries, byte[] content) {
        int number = reserve();
        var packed = packed(content);
        offsets.set(number - 1, out.size());
        text("%d 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n".formatted(number, entries,
                packed.length));
        out.writeBytes(packed);
        text("\nendstream\nendobj\n");
        return number;
    }

    private static byte[] packed(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION);
                var stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return packed.toByteArray();
    }

    /** Text of a dictionary in any language: UTF-16 with its mark (7.9.2.2). */
    static String string(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** A number as PDF has it: no exponent, a point. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** @param id hexadecimal, of the content */
    byte[] end(int catalog, int info, String id) {
        int table = out.size();
        text("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        offsets.forEach(offset -> text("%010d 00000 n \n".formatted(offset)));
        text("trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n".formatted(
                offsets.size() + 1, catalog, info, id, id, table));
        return out.toByteArray();
    }
}
