package org.dcos.ui.parts.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.exchange.ImportLine;
import org.dcos.ui.model.exchange.ImportModel;
import org.dcos.ui.model.exchange.ImportSight;
import org.dcos.ui.model.exchange.SheetSight;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.WideColumn;
import org.dcos.ui.parts.widget.WideColumn.Editing;
import org.dcos.ui.parts.widget.WideTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The rows of a sheet, to be mended in place; made anew when other columns are to be shown, else only filled. */
final class ImportGrid {

    private static final String ROW = "row";
    private static final String EFFECT = "effect";
    private static final int NARROW = 70;
    private static final int MEDIUM = 96;
    private static final int WIDE = 150;

    private final Composite holder;
    private final ImportModel model;
    private final Texts texts;
    private Optional<WideTable<ImportLine>> table = Optional.empty();
    private Optional<SheetSight> made = Optional.empty();

    ImportGrid(Composite parent, ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        holder = new Composite(parent, SWT.NONE);
        holder.setLayout(new FillLayout());
    }

    Control control() {
        return holder;
    }

    void show(ImportSight sight) {
        if (!titles(sight.sheet()).equals(titles(made)) || table.isEmpty()) {
            make(sight.sheet());
        }
        made = sight.sheet();
        table.ifPresent(wide -> wide.setRows(sight.rows()));
    }

    /** Shows the row of a problem. */
    void reveal(CellProblem problem) {
        table.ifPresent(wide -> wide.select(problem.row()));
    }

    private static List<String> titles(Optional<SheetSight> sheet) {
        return sheet.map(now -> now.columns().stream().map(ImportGrid::title).toList()).orElse(List.of());
    }

    private static String title(SheetSight.Mapped column) {
        return column.path().isEmpty() ? "(%s)".formatted(column.header()) : column.title();
    }

    private void make(Optional<SheetSight> sheet) {
        table.ifPresent(old -> old.control().dispose());
        var columns = new ArrayList<WideColumn<ImportLine>>();
        columns.add(new WideColumn<ImportLine>(ROW, texts.get("imports.row"), NARROW, true,
                line -> Integer.toString(line.number()), Editing.NOT, List.of())
                        .marked(line -> line.problem(-1).isPresent() ? Mark.CRITICAL : Mark.NONE));
        columns.add(new WideColumn<>(EFFECT, texts.get("import.effect"), MEDIUM, false, ImportLine::effectWords,
                Editing.NOT, List.of()));
        sheet.ifPresent(now -> now.columns().forEach(column -> columns.add(column(column))));
        var next = new WideTable<>(holder, columns, ImportLine::number);
        next.onEdit((line, key, text) -> mend(line, Integer.parseInt(key), text));
        next.onFilter(typed -> model.filter(byColumn(typed)));
        table = Optional.of(next);
        holder.layout();
    }

    private static WideColumn<ImportLine> column(SheetSight.Mapped column) {
        int index = column.index();
        return new WideColumn<ImportLine>(Integer.toString(index), title(column), WIDE, false,
                line -> line.text(index), column.path().isEmpty() ? Editing.NOT : Editing.BY_TEXT, List.of())
                        .marked(line -> line.problem(index).isPresent() ? Mark.CRITICAL
                                : line.mended().contains(index) ? Mark.OK : Mark.NONE);
    }

    private void mend(ImportLine line, int column, String text) {
        if (!text.equals(line.text(column))) {
            model.mend(line.number(), column, text);
        }
    }

    /** Only the columns of the file are filtered. */
    private static Map<Integer, String> byColumn(Map<String, String> typed) {
        var filters = new HashMap<Integer, String>();
        typed.forEach((key, text) -> {
            if (!key.equals(ROW) && !key.equals(EFFECT) && !text.isBlank()) {
                filters.put(Integer.parseInt(key), text);
            }
        });
        return filters;
    }
}
