package org.dcos.ui.parts.baseline;

import java.util.List;

import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.baseline.BaselineReport.PreviewRow;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;

/** What a file would do: every wrong cell with what would be right, or else the rows with what becomes of them. */
final class ReportView {

    private final Texts texts;
    private final Composite content;
    private final Pill summary;
    private final Composite tables;
    private final StackLayout stack = new StackLayout();
    private final RowTable<CellError> errors;
    private final RowTable<PreviewRow> rows;

    ReportView(Composite parent, Texts texts) {
        this.texts = texts;
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.grid(1, 0, 4));
        summary = Layouts.wide(new Pill(content));
        tables = Layouts.fill(new Composite(content, SWT.NONE));
        tables.setLayout(stack);
        errors = new RowTable<>(tables,
                List.of(Column.<CellError>of(texts.get("import.cell"), 13, error -> error.sheet() + " " + cell(error))
                        .marked(_ -> Mark.CRITICAL),
                        Column.of(texts.get("import.column"), 9, CellError::column),
                        Column.of(texts.get("import.value"), 15, CellError::value),
                        Column.<CellError>of(texts.get("import.message"), 50,
                                error -> texts.sentences().of(error.message())),
                        Column.<CellError>of(texts.get("import.suggestion"), 13, error -> error.suggestion().orElse(""))
                                .in(_ -> Token.OK)),
                error -> error);
        rows = new RowTable<>(tables,
                List.of(Column.<PreviewRow>of(texts.get("import.effect"), 15, row -> texts.of("effect", row.effect()))
                        .in(ReportView::colour),
                        Column.of(texts.get("import.name"), 22, PreviewRow::name),
                        Column.of(texts.get("import.serial"), 25, PreviewRow::serial),
                        Column.of(texts.get("import.place"), 38, PreviewRow::place)),
                row -> row);
        stack.topControl = rows.control();
    }

    Composite control() {
        return content;
    }

    void waiting(String words) {
        summary.show(Mark.NONE, words);
        show(rows, List.of());
    }

    void show(BaselineReport report) {
        if (report.acceptable()) {
            var made = report.created();
            summary.show(Mark.OK,
                    texts.get("import.good", report.rows(), made.racks(), made.servers(), report.changed().sum(),
                            report.unchanged().sum()));
            show(rows, report.preview());
        } else {
            summary.show(Mark.CRITICAL, texts.get("import.bad", report.errors().size()));
            show(errors, report.errors());
        }
    }

    private <T> void show(RowTable<T> table, List<T> what) {
        table.setRows(what);
        stack.topControl = table.control();
        tables.layout();
    }

    private static String cell(CellError error) {
        return error.cell().isEmpty() ? String.valueOf(error.row()) : error.cell();
    }

    private static Token colour(PreviewRow row) {
        return row.effect() == Effect.REFUSED ? Token.CRITICAL : row.effect() == Effect.UNCHANGED ? Token.MUTED
                : Token.OK;
    }
}
