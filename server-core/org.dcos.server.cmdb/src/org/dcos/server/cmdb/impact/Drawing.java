package org.dcos.server.cmdb.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.ImpactGraph.Count;
import org.dcos.domain.impact.ImpactGraph.Share;
import org.dcos.domain.impact.ImpactGraph.Thing;
import org.dcos.domain.impact.ImpactGraph.Tie;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/** Puts an outage, and what the thing hangs on itself, into a graph of few enough things to be drawn. */
final class Drawing {

    private static final int LEVELS = 4;
    private static final int MOST_ABOVE = 60;

    /** A thing that is hit. */
    record Hit(Item item, Severity severity) {}

    private final View view;
    private final Words words;
    private final Outage outage;
    private final Supports supports;
    private final Item gone;
    private final Map<UUID, Thing> things = new LinkedHashMap<>();
    private final Set<Tie> ties = new LinkedHashSet<>();

    Drawing(View view, NetworkWays ways, Outage outage, Item gone) {
        this.view = view;
        this.words = new Words(view);
        this.outage = outage;
        this.supports = new Supports(view, ways);
        this.gone = gone;
    }

    /** @param hits all of them, in the order in which they are told */
    ImpactGraph graph(List<Hit> hits, int most) {
        Map<UUID, Severity> severity = new HashMap<>();
        hits.forEach(hit -> severity.put(hit.item().id(), hit.severity()));
        thing(gone, Optional.empty());
        above(severity);
        List<Hit> drawn = hits.subList(0, Math.min(most, hits.size()));
        drawn.forEach(hit -> thing(hit.item(), Optional.of(hit.severity())));
        for (Hit hit : drawn) {
            way(hit.item(), severity);
        }
        drawn.forEach(hit -> between(hit.item(), severity.keySet()));
        return new ImpactGraph(List.copyOf(things.values()), List.copyOf(ties), counts(hits), shares(hits),
                hits.size() - drawn.size());
    }

    private void thing(Item item, Optional<Severity> hit) {
        things.putIfAbsent(item.id(), new Thing(Kind.of(item), item.id(), words.name(item), words.place(item), hit));
    }

    /** What the thing hangs on, a few levels up; a switch may be hit by what hangs on it, for it has a cable less. */
    private void above(Map<UUID, Severity> severity) {
        List<Item> level = List.of(gone);
        Set<UUID> seen = new HashSet<>(Set.of(gone.id()));
        for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
            var next = new ArrayList<Item>();
            for (Item item : level) {
                supports.of(item).forEach((id, cause) -> {
                    boolean known = seen.contains(id);
                    boolean near = cause != Cause.PLACE || item.equals(gone) || item instanceof Rack;
                    if (near && (known || seen.size() < MOST_ABOVE)) {
                        if (seen.add(id)) {
                            Item above = view.item(id).orElseThrow();
                            thing(above, Optional.ofNullable(severity.get(id)));
                            next.add(above);
                        }
                        ties.add(new Tie(id, item.id(), cause));
                    }
                });
            }
            level = next;
        }
    }

    /** From the thing to one that is hit; a port or cable on the way is passed over. */
    private void way(Item hit, Map<UUID, Severity> severity) {
        UUID from = gone.id();
        for (UUID id : outage.path(hit.id())) {
            if (id.equals(gone.id())) {
                continue;
            }
            Optional<Severity> how = Optional.ofNullable(severity.get(id));
            if (how.isPresent()) {
                view.item(id).ifPresent(item -> thing(item, how));
                var tie = new Tie(from, id, outage.cause(id));
                if (tie.by() != Cause.NETWORK || !ties.contains(new Tie(id, from, Cause.NETWORK))) {
                    ties.add(tie);
                }
                from = id;
            }
        }
    }

    /** By what else it hangs together with what is drawn, as a second supply that is hit too. */
    private void between(Item hit, Set<UUID> all) {
        supports.of(hit).forEach((id, cause) -> {
            boolean told = cause != Cause.PLACE || id.equals(gone.id()) || all.contains(id);
            if (told && things.containsKey(id) && !ties.contains(new Tie(hit.id(), id, cause))) {
                ties.add(new Tie(id, hit.id(), cause));
            }
        });
    }

    private static List<Count> counts(List<Hit> hits) {
        Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
        for (Hit hit : hits) {
            counts.computeIfAbsent(Kind.of(hit.item()), _ -> new int[2])[hit.severity().ordinal()]++;
        }
        return counts.entrySet().stream().map(e -> new Count(e.getKey(), e.getValue()[0], e.getValue()[1])).toList();
    }

    private List<Share> shares(List<Hit> hits) {
        Map<UUID, int[]> counts = new LinkedHashMap<>();
        for (Hit hit : hits) {
            if (hit.item() instanceof Device device) {
                device.business().ifPresent(
                        business -> counts.computeIfAbsent(business, _ -> new int[2])[hit.severity().ordinal()]++);
            } else if (hit.item() instanceof Business business) {
                counts.computeIfAbsent(business.id(), _ -> new int[2]);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Share(e.getKey(), words.name(e.getKey()), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingInt(Share::lost).thenComparingInt(Share::degraded).reversed()
                        .thenComparing(Share::name))
                .toList();
    }
}
