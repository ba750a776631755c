package org.dcos.server.cmdb.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportOrder.CellFix;
import org.dcos.domain.exchange.ImportOrder.SheetPlan;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.Imports;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.sheet.Table;
import org.dcos.server.cmdb.sheet.Unreadable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports of CSV and XLSX files. */
@Component
public final class SheetImports implements Imports {

    private static final String SETTINGS = "imports";
    private static final int MOST_REMEMBERED = 2_000;
    /** As many broken cells go into the exception; the report of a check has all of them. */
    private static final int MOST_VIOLATIONS = 500;

    private final LiveRecords records;
    private final WriterTurn turn;
    private final SettingsStore settings;
    private final InstantSource clock;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Uploads uploads = new Uploads();

    @Activate
    public SheetImports(@Reference LiveRecords records, @Reference WriterTurn turn,
            @Reference SettingsStore settings) {
        this(records, turn, settings, InstantSource.system());
    }

    SheetImports(LiveRecords records, WriterTurn turn, SettingsStore settings, InstantSource clock) {
        this.records = records;
        this.turn = turn;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ImportFile upload(String name, byte[] content) throws Problem {
        if (content.length > ImportFile.MAX_BYTES) {
            throw Invalid.field("file", "The file has %d MiB; at most %d are taken. Split it."
                    .formatted(content.length >> 20, ImportFile.MAX_BYTES >> 20));
        }
        List<Table> tables;
        try {
            tables = Table.read(name, content);
        } catch (Unreadable e) {
            throw Invalid.field("file", e.getMessage());
        }
        int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
        if (rows > ImportFile.MAX_ROWS) {
            throw Invalid.field("file", "The file has %,d rows; at most %,d are taken. Split it.".formatted(rows,
                    ImportFile.MAX_ROWS));
        }
        Uploads.Upload upload = uploads.add(name, tables, clock.instant());
        List<SheetInput> found = records.read(view -> tables.stream().map(recognition(view)::find).toList());
        return new ImportFile(upload.id(), name, found.stream().map(sheet -> new ImportFile.Sheet(
                sheet.table().name(), sheet.rows().size(), sheet.kind(), sheet.described())).toList());
    }

    private Recognition recognition(View view) {
        return new Recognition(vocabulary, view, settings.load(SETTINGS));
    }

    @Override
    public ImportReport check(ImportOrder order) throws Problem {
        List<SheetInput> sheets = sheets(order);
        var told = new ImportReport[1];
        records.draft(change -> {
            var run = new ImportRun(change, vocabulary, order.existing());
            run.on(sheets);
            told[0] = Report.of(run, Optional.empty());
            run.takeBack();
        }, why(order));
        return told[0];
    }

    @Override
    public ImportReport take(ImportOrder order) throws Problem {
        List<SheetInput> sheets = sheets(order);
        if (sheets.stream().allMatch(sheet -> sheet.kind().isEmpty())) {
            throw Invalid.field("sheets", "It is not known what the rows of the file are. Say it for a sheet.");
        }
        ImportReport report = turn.<ImportReport, Problem>take(() -> {
            var ran = new ImportRun[1];
            try {
                var committed = records.commit("Import of " + upload(order).name(), why(order), Optional.empty(),
                        change -> {
                            var run = new ImportRun(change, vocabulary, order.existing());
                            ran[0] = run;
                            run.on(sheets);
                            refuseBad(order, run);
                            if (run.changesNothing()) {
                                throw new NothingToDo();
                            }
                        });
                return Report.of(ran[0], Optional.of(committed.set()));
            } catch (NothingToDo _) {
                return Report.of(ran[0], Optional.empty());
            }
        });
        remember(order, sheets);
        return report;
    }

    /** Ends a commit that would be empty. */
    private static final class NothingToDo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToDo() {
            super("nothing to do", null, false, false);
        }
    }

    private static void refuseBad(ImportOrder order, ImportRun run) throws Invalid {
        if (order.extent() == ImportOrder.Extent.GOOD_ROWS) {
            return;
        }
        List<CellProblem> problems = Report.of(run, Optional.empty()).problems();
        if (!problems.isEmpty()) {
            throw new Invalid(problems.stream().limit(MOST_VIOLATIONS).map(problem -> new Invalid.Violation(
                    problem.cell().isEmpty()
                            ? "%s row %d".formatted(problem.sheet(), problem.row())
                            : problem.sheet() + "!" + problem.cell(),
                    problem.message())).toList());
        }
    }

    private Uploads.Upload upload(ImportOrder order) throws NotFound {
        return uploads.get(order.file(), clock.instant()).orElseThrow(() -> new NotFound(
                "The file is not kept any more: files are kept for an hour. Choose it again."));
    }

    private String why(ImportOrder order) throws NotFound {
        String why = Texts.clean(order.why());
        return why.isEmpty() ? "import " + upload(order).name() : why;
    }

    private List<SheetInput> sheets(ImportOrder order) throws Problem {
        if (order.fixes().size() > ImportOrder.MOST_FIXES) {
            throw Invalid.field("fixes", "These are %d mended cells; at most %d are taken. Mend the file."
                    .formatted(order.fixes().size(), ImportOrder.MOST_FIXES));
        }
        List<Table> tables = fixed(upload(order).tables(), order.fixes());
        Map<String, SheetPlan> plans = new HashMap<>();
        for (SheetPlan plan : order.sheets()) {
            if (tables.stream().noneMatch(table -> table.name().equals(plan.sheet()))) {
                throw Invalid.field("sheets", "The file has no sheet %s.".formatted(plan.sheet()));
            }
            plans.put(plan.sheet(), plan);
        }
        var sheets = new ArrayList<SheetInput>();
        Recognition recognition = records.read(this::recognition);
        for (Table table : tables) {
            SheetPlan plan = plans.get(table.name());
            sheets.add(plan == null ? recognition.find(table) : recognition.planned(table, plan));
        }
        return sheets;
    }

    private static List<Table> fixed(List<Table> tables, List<CellFix> fixes) {
        if (fixes.isEmpty()) {
            return tables;
        }
        Map<String, Map<Integer, List<CellFix>>> bySheet = new HashMap<>();
        fixes.forEach(fix -> bySheet.computeIfAbsent(fix.sheet(), _ -> new HashMap<>())
                .computeIfAbsent(fix.row(), _ -> new ArrayList<>()).add(fix));
        return tables.stream().map(table -> !bySheet.containsKey(table.name())
                ? table
                : new Table(table.name(), table.rows().stream()
                        .map(row -> fixed(row, bySheet.get(table.name()).getOrDefault(row.number(), List.of())))
                        .toList()))
                .toList();
    }

    private static Table.Row fixed(Table.Row row, List<CellFix> fixes) {
        if (fixes.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        for (CellFix fix : fixes) {
            if (fix.column() >= 0 && fix.column() < Table.MAX_COLUMNS) {
                while (cells.size() <= fix.column()) {
                    cells.add(Table.Cell.EMPTY);
                }
                cells.set(fix.column(), Table.Cell.of(Texts.cleanLines(fix.text())));
            }
        }
        return new Table.Row(row.number(), cells);
    }

    /** What was said of columns, beyond what is found anyway. */
    private void remember(ImportOrder order, List<SheetInput> sheets) {
        Map<String, String> known = settings.load(SETTINGS);
        var now = new HashMap<>(known);
        var found = records.read(view -> new Recognition(vocabulary, view, known));
        for (SheetInput sheet : sheets) {
            boolean said = order.sheets().stream()
                    .anyMatch(plan -> plan.sheet().equals(sheet.table().name()) && !plan.columns().isEmpty());
            if (said && sheet.kind().isPresent()) {
                remember(sheet.kind().get(), sheet, found.ofKind(sheet.table(), sheet.kind().get()), now);
            }
        }
        if (!now.equals(known) && now.size() <= MOST_REMEMBERED) {
            settings.save(SETTINGS, now);
        }
    }

    private static void remember(Kind kind, SheetInput said, SheetInput found, Map<String, String> now) {
        for (int i = 0; i < said.paths().size(); i++) {
            String header = said.header().cell(i).text();
            String anyway = i < found.paths().size() ? found.paths().get(i) : "";
            if (!header.isEmpty() && !said.paths().get(i).equals(anyway)) {
                now.put(Recognition.memory(kind, header), said.paths().get(i));
            }
        }
    }
}
