package org.dcos.ui.canvas.relation;

import java.util.HashSet;
import java.util.List;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;

/**
 * Things and how they hang together.
 *
 * @param edges between nodes of the picture
 */
public record RelationPicture(List<Node> nodes, List<Edge> edges) {

    public static final RelationPicture EMPTY = new RelationPicture(List.of(), List.of());

    public RelationPicture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        var ids = new HashSet<String>();
        nodes.forEach(node -> ids.add(node.id()));
        for (var edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException(
                        "the relation %s → %s has an end that is not in the picture".formatted(edge.from(), edge.to()));
            }
        }
    }

    /** How one thing hangs on another. */
    public enum Relation { POWER, NETWORK, LOCATION, DEPENDENCY }

    /** What becomes of a thing when the root fails. */
    public enum Impact {
        /** Nothing has been asked. */
        NONE,
        /** What fails. */
        ROOT, LOST, DEGRADED, UNAFFECTED
    }

    /** What a thing is. @param many its plural, for a group, e.g. {@code servers} */
    public record Kind(Icon icon, String one, String many) {}

    /** One thing. @param id what a hit and the selection give back; unique in the picture */
    public record Node(String id, Kind kind, String name, Mark mark, Impact impact, Card card) {}

    /** {@code to} hangs on {@code from}: drawn from left to right. */
    public record Edge(String from, String to, Relation relation) {}
}
