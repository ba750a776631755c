package org.dcos.server.cmdb.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV (RFC 4180) in UTF-8 with a byte-order mark, so that spreadsheets do not guess. */
final class CsvText {

    private CsvText() {}

    static byte[] of(List<List<String>> rows) {
        var csv = new StringBuilder("\uFEFF");
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                csv.append(i == 0 ? "" : ",").append(cell(row.get(i)));
            }
            csv.append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A text that a spreadsheet would take for a formula gets a tab before it, which it shows as nothing and which an
     * import drops.
     */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[\\d.]+");
        String safe = formula ? "\t" + text : text;
        boolean quoted = formula || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r'
                || c == ';' || c == '\t');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
