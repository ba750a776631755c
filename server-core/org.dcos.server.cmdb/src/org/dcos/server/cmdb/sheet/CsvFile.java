package org.dcos.server.cmdb.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.dcos.server.cmdb.Texts;

/**
 * CSV (RFC 4180), as programs really write it: UTF-8 with or without byte-order mark, UTF-16 with one, else GB18030;
 * separated by comma, semicolon or tab, whichever the first line has most of, or what a first line {@code sep=;} says;
 * line ends of any kind; a quote in the middle of an unquoted field is a character like any other.
 */
public final class CsvFile {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_FIELD = 32_767; // of a cell of a spreadsheet

    private final String text;
    private final char separator;
    private int at;

    private CsvFile(String text, char separator, int at) {
        this.text = text;
        this.separator = separator;
        this.at = at;
    }

    public static Table read(String name, byte[] content) throws Unreadable {
        String text = decoded(content);
        if (text.startsWith("sep=") && text.length() > 5) {
            int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n') + 1;
            return new CsvFile(text, text.charAt(4), end).table(name, 2);
        }
        return new CsvFile(text, separatorOf(text), 0).table(name, 1);
    }

    private Table table(String name, int firstNumber) throws Unreadable {
        var rows = new ArrayList<Table.Row>();
        for (int number = firstNumber; at < text.length(); number++) {
            if (number > Table.MAX_ROWS) {
                throw new Unreadable("The file has more than %,d rows. Split it.".formatted(Table.MAX_ROWS));
            }
            var row = new Table.Row(number, cells(number));
            if (!row.blank()) {
                rows.add(row);
            }
        }
        return new Table(name, rows);
    }

    /** The fields of the record at hand; afterwards the next one is. */
    private List<Table.Cell> cells(int number) throws Unreadable {
        var cells = new ArrayList<Table.Cell>();
        while (true) {
            String field = at < text.length() && text.charAt(at) == '"' ? quoted(number) : plain();
            if (field.length() > LONGEST_FIELD) {
                throw new Unreadable(
                        "A field of row %d is longer than %,d characters.".formatted(number, LONGEST_FIELD));
            }
            if (cells.size() < Table.MAX_COLUMNS) {
                cells.add(Table.Cell.of(Texts.cleanLines(field)));
            }
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != separator) {
                return cells;
            }
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** What is in quotes, a doubled quote for one, and what stands after the closing quote, where something does. */
    private String quoted(int number) throws Unreadable {
        var field = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new Unreadable("A quote in row %d is never closed.".formatted(number));
            }
            field.append(text, at, quote);
            at = quote + 1;
            if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.append(plain()).toString();
            }
        }
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static char separatorOf(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                counts[",;\t".indexOf(c)]++;
            }
        }
        int most = counts[0] >= counts[1] && counts[0] >= counts[2] ? 0 : counts[1] >= counts[2] ? 1 : 2;
        return ",;\t".charAt(most);
    }

    private static String decoded(byte[] content) throws Unreadable {
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            return strict(content, 3, StandardCharsets.UTF_8);
        }
        if (starts(content, 0xFF, 0xFE)) {
            return strict(content, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(content, 0xFE, 0xFF)) {
            return strict(content, 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : content) {
            if (b == 0) {
                throw new Unreadable("The file is not text. Save it as CSV (UTF-8) or XLSX.");
            }
        }
        try {
            return strict(content, 0, StandardCharsets.UTF_8);
        } catch (Unreadable _) {
            return strict(content, 0, GB18030);
        }
    }

    private static boolean starts(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(byte[] content, int from, Charset charset) throws Unreadable {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("The characters of the file are neither UTF-8 nor GB18030. Save it as CSV (UTF-8).",
                    e);
        }
    }
}
