package org.dcos.ui.canvas.relation;

import java.util.Map;

import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Relation;

/**
 * The few words that the graph says by itself, in the operator's language.
 *
 * @param canvas    name of the whole for a screen reader
 * @param relations one word for each relation, for the legend
 * @param impacts   one word for each impact but NONE
 * @param more      with {@code %d} and {@code %s}, on what stands for many
 */
public record RelationWords(String canvas, Map<Relation, String> relations, Map<Impact, String> impacts, String more,
        String empty) {

    public static final RelationWords ENGLISH = new RelationWords("Relations",
            Map.of(Relation.POWER, "power", Relation.NETWORK, "network", Relation.LOCATION, "place",
                    Relation.DEPENDENCY, "depends on"),
            Map.of(Impact.ROOT, "fails", Impact.LOST, "lost", Impact.DEGRADED, "degraded", Impact.UNAFFECTED,
                    "unaffected"),
            "+%d %s", "Nothing hangs on this");

    public RelationWords {
        relations = Map.copyOf(relations);
        impacts = Map.copyOf(impacts);
    }
}
