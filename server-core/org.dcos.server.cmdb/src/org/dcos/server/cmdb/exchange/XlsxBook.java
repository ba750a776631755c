package org.dcos.server.cmdb.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dcos.server.cmdb.sheet.Table;

/**
 * Writes an XLSX workbook (ECMA-376) of texts: cells are formatted as text, so that serial numbers keep their zeros
 * when
 * somebody edits them; the header stays in sight and has filters. Equal sheets make equal bytes.
 */
final class XlsxBook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** 1980-01-01, the first that a ZIP archive knows. */
    private static final long NO_TIME = 315_532_800_000L;
    private static final int WIDEST = 60;
    private static final int WIDTH_ROWS = 200;

    private final List<String> names = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** @param rows the first has the headers */
    XlsxBook sheet(String name, List<List<String>> rows) {
        names.add(name);
        put("xl/worksheets/sheet%d.xml".formatted(names.size()), sheetXml(rows));
        return this;
    }

    byte[] content() {
        var types = new StringBuilder();
        var sheets = new StringBuilder();
        var relations = new StringBuilder(relation("rId0", "styles", "styles.xml"));
        for (int i = 1; i <= names.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                    .formatted(i, SHEET_TYPE));
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(xml(names.get(i - 1)), i, i));
            relations.append(relation("rId" + i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
        }
        put("[Content_Types].xml", HEAD + ("<Types xmlns=\"%scontent-types\">"
                + "<Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>%s</Types>")
                        .formatted(PACKAGE, SHEET_TYPE, SHEET_TYPE, types));
        put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        put("xl/workbook.xml", HEAD + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                .formatted(MAIN, RELATIONS, sheets));
        put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        put("xl/styles.xml", HEAD + STYLES.formatted(MAIN));
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Style 1: text; style 2: a header, bold. 49 is the format "@". */
    private static final String STYLES = "<styleSheet xmlns=\"%s\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";

    private static String sheetXml(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var xml = new StringBuilder(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetViews>")
                .append("<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                        + "activePane=\"bottomLeft\" ")
                .append("state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int c = 0; c < columns; c++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" style=\"1\" customWidth=\"1\"/>".formatted(c + 1, c + 1,
                    width(rows, c)));
        }
        xml.append("</cols><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < columns; c++) {
                String text = rows.get(r).get(c);
                if (!text.isEmpty()) {
                    xml.append("<c r=\"").append(Table.cellName(c, r + 1)).append("\" s=\"").append(r == 0 ? 2 : 1)
                            .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(xml(text))
                            .append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData><autoFilter ref=\"A1:").append(Table.cellName(columns - 1, rows.size()))
                .append("\"/></worksheet>").toString();
    }

    private static int width(List<List<String>> rows, int column) {
        int longest = rows.stream().limit(WIDTH_ROWS)
                .mapToInt(row -> row.get(column).lines().mapToInt(XlsxBook::columns).max().orElse(0)).max().orElse(0);
        return Math.min(WIDEST, longest + 3);
    }

    /** Chinese characters are two wide. */
    private static int columns(String line) {
        return line.chars().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }

    /** Characters that XML cannot have are dropped. */
    private static String xml(String text) {
        var xml = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c < 0xE000) || c == '\n'
                            || c == '\t') {
                        xml.appendCodePoint(c);
                    }
                }
            }
        });
        return xml.toString();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static String relations(String xml) {
        return HEAD + "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, xml);
    }

    private void put(String name, String xml) {
        var entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        try {
            zip.putNextEntry(entry);
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
