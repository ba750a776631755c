package org.dcos.ui.model.relocation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.RelocationStep;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The relocations, the steps of the chosen one, and what is left to be done of it. Used in the realm. */
public final class RelocationsModel {

    /** Relocations, and what can change what is left of one. */
    private static final Set<Kind> KINDS = EnumSet.of(Kind.RELOCATION, Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS,
            Kind.PDU, Kind.RACK, Kind.RACK_RESERVATION, Kind.CABLE, Kind.POWER_FEED);

    private final EstateModel estates;
    private final Texts texts;
    private final ZoneId zone;
    private final WritableValue<List<RelocationRow>> rows;
    private final WritableValue<List<StepRow>> steps;
    private final WritableValue<Optional<RelocationPlan>> outlook;
    private final WritableValue<String> problem;
    private Optional<UUID> chosen = Optional.empty();
    private int loads;

    public RelocationsModel(EstateModel estates, Texts texts, ZoneId zone) {
        this.estates = estates;
        this.texts = texts;
        this.zone = zone;
        var realm = estates.estate().getRealm();
        rows = new WritableValue<>(realm, List.of(), List.class);
        steps = new WritableValue<>(realm, List.of(), List.class);
        outlook = new WritableValue<>(realm, Optional.empty(), Optional.class);
        problem = new WritableValue<>(realm, "", String.class);
    }

    public IObservableValue<List<RelocationRow>> rows() {
        return rows;
    }

    public IObservableValue<List<StepRow>> steps() {
        return steps;
    }

    /** What is left of the chosen one, before and after; empty while none is chosen. */
    public IObservableValue<Optional<RelocationPlan>> outlook() {
        return outlook;
    }

    /** What went wrong last; empty when nothing did. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** The chosen one, as it was loaded last. */
    public Optional<Relocation> chosen() {
        return rows.getValue().stream().map(RelocationRow::relocation)
                .filter(relocation -> chosen.filter(relocation.id()::equals).isPresent()).findFirst();
    }

    public void choose(Optional<UUID> relocation) {
        if (!relocation.equals(chosen)) {
            chosen = relocation;
            show();
            load();
        }
    }

    /** To be told of what changed. */
    public void changed(Recorded recorded) {
        if (recorded.kinds().stream().anyMatch(KINDS::contains)) {
            load();
        }
    }

    /** What was loaded together. */
    private record Loaded(List<Relocation> relocations, Optional<RelocationPlan> outlook) {}

    /** Loads again, in the background; an answer that is older than the last one asked for is dropped. */
    public void load() {
        int mine = ++loads;
        Optional<UUID> wanted = chosen;
        Outcome.of(estates, texts, core -> read(core, wanted), outcome -> {
            if (mine == loads) {
                problem.setValue(outcome.problem());
                outcome.value().ifPresent(this::loaded);
            }
        });
    }

    private static Loaded read(ServerCore core, Optional<UUID> wanted) throws Problem {
        List<Relocation> all = core.relocations().relocations(Optional.empty(), PageRequest.ALL).items();
        boolean there = wanted.isPresent() && all.stream().anyMatch(relocation -> relocation.id().equals(wanted.get()));
        return new Loaded(all, there ? Optional.of(core.relocations().outlook(wanted.get())) : Optional.empty());
    }

    private void loaded(Loaded loaded) {
        rows.setValue(loaded.relocations().stream().map(this::row).toList());
        outlook.setValue(loaded.outlook());
        show();
    }

    private RelocationRow row(Relocation relocation) {
        return new RelocationRow(relocation, relocation.title(), texts.of("relocation.state", relocation.state()),
                texts.get("relocation.progress", relocation.stepsDone(), relocation.steps()),
                relocation.begun().map(this::time).orElse(""));
    }

    private String time(java.time.Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(at);
    }

    private void show() {
        steps.setValue(chosen().map(this::steps).orElse(List.of()));
    }

    /** Machine by machine, each in the order in which its steps are done. */
    List<StepRow> steps(Relocation relocation) {
        var made = new ArrayList<StepRow>();
        for (RelocationMove move : relocation.moves()) {
            Map<RelocationAction, RelocationStep> done = new HashMap<>();
            move.done().forEach(step -> done.put(step.action(), step));
            for (RelocationAction action : RelocationAction.values()) {
                Optional<RelocationStep> step = Optional.ofNullable(done.get(action));
                made.add(new StepRow(move.device(), action, move.name(), texts.of("relocation.step", action),
                        place(action.compareTo(RelocationAction.MOUNT) < 0 ? move.from() : move.to()),
                        step.map(s -> texts.get("relocation.by", time(s.at()), s.by())).orElse(""),
                        relocation.open() && move.next().filter(action::equals).isPresent()));
            }
        }
        return made;
    }

    private String place(Mounting mounting) {
        Optional<Rack> rack = Optional.ofNullable(estates.estate().getValue().racks().get(mounting.rack()));
        return (rack.map(Rack::name).orElse("") + (mounting.zeroUnit() ? "" : " U" + mounting.lowest())).strip();
    }

    /** Says that a step is done. */
    public void tick(StepRow step, String note) {
        chosen().ifPresent(relocation -> Outcome.of(estates, texts,
                core -> core.relocations().done(relocation.id(), step.device(), step.action(), note), this::after));
    }

    /** Takes the chosen one back. */
    public void rollBack(String why) {
        chosen().ifPresent(relocation -> Outcome.of(estates, texts,
                core -> core.relocations().rollBack(relocation.id(), why), this::after));
    }

    private void after(Outcome<Relocation> outcome) {
        if (outcome.value().isPresent()) {
            load();
        } else {
            problem.setValue(outcome.problem());
        }
    }
}
