package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Counts;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.domain.exchange.ImportReport.Row;
import org.dcos.domain.exchange.ImportReport.SheetRows;

/** What is told of a run. */
final class Report {

    private Report() {}

    static ImportReport of(ImportRun run, Optional<ChangeSet> done) {
        var sheets = new ArrayList<SheetRows>();
        int room = ImportReport.MOST_ROWS;
        for (ImportRun.Read read : run.sheets()) {
            List<ImportRow> shown = shown(read.rows(), room);
            room -= shown.size();
            sheets.add(rows(read.sheet(), read.rows(), shown));
        }
        List<CellProblem> problems = Stream.concat(run.ofSheets().stream(),
                run.sheets().stream().flatMap(read -> read.rows().stream()).flatMap(row -> row.problems().stream()))
                .limit(ImportReport.MOST_PROBLEMS).toList();
        return new ImportReport(sheets, counts(run.sheets().stream().flatMap(read -> read.rows().stream()).toList()),
                problems,
                done);
    }

    private static List<ImportRow> shown(List<ImportRow> rows, int room) {
        return rows.size() <= room
                ? rows
                : rows.stream().sorted(Comparator.comparing(row -> !row.bad())).limit(room)
                        .sorted(Comparator.comparingInt(ImportRow::number)).toList();
    }

    private static SheetRows rows(SheetInput sheet, List<ImportRow> all, List<ImportRow> shown) {
        List<String> keys = sheet.kind().map(RecordedKeys::of).orElse(List.of());
        return new SheetRows(sheet.table().name(), sheet.kind(), sheet.described(),
                sheet.key().isEmpty() ? keys.stream().findFirst().orElse("") : sheet.key(), keys, counts(all),
                shown.stream().map(row -> new Row(row.number(), row.effect(), row.texts())).toList());
    }

    private static Counts counts(List<ImportRow> rows) {
        int[] of = new int[Effect.values().length];
        rows.forEach(row -> of[row.effect().ordinal()]++);
        return new Counts(of[Effect.CREATED.ordinal()], of[Effect.CHANGED.ordinal()],
                of[Effect.UNCHANGED.ordinal()], of[Effect.SKIPPED.ordinal()], of[Effect.BAD.ordinal()]);
    }
}
