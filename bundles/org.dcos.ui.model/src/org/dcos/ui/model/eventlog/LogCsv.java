package org.dcos.ui.model.eventlog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.ui.model.text.Texts;

/** Rows of a log as comma-separated values (RFC 4180), with a mark that tells spreadsheets the encoding. */
final class LogCsv {

    private static final String MARK = "\uFEFF";

    static String of(Texts texts, List<LogRow> rows) {
        var titles = Stream.of("moment", "seen", "severity", "sensor", "type", "what", "text", "record", "bytes")
                .map(name -> texts.get("log.csv." + name)).toList();
        var lines = new StringBuilder(MARK).append(line(titles));
        rows.forEach(row -> lines.append(line(List.of(row.moment().toString(), row.entry().seen().toString(),
                row.severity(), row.sensor(), row.type(), row.what(), row.entry().text(),
                Integer.toString(row.entry().record()), row.entry().bytes()))));
        return lines.toString();
    }

    /** What a spreadsheet would take for a formula is told to be text (CWE-1236). */
    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell)
                .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(",")) + "\r\n";
    }

    private LogCsv() {}
}
