package org.dcos.ui.model.records;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dcos.ui.model.text.NaturalKey;

/**
 * Which rows of a list are wanted, and in which order.
 *
 * @param text       words that are all somewhere in a row
 * @param columns    what is typed above columns, by path
 * @param sort       path of the column; empty: as the server-core orders
 * @param descending from the largest
 */
public record Narrowing(String text, Map<String, String> columns, String sort, boolean descending) {

    public static final Narrowing NONE = new Narrowing("", Map.of(), "", false);

    public Narrowing {
        columns = columns.entrySet().stream().filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Narrowing text(String next) {
        return new Narrowing(next, columns, sort, descending);
    }

    public Narrowing columns(Map<String, String> next) {
        return new Narrowing(text, next, sort, descending);
    }

    public Narrowing sorted(String path, boolean down) {
        return new Narrowing(text, columns, path, down);
    }

    public boolean narrows() {
        return !text.isBlank() || !columns.isEmpty();
    }

    /** The wanted rows of a list, in order. */
    public List<RecordRow> of(List<RecordColumn> all, List<RecordRow> rows) {
        return inOrder(all, wanted(all, rows));
    }

    private List<RecordRow> wanted(List<RecordColumn> all, List<RecordRow> rows) {
        if (!narrows()) {
            return rows;
        }
        record Cell(int column, ColumnFilter filter) {}
        var words = text.isBlank() ? new String[0] : text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var cells = columns.entrySet().stream()
                .map(entry -> new Cell(index(all, entry.getKey()), ColumnFilter.of(entry.getValue())))
                .filter(cell -> cell.column >= 0).toList();
        return rows.stream()
                .filter(row -> Arrays.stream(words).allMatch(row.searched()::contains)
                        && cells.stream().allMatch(cell -> cell.filter.wants(row.cells().get(cell.column))))
                .toList();
    }

    /** Empty cells last, whichever way. */
    private List<RecordRow> inOrder(List<RecordColumn> all, List<RecordRow> rows) {
        int column = index(all, sort);
        if (column < 0) {
            return rows;
        }
        record Keyed(RecordRow row, boolean empty, double number, String key) {}
        boolean numbers = all.get(column).numbers();
        Comparator<Keyed> order = numbers ? Comparator.comparingDouble(Keyed::number)
                : Comparator.comparing(Keyed::key);
        return rows.stream().map(row -> {
            var cell = row.cells().get(column);
            return new Keyed(row, cell.isEmpty(),
                    numbers ? ColumnFilter.number(cell).orElse(Double.POSITIVE_INFINITY) : 0,
                    numbers ? "" : NaturalKey.of(cell));
        }).sorted(Comparator.comparing(Keyed::empty).thenComparing(descending ? order.reversed() : order))
                .map(Keyed::row).toList();
    }

    private static int index(List<RecordColumn> all, String path) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }
}
