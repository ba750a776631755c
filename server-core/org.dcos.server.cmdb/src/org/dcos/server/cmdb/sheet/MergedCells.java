package org.dcos.server.cmdb.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The merged ranges of a sheet (ECMA-376 part 1, §18.3.1.55). Only the top left cell of a range has a value; people
 * mean it for every row, as with one rack name beside twenty servers.
 */
record MergedCells(List<Range> ranges) {

    private static final Pattern MERGE = Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*?ref\\s*=\\s*[\"']"
            + "([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})[\"']");
    private static final int MOST = 20_000;

    /** Columns from 0, rows from 1, all inclusive. */
    record Range(int left, int top, int right, int bottom) {}

    static MergedCells of(byte[] sheet) {
        int from = indexOf(sheet, "mergeCells");
        if (from < 0) {
            return new MergedCells(List.of());
        }
        String tail = new String(sheet, from, sheet.length - from, StandardCharsets.ISO_8859_1); // it is after all rows
        var ranges = new ArrayList<Range>();
        Matcher matcher = MERGE.matcher(tail);
        while (matcher.find() && ranges.size() < MOST) {
            ranges.add(new Range(column(matcher.group(1)), Integer.parseInt(matcher.group(2)), column(matcher.group(3)),
                    Integer.parseInt(matcher.group(4))));
        }
        return new MergedCells(ranges);
    }

    /** The rows with the value of each range in all cells of its left column. */
    List<Table.Row> filled(List<Table.Row> rows) {
        Map<Integer, List<Range>> byRow = new HashMap<>();
        for (Range range : ranges) {
            for (int row = range.top(); row <= Math.min(range.bottom(), Table.MAX_ROWS); row++) {
                byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(range);
            }
        }
        Map<Range, Table.Cell> values = new HashMap<>();
        return rows.stream().map(row -> {
            var cells = new ArrayList<>(row.cells());
            for (Range range : byRow.getOrDefault(row.number(), List.of())) {
                if (row.number() == range.top()) {
                    values.put(range, row.cell(range.left()));
                } else if (range.left() < Table.MAX_COLUMNS && values.containsKey(range)) {
                    while (cells.size() <= range.left()) {
                        cells.add(Table.Cell.EMPTY);
                    }
                    cells.set(range.left(), values.get(range));
                }
            }
            return new Table.Row(row.number(), cells);
        }).toList();
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static int indexOf(byte[] bytes, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
