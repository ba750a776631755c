package org.dcos.ui.model.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** Where the cables of a device, port, cable or feed lead. Used in the realm. */
public final class TraceModel {

    /** Of so many ports of a device it is told where they lead before one is chosen. */
    private static final int MOST_FOLLOWED = 200;

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<TraceSight> sight;
    private Optional<RecordSelection.Of> subject = Optional.empty();
    private int asked;

    public TraceModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        sight = new WritableValue<>(estates.estate().getRealm(), TraceSight.NONE, TraceSight.class);
    }

    public IObservableValue<TraceSight> sight() {
        return sight;
    }

    /** Whether anything of this kind has a cable to follow. */
    public static boolean leads(Kind kind) {
        return kind.device() || kind == Kind.PORT || kind == Kind.CABLE || kind == Kind.POWER_FEED;
    }

    /** Goes over to another thing; the same again changes nothing, and neither does one without cables. */
    public void show(Kind kind, UUID id) {
        var next = new RecordSelection.Of(kind, id);
        if (leads(kind) && subject.filter(next::equals).isEmpty()) {
            subject = Optional.of(next);
            sight.setValue(TraceSight.NONE);
            load();
        }
    }

    public void clear() {
        asked++;
        subject = Optional.empty();
        sight.setValue(TraceSight.NONE);
    }

    /** Asks again, as after the records have changed; the chosen port stays so. */
    public void load() {
        var wish = sight.getValue().chosen();
        int mine = ++asked;
        subject.ifPresent(of -> Outcome.of(estates, texts, core -> read(core, of, wish), outcome -> {
            if (mine == asked) {
                sight.setValue(outcome.value()
                        .orElseGet(() -> new TraceSight("", List.of(), Optional.empty(), List.of(),
                                outcome.problem())));
            }
        }));
    }

    /** Follows another port of the device. */
    public void choose(UUID port) {
        var now = sight.getValue();
        if (now.chosen().filter(port::equals).isPresent()) {
            return;
        }
        int mine = ++asked;
        Outcome.of(estates, texts, core -> core.impacts().trace(port), outcome -> {
            if (mine == asked) {
                sight.setValue(new TraceSight(now.title(), now.ports(), Optional.of(port),
                        outcome.value().map(TraceLeg::of).orElse(List.of()), outcome.problem()));
            }
        });
    }

    private TraceSight read(ServerCore core, RecordSelection.Of of, Optional<UUID> wish) throws Problem {
        if (!of.kind().device()) {
            UUID from = of.kind() == Kind.CABLE ? ((Cable) core.records().item(Kind.CABLE, of.id())).a() : of.id();
            var legs = TraceLeg.of(core.impacts().trace(from));
            return new TraceSight(legs.isEmpty() ? "" : title(legs.getFirst(), legs.getLast()), List.of(),
                    Optional.of(from), legs, "");
        }
        var name = ((Device) core.records().item(of.kind(), of.id())).name();
        var ports = new ArrayList<>(core.records().list(Port.class, ItemFilter.field("device", of.id().toString()),
                new PageRequest(0, PageRequest.MAX_LIMIT)).items());
        ports.sort(Comparator.comparing(Port::kind).thenComparing(Port::name, NaturalOrder.INSTANCE));
        var rows = new ArrayList<PortRow>();
        Optional<Trace> chosen = Optional.empty();
        Optional<UUID> id = Optional.empty();
        for (var port : ports) {
            boolean follow = rows.size() < MOST_FOLLOWED;
            Optional<Trace> trace = follow ? Optional.of(core.impacts().trace(port.id())) : Optional.empty();
            rows.add(new PortRow(port.id(), port.name(), texts.of("trace.port", port.kind()),
                    trace.map(way -> far(way, port)).orElse("")));
            boolean wished = wish.filter(port.id()::equals).isPresent();
            boolean first = id.isEmpty() && trace.filter(way -> way.stops().size() > 1).isPresent();
            if (wished || wish.isEmpty() && first) {
                chosen = trace;
                id = Optional.of(port.id());
            }
        }
        return new TraceSight(name, rows, id, chosen.map(TraceLeg::of).orElse(List.of()), "");
    }

    private static String title(TraceLeg from, TraceLeg to) {
        return end(from) + " — " + end(to);
    }

    private static String end(TraceLeg leg) {
        return (leg.stop().deviceName() + " " + leg.stop().port()).strip();
    }

    /** The other end of a port's way. */
    private static String far(Trace way, Port port) {
        var first = way.stops().getFirst();
        var last = way.stops().getLast();
        var far = first.device().filter(port.device()::equals).isPresent() ? last : first;
        return way.stops().size() < 2 ? "" : (far.deviceName() + " " + far.port()).strip();
    }
}
