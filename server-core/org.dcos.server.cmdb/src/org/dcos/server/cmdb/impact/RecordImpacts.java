package org.dcos.server.cmdb.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.Impacts;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Impact and traces over the records as they are. */
@Component
public final class RecordImpacts implements Impacts {

    /** Parts of what is told anyway. */
    private static final Set<Kind> PARTS = EnumSet.of(Kind.PORT, Kind.CABLE);

    private final LiveRecords records;
    private final NetworkWays ways = new NetworkWays();

    @Activate
    public RecordImpacts(@Reference LiveRecords records) {
        this.records = records;
        records.follow(ways);
    }

    @Deactivate
    void close() {
        records.leave(ways);
    }

    @Override
    public Page<Hurt> of(UUID gone, PageRequest page) throws Problem {
        Optional<Page<Hurt>> hurt = records.read(view -> view.item(gone).map(item -> hurt(view, item, page)));
        return hurt.orElseThrow(() -> NotFound.of("thing", gone));
    }

    private Page<Hurt> hurt(View view, Item gone, PageRequest page) {
        var outage = new Outage(view, ways, gone);
        var words = new Words(view);
        List<Drawing.Hit> all = hits(view, outage, gone);
        List<Hurt> told = all.stream().skip(page.offset()).limit(page.limit())
                .map(hit -> new Hurt(Kind.of(hit.item()), hit.item().id(), words.name(hit.item()),
                        words.place(hit.item()), hit.severity(), outage.cause(hit.item().id()),
                        outage.path(hit.item().id()).stream().map(words::name).toList()))
                .toList();
        return new Page<>(told, page.offset(), all.size());
    }

    /** Lost things first, then by kind and name. */
    private static List<Drawing.Hit> hits(View view, Outage outage, Item gone) {
        var words = new Words(view);
        record Named(Drawing.Hit hit, String name) {}
        return Stream.concat(
                outage.lost().keySet().stream().map(id -> Map.entry(id, Severity.LOST)),
                outage.degraded().keySet().stream().map(id -> Map.entry(id, Severity.DEGRADED)))
                .flatMap(e -> view.item(e.getKey())
                        .filter(item -> !item.id().equals(gone.id()) && !PARTS.contains(Kind.of(item)))
                        .map(item -> new Named(new Drawing.Hit(item, e.getValue()), words.name(item))).stream())
                .sorted(Comparator.<Named, Severity>comparing(named -> named.hit().severity())
                        .thenComparing(named -> Kind.of(named.hit().item()))
                        .thenComparing(Named::name, NaturalOrder.INSTANCE)
                        .thenComparing(named -> named.hit().item().id()))
                .map(Named::hit).toList();
    }

    @Override
    public ImpactGraph graph(UUID thing, int most) throws Problem {
        if (most < 1 || most > ImpactGraph.MOST) {
            throw Invalid.field("most", "Ask for 1 to %d things, not %d.".formatted(ImpactGraph.MOST, most));
        }
        Optional<ImpactGraph> graph = records.read(view -> view.item(thing).map(item -> {
            var outage = new Outage(view, ways, item);
            return new Drawing(view, ways, outage, item).graph(hits(view, outage, item), most);
        }));
        return graph.orElseThrow(() -> NotFound.of("thing", thing));
    }

    @Override
    public Trace trace(UUID port) throws Problem {
        Optional<Trace> trace = records.read(view -> view.item(port)
                .filter(item -> item instanceof Port || Kind.of(item) == Kind.POWER_FEED)
                .map(item -> trace(view, item.id())));
        return trace.orElseThrow(() -> NotFound.of("port", port));
    }

    private static Trace trace(View view, UUID from) {
        var way = new CableWay(view, true);
        List<CableWay.Step> inward = way.inward(from);
        var steps = new ArrayList<CableWay.Step>();
        inward.reversed().forEach(step -> steps.add(new CableWay.Step(step.to(), step.from(), step.cable())));
        steps.addAll(way.outward(from));
        var stops = new ArrayList<Trace.Stop>();
        for (CableWay.Step step : steps) {
            stops.add(stop(view, step.from(), step.cable()));
        }
        stops.add(stop(view, steps.isEmpty() ? from : steps.getLast().to(), Optional.empty()));
        return new Trace(stops, inward.size());
    }

    private static Trace.Stop stop(View view, UUID id, Optional<Cable> cable) {
        var words = new Words(view);
        Item item = view.item(id).orElseThrow();
        Optional<Trace.Line> line = cable.map(c -> new Trace.Line(c.id(), words.name(c), c.state(), c.medium(),
                c.colour(), c.lengthMetres()));
        return item instanceof Port port
                ? new Trace.Stop(id, Optional.of(port.device()), words.name(port.device()), words.place(port),
                        port.name(), Optional.of(port.kind()), port.connector(), line)
                : new Trace.Stop(id, Optional.empty(), "", words.place(item), words.name(item), Optional.empty(), "",
                        line);
    }
}
