package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.server.cmdb.sheet.Table;

/** One row on its way: its cells by field, what it becomes, and what is wrong with it. */
final class ImportRow {

    private final SheetInput sheet;
    private final Table.Row cells;
    private final Map<String, Integer> columns;
    private final List<CellProblem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private Optional<Item> existing = Optional.empty();
    private Item item;
    private Effect effect = Effect.CREATED;

    /** @param columns of the sheet, by field */
    ImportRow(SheetInput sheet, Kind kind, Table.Row cells, Map<String, Integer> columns) {
        this.sheet = sheet;
        this.cells = cells;
        this.columns = columns;
        this.item = Items.blank(kind, UUID.randomUUID());
    }

    SheetInput sheet() {
        return sheet;
    }

    int number() {
        return cells.number();
    }

    /** As messages name it: with the sheet only when it is another one. */
    String where(ImportRow seenFrom) {
        return sheet == seenFrom.sheet
                ? "row %d".formatted(number())
                : "row %d of sheet %s".formatted(number(), sheet.table().name());
    }

    boolean has(String path) {
        return columns.containsKey(path);
    }

    Set<String> paths() {
        return columns.keySet();
    }

    /** What stands in the column of a field; empty where there is none. */
    String text(String path) {
        Integer at = columns.get(path);
        return at == null ? "" : cells.cell(at).text();
    }

    List<String> texts() {
        return cells.cells().stream().map(Table.Cell::text).toList();
    }

    /** Tells of cells that the spreadsheet itself has spoiled. */
    void checkCells() {
        columns.forEach((path, at) -> {
            if (!cells.cell(at).trouble().isEmpty()) {
                problem(path, cells.cell(at).trouble(), List.of());
            }
        });
    }

    /** Only the first is told of each field: what follows from it would not help. */
    void problem(String path, String message, List<String> suggestions) {
        effect = Effect.BAD;
        if (!told.add(path)) {
            return;
        }
        Optional<Integer> column = column(path);
        problems.add(column.isEmpty()
                ? new CellProblem(sheet.table().name(), number(), -1, "", "", said(path, message), suggestions)
                : new CellProblem(sheet.table().name(), number(), column.get(),
                        Table.cellName(column.get(), number()), cells.cell(column.get()).text(), message,
                        suggestions));
    }

    boolean told(String path) {
        return told.contains(path);
    }

    /** The row counts as bad; why is told elsewhere. */
    void spoil() {
        effect = Effect.BAD;
    }

    private Optional<Integer> column(String path) {
        Integer at = columns.get(path);
        if (at != null) {
            return Optional.of(at);
        }
        return columns.entrySet().stream().filter(e -> !path.isEmpty() && e.getKey().startsWith(path + "."))
                .map(Map.Entry::getValue).min(Integer::compare);
    }

    private static String said(String path, String message) {
        return path.isEmpty() ? message : path + ": " + message;
    }

    List<CellProblem> problems() {
        return problems;
    }

    boolean bad() {
        return effect == Effect.BAD;
    }

    Effect effect() {
        return effect;
    }

    void become(Effect what) {
        if (!bad()) {
            effect = what;
        }
    }

    Optional<Item> existing() {
        return existing;
    }

    void existing(Item recorded) {
        existing = Optional.of(recorded);
        item = recorded;
    }

    Item item() {
        return item;
    }

    void item(Item made) {
        item = made;
    }
}
