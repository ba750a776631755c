package org.dcos.ui.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Counts;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.domain.exchange.Imports;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.Samples;

/** A file of servers in memory: a rack {@code bad} is an error that has a suggestion, all else is new. */
public final class FakeImports implements Imports {

    public static final int RACK = 2;

    public List<List<String>> rows = new ArrayList<>();
    public final List<ImportOrder> checks = new ArrayList<>();
    public final List<ImportOrder> takes = new ArrayList<>();

    @Override
    public ImportFile upload(String name, byte[] content) throws Problem {
        if (content.length == 0) {
            throw Invalid.field("file", "The file is empty.");
        }
        return new ImportFile(new UUID(6, 1), name, List.of(
                new ImportFile.Sheet("servers", rows.size(), Optional.of(Kind.SERVER), columns(List.of()))));
    }

    private static List<ImportFile.Column> columns(List<String> mapped) {
        var headers = List.of("Name", "SN", "Where", "Colour");
        var found = List.of("name", "serial", "mounting.rack", "");
        var columns = new ArrayList<ImportFile.Column>();
        for (int i = 0; i < headers.size(); i++) {
            columns.add(new ImportFile.Column(headers.get(i), mapped.isEmpty() ? found.get(i) : mapped.get(i)));
        }
        return columns;
    }

    @Override
    public ImportReport check(ImportOrder order) {
        checks.add(order);
        return report(order, Optional.empty());
    }

    @Override
    public ImportReport take(ImportOrder order) {
        takes.add(order);
        return report(order, Optional.of(new ChangeSet(12, Samples.NOW, "li.wei", "embedded", "Import", order.why(),
                rows.size(), Optional.empty(), Optional.empty())));
    }

    private ImportReport report(ImportOrder order, Optional<ChangeSet> done) {
        var plan = order.sheets().stream().findFirst();
        var mapped = plan.map(ImportOrder.SheetPlan::columns).orElse(List.of());
        var kind = plan.map(ImportOrder.SheetPlan::kind).orElse(Optional.of(Kind.SERVER));
        var lines = new ArrayList<ImportReport.Row>();
        var problems = new ArrayList<CellProblem>();
        for (int i = 0; i < rows.size(); i++) {
            int number = i + 2;
            var texts = new ArrayList<>(rows.get(i));
            order.fixes().stream().filter(fix -> fix.row() == number).forEach(fix -> texts.set(fix.column(),
                    fix.text()));
            boolean bad = texts.get(RACK).equals("bad");
            if (bad) {
                problems.add(new CellProblem("servers", number, RACK, "C" + number, "bad", "There is no such rack.",
                        List.of("A01")));
            }
            lines.add(new ImportReport.Row(number, bad ? Effect.BAD : Effect.CREATED, texts));
        }
        var counts = new Counts(lines.size() - problems.size(), 0, 0, 0, problems.size());
        return new ImportReport(List.of(new ImportReport.SheetRows("servers", kind, columns(mapped), plan
                .map(ImportOrder.SheetPlan::key).filter(key -> !key.isEmpty()).orElse("serial"),
                List.of("serial", "name"), counts, lines)), counts, problems, done);
    }
}
