package org.dcos.server.cmdb.baseline;

import java.time.InstantSource;
import java.util.List;

import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.Baselines;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.WriterTurn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Baselines from CSV and XLSX files. */
@Component
public final class SheetBaselines implements Baselines {

    /** As many broken cells go into the exception; the report of a check has all of them. */
    private static final int MOST_VIOLATIONS = 500;

    private final InventoryStore store;
    private final EventPublisher events;
    private final WriterTurn turn;
    private final InstantSource clock;

    @Activate
    public SheetBaselines(@Reference InventoryStore store, @Reference EventPublisher events,
            @Reference WriterTurn turn) {
        this(store, events, turn, InstantSource.system());
    }

    SheetBaselines(InventoryStore store, EventPublisher events, WriterTurn turn, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public BaselineReport check(BaselineFile file) throws Problem {
        return new BaselinePlan(BaselineLines.read(file), Stock.of(store)).report();
    }

    @Override
    public BaselineReport take(BaselineFile file) throws Problem {
        BaselineLines lines = BaselineLines.read(file);
        return turn.<BaselineReport, Problem>take(() -> {
            var plan = new BaselinePlan(lines, Stock.of(store));
            BaselineReport report = plan.report();
            if (!report.acceptable()) {
                throw new Invalid(violations(report));
            }
            if (!plan.changes().isEmpty()) {
                store.apply(plan.changes(), plan.audit(clock.instant(), "baseline " + file.name()));
            }
            if (plan.changesPlaces()) {
                events.publish(new DomainEvent.PlacesChanged());
            }
            if (plan.changesServers()) {
                events.publish(new DomainEvent.ServersChanged());
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
