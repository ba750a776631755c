package org.dcos.ui.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.model.text.PlaceWords;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** One thing among what it hangs on, and all that is hit when it goes. Used in the realm. */
public final class ImpactModel {

    private static final int MOST_DRAWN = 600;

    private final EstateModel estates;
    private final Texts texts;
    private final PlaceWords places;
    private final WritableValue<ImpactSight> sight;
    private int asked;

    public ImpactModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        places = new PlaceWords(texts);
        sight = new WritableValue<>(estates.estate().getRealm(), ImpactSight.NONE, ImpactSight.class);
    }

    public IObservableValue<ImpactSight> sight() {
        return sight;
    }

    /** Goes over to another thing; the same again changes nothing. */
    public void show(Kind kind, UUID id) {
        var next = new RecordSelection.Of(kind, id);
        if (sight.getValue().subject().filter(next::equals).isEmpty()) {
            sight.setValue(new ImpactSight(Optional.of(next), Optional.empty(), List.of(), "",
                    texts.get("impact.loading"), List.of(), ""));
            load();
        }
    }

    public void clear() {
        asked++;
        sight.setValue(ImpactSight.NONE);
    }

    private record Loaded(ImpactGraph graph, List<Hurt> hurt) {}

    /** Asks again, as after the records have changed; what is shown stays until the answer is there. */
    public void load() {
        int mine = ++asked;
        sight.getValue().subject().ifPresent(of -> Outcome.of(estates, texts, core -> read(core, of.id()), outcome -> {
            if (mine == asked) {
                sight.setValue(outcome.value().map(loaded -> made(of, loaded))
                        .orElseGet(() -> new ImpactSight(Optional.of(of), Optional.empty(), List.of(), "", "",
                                List.of(), outcome.problem())));
            }
        }));
    }

    private static Loaded read(ServerCore core, UUID id) throws Problem {
        var hurt = new ArrayList<Hurt>();
        Page<Hurt> page;
        do {
            page = core.impacts().of(id, new PageRequest(hurt.size(), PageRequest.MAX_LIMIT));
            hurt.addAll(page.items());
        } while (!page.items().isEmpty() && hurt.size() < page.total());
        return new Loaded(core.impacts().graph(id, MOST_DRAWN), hurt);
    }

    private ImpactSight made(RecordSelection.Of of, Loaded loaded) {
        var graph = loaded.graph();
        var rows = loaded.hurt().stream().map(this::row).toList();
        var root = graph.things().getFirst();
        var title = texts.get("impact.title", texts.of("kind.one", root.kind()), root.name());
        var counts = graph.counts().stream().map(this::count).collect(Collectors.joining(" · "));
        var left = graph.left() == 0 ? Stream.<String>empty() : Stream.of(texts.get("impact.left", graph.left()));
        var summary = rows.isEmpty() ? texts.get("impact.nothing")
                : Stream.concat(Stream.of(counts), left).collect(Collectors.joining(" · "));
        var businesses = graph.businesses().stream()
                .map(share -> texts.get("impact.business", share.name(), share.lost(), share.degraded())).toList();
        return new ImpactSight(Optional.of(of), Optional.of(graph), rows, title, summary, businesses, "");
    }

    private String count(ImpactGraph.Count count) {
        var parts = new ArrayList<String>();
        if (count.lost() > 0) {
            parts.add(texts.get("impact.count.LOST", count.lost()));
        }
        if (count.degraded() > 0) {
            parts.add(texts.get("impact.count.DEGRADED", count.degraded()));
        }
        return texts.get("impact.count", texts.of("kind.many", count.kind()), String.join(", ", parts));
    }

    private HurtRow row(Hurt hurt) {
        return new HurtRow(hurt.kind(), hurt.id(), hurt.severity(), texts.of("impact.hit", hurt.severity()),
                texts.of("kind.one", hurt.kind()), hurt.name(), places.said(hurt.place()),
                texts.of("impact.cause", hurt.cause()), String.join(" → ", hurt.path()));
    }

    /** The list as text: a head, then a line for each thing, with tabs between, as spreadsheets take it. */
    public String text() {
        var now = sight.getValue();
        var head = Stream.of("hit", "kind", "name", "place", "cause", "path")
                .map(key -> texts.get("impact.head." + key))
                .collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(now.title(), now.summary(), String.join("\n", now.businesses()), head)
                .filter(line -> !line.isEmpty()),
                now.rows().stream().map(row -> String.join("\t", row.hit(), row.kindWord(), row.name(), row.place(),
                        row.cause(), row.path())))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
