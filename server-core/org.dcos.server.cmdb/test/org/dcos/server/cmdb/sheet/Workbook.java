package org.dcos.server.cmdb.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes XLSX files as spreadsheets do, down to the XML, so that tests can have every kind of cell. Style 1 is a date,
 * style 2 a number with at least eight digits.
 */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, byte[]> extra = new LinkedHashMap<>();

    /** @param rows the XML of the sheet data */
    public Workbook sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    /** @param after XML after the sheet data, such as merged cells */
    public Workbook sheet(String name, String rows, String after) {
        sheets.put(name, "%s<worksheet xmlns=\"%s\"><sheetData>%s</sheetData>%s</worksheet>".formatted(HEAD, MAIN, rows,
                after));
        return this;
    }

    /** A sheet of texts; null is a cell that is not there. */
    public Workbook texts(String name, String[]... rows) {
        var xml = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] != null) {
                    xml.append(text(Table.cellName(c, r + 1), rows[r][c]));
                }
            }
            xml.append("</row>");
        }
        return sheet(name, xml.toString());
    }

    public Workbook part(String name, byte[] content) {
        extra.put(name, content);
        return this;
    }

    public static String text(String cell, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    public static String number(String cell, String value, int style) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(cell, style, value);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var types = new StringBuilder(override("workbook.xml", "sheet.main"));
            types.append(override("styles.xml", "styles"));
            var names = new StringBuilder();
            var relations = new StringBuilder(relation("rId90", "styles", "styles.xml"));
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                String part = "worksheets/sheet%d.xml".formatted(number);
                types.append(override(part, "worksheet"));
                names.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheet.getKey(), number,
                        number));
                relations.append(relation("rId" + number, "worksheet", part));
                put(zip, "xl/" + part, sheet.getValue());
            }
            put(zip, "[Content_Types].xml", HEAD + "<Types xmlns=\"%scontent-types\">%s</Types>".formatted(PACKAGE,
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types));
            put(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            put(zip, "xl/workbook.xml", HEAD + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                    .formatted(MAIN, RELATIONS, names));
            put(zip, "xl/_rels/workbook.xml.rels", relations(relations.toString()));
            put(zip, "xl/styles.xml", HEAD + "<styleSheet xmlns=\"%s\">%s%s</styleSheet>".formatted(MAIN,
                    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"00000000\"/></numFmts>",
                    "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"));
            for (var part : extra.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/%s\" ContentType=\"%s.%s+xml\"/>".formatted(part,
                "application/vnd.openxmlformats-officedocument.spreadsheetml", type);
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static String relations(String xml) {
        return HEAD + "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, xml);
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
