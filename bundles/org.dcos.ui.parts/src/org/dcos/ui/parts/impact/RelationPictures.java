package org.dcos.ui.parts.impact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.relation.RelationPicture;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Node;
import org.dcos.ui.canvas.relation.RelationPicture.Relation;
import org.dcos.ui.canvas.relation.RelationWords;
import org.dcos.ui.model.text.PlaceWords;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.KindIcons;

/** Turns the graph of an impact into what the canvas draws. */
final class RelationPictures {

    private final Texts parts;
    private final Texts model;
    private final PlaceWords places;

    RelationPictures(Texts parts, Texts model) {
        this.parts = parts;
        this.model = model;
        places = new PlaceWords(model);
    }

    RelationWords words() {
        Map<Relation, String> relations = new EnumMap<>(Relation.class);
        for (var relation : Relation.values()) {
            relations.put(relation, parts.of("impact.relation", relation));
        }
        Map<Impact, String> impacts = new EnumMap<>(Impact.class);
        for (var impact : List.of(Impact.ROOT, Impact.LOST, Impact.DEGRADED, Impact.UNAFFECTED)) {
            impacts.put(impact, parts.of("impact.what", impact));
        }
        return new RelationWords(parts.get("impact.title"), relations, impacts, parts.get("impact.more"),
                parts.get("impact.choose"));
    }

    RelationPicture picture(Optional<ImpactGraph> graph) {
        return graph.map(this::drawn).orElse(RelationPicture.EMPTY);
    }

    private RelationPicture drawn(ImpactGraph graph) {
        var root = graph.things().getFirst();
        var nodes = graph.things().stream()
                .map(thing -> node(thing, thing.equals(root) ? Impact.ROOT : impact(thing.hit()))).toList();
        var edges = graph.ties().stream()
                .map(tie -> new Edge(tie.from().toString(), tie.to().toString(), switch (tie.by()) {
                    case PLACE -> Relation.LOCATION;
                    case POWER -> Relation.POWER;
                    case NETWORK -> Relation.NETWORK;
                    case DEPENDENCY -> Relation.DEPENDENCY;
                })).toList();
        return new RelationPicture(nodes, edges);
    }

    private static Impact impact(Optional<Severity> hit) {
        return hit.map(severity -> switch (severity) {
            case LOST -> Impact.LOST;
            case DEGRADED -> Impact.DEGRADED;
        }).orElse(Impact.UNAFFECTED);
    }

    private Node node(ImpactGraph.Thing thing, Impact impact) {
        var one = model.of("kind.one", thing.kind());
        var place = places.said(thing.place());
        var facts = place.isEmpty() ? List.of(Fact.of(one, ""))
                : List.of(Fact.of(one, ""), Fact.of(parts.get("impact.place"), place));
        return new Node(thing.id().toString(),
                new RelationPicture.Kind(KindIcons.of(thing.kind()), one, model.of("kind.many", thing.kind())),
                thing.name(), Mark.NONE, impact,
                new Card(thing.name(), Mark.NONE, parts.of("impact.what", impact), facts));
    }
}
