package org.dcos.server.cmdb.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.PlanOrder;
import org.dcos.domain.ip.PlanResult;
import org.dcos.domain.ip.QuarantineSettings;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.SweepReport;
import org.dcos.domain.ip.Utilisation;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.settings.SettingsStore;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.LiveRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Plans addresses over the recorded networks. */
@Component(service = AddressPlan.class)
public final class PlannedAddresses implements AddressPlan {

    private final LiveRecords records;
    private final InstantSource clock;
    private final Wire wire;
    private final Claims claims = new Claims();
    private final Quarantine quarantine;
    private final Optional<Rounds> rounds;

    /** What can ask the wire: one or none, it may come and go. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC) private volatile List<WireCheck> checks = List.of();

    @Activate
    public PlannedAddresses(@Reference LiveRecords records, @Reference SettingsStore settings) {
        this.records = records;
        this.clock = InstantSource.system();
        this.wire = new Wire(() -> checks);
        this.quarantine = new Quarantine(records, settings, wire, clock);
        this.rounds = Optional.of(new Rounds(quarantine));
    }

    /** Sweeps only when it is told to. */
    public PlannedAddresses(LiveRecords records, SettingsStore settings, Supplier<List<WireCheck>> checks,
            InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.wire = new Wire(checks);
        this.quarantine = new Quarantine(records, settings, wire, clock);
        this.rounds = Optional.empty();
    }

    @Deactivate
    void close() {
        rounds.ifPresent(Rounds::close);
    }

    @Override
    public PlanResult preview(PlanOrder order) throws Problem {
        var outcome = new Outcome[1];
        var draft = records.draft(change -> outcome[0] = outcome(change, order), order.why());
        return outcome[0].result(draft.changes(), Optional.empty());
    }

    @Override
    public PlanResult carryOut(PlanOrder order) throws Problem {
        if (order instanceof PlanOrder.TakeAddresses take) {
            return new Giving(records, wire, claims, clock, take).give();
        }
        var outcome = new Outcome[1];
        var committed = records.commit(() -> outcome[0].title(), Texts.clean(order.why()), Optional.empty(),
                change -> outcome[0] = outcome(change, order));
        return outcome[0].result(committed.changes(), Optional.of(committed.set()));
    }

    private Outcome outcome(Change change, PlanOrder order) throws Problem {
        return switch (order) {
            case PlanOrder.Split split -> new PrefixWork(change).split(split);
            case PlanOrder.Merge merge -> new PrefixWork(change).merge(merge);
            case PlanOrder.TakePrefixes take -> new PrefixWork(change).take(take);
            case PlanOrder.TakeAddresses take -> new AddressWork(change).take(take,
                    Choice.of(change.draft(), take, Set.of()), List.of(), java.util.Map.of(), clock.instant());
            case PlanOrder.Assign assign -> new AddressWork(change).assign(assign);
            case PlanOrder.Reclaim reclaim -> new AddressWork(change).reclaim(reclaim, clock.instant(),
                    quarantine.settings().time());
        };
    }

    @Override
    public Utilisation utilisation(UUID prefix) throws Problem {
        return Looking.at(records, view -> Usage.of(Space.of(view, prefix)));
    }

    @Override
    public Page<SpaceBlock> blocks(UUID prefix, PageRequest page) throws Problem {
        List<SpaceBlock> blocks = Looking.at(records, view -> Usage.blocks(view, Space.of(view, prefix)));
        return new Page<>(blocks.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(),
                blocks.size());
    }

    @Override
    public QuarantineSettings quarantine() {
        return quarantine.settings();
    }

    @Override
    public void saveQuarantine(QuarantineSettings settings) throws Problem {
        quarantine.save(settings);
        rounds.ifPresent(Rounds::replan);
    }

    @Override
    public SweepReport sweep() throws Problem {
        return quarantine.sweep();
    }
}
