package org.dcos.server.cmdb.baseline;

import java.util.List;

import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.Baselines;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Baselines from CSV and XLSX files. */
@Component
public final class SheetBaselines implements Baselines {

    /** As many broken cells go into the exception; the report of a check has all of them. */
    private static final int MOST_VIOLATIONS = 500;

    private final LiveRecords records;
    private final WriterTurn turn;

    @Activate
    public SheetBaselines(@Reference LiveRecords records, @Reference WriterTurn turn) {
        this.records = records;
        this.turn = turn;
    }

    @Override
    public BaselineReport check(BaselineFile file) throws Problem {
        BaselineLines lines = BaselineLines.read(file);
        return records.read(view -> new BaselinePlan(lines, Stock.of(view)).report());
    }

    @Override
    public BaselineReport take(BaselineFile file) throws Problem {
        BaselineLines lines = BaselineLines.read(file);
        return turn.<BaselineReport, Problem>take(() -> {
            var plan = new BaselinePlan(lines, records.read(Stock::of));
            BaselineReport report = plan.report();
            if (!report.acceptable()) {
                throw new Invalid(violations(report));
            }
            if (!plan.edits().isEmpty()) {
                records.commit("Baseline " + file.name(), "baseline " + file.name(), plan.edits());
            }
            return report;
        });
    }

    private static List<Invalid.Violation> violations(BaselineReport report) {
        return report.errors().stream().limit(MOST_VIOLATIONS).map(error -> new Invalid.Violation(
                error.cell().isEmpty()
                        ? "%s row %d".formatted(error.sheet(), error.row())
                        : error.sheet() + "!" + error.cell(),
                error.message())).toList();
    }
}
