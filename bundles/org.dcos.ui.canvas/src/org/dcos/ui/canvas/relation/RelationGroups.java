package org.dcos.ui.canvas.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Node;

/**
 * Gathers nodes that are alike: same kind, same impact, same neighbours. Of a large group the first few stay, the
 * others become one node, {@code +47 servers}.
 *
 * @param picture what is left to be drawn
 * @param members the ids that a group node stands for
 */
public record RelationGroups(RelationPicture picture, Map<String, List<String>> members) {

    /** So many alike are all shown. */
    static final int MOST_ALIKE = 6;
    /** So many of a group stay as examples. */
    static final int SHOWN = 3;
    /** A picture with more things than this, after gathering, shows only one of each group. */
    static final int MANY = 60;
    private static final String GROUP = "group:";

    public RelationGroups {
        members = Map.copyOf(members);
    }

    private record Likeness(String kind, Impact impact, Set<String> neighbours) {}

    /** @param more with {@code %d} and {@code %s}, e.g. {@code +%d %s} @param open group ids that stay as they are */
    public static RelationGroups of(RelationPicture picture, String more, Set<String> open) {
        var gathered = of(picture, more, open, SHOWN);
        return gathered.picture().nodes().size() > MANY ? of(picture, more, open, 1) : gathered;
    }

    private static RelationGroups of(RelationPicture picture, String more, Set<String> open, int shown) {
        var neighbours = new HashMap<String, Set<String>>();
        for (var edge : picture.edges()) {
            neighbours.computeIfAbsent(edge.to(), _ -> new HashSet<>()).add("<" + edge.relation() + edge.from());
            neighbours.computeIfAbsent(edge.from(), _ -> new HashSet<>()).add(">" + edge.relation() + edge.to());
        }
        var alike = new LinkedHashMap<Likeness, List<Node>>();
        for (var node : picture.nodes()) {
            var likeness = new Likeness(node.kind().one(), node.impact(), neighbours.getOrDefault(node.id(), Set.of()));
            alike.computeIfAbsent(likeness, _ -> new ArrayList<>()).add(node);
        }
        var members = new HashMap<String, List<String>>();
        var groupOf = new HashMap<String, String>();
        var nodes = new ArrayList<Node>();
        for (var group : alike.values()) {
            String id = GROUP + group.getFirst().id();
            if (group.size() <= MOST_ALIKE || open.contains(id)) {
                nodes.addAll(group);
                continue;
            }
            nodes.addAll(group.subList(0, shown));
            var rest = group.subList(shown, group.size());
            nodes.add(gathered(id, rest, more));
            members.put(id, rest.stream().map(Node::id).toList());
            rest.forEach(node -> groupOf.put(node.id(), id));
        }
        var edges = new LinkedHashSet<Edge>();
        for (var edge : picture.edges()) {
            edges.add(new Edge(groupOf.getOrDefault(edge.from(), edge.from()),
                    groupOf.getOrDefault(edge.to(), edge.to()), edge.relation()));
        }
        return new RelationGroups(new RelationPicture(nodes, List.copyOf(edges)), members);
    }

    /** The group node that a thing is hidden in. */
    public Optional<String> groupOf(String id) {
        return members.entrySet().stream().filter(entry -> entry.getValue().contains(id)).map(Map.Entry::getKey)
                .findFirst();
    }

    public boolean isGroup(String id) {
        return members.containsKey(id);
    }

    private static Node gathered(String id, List<Node> rest, String more) {
        var first = rest.getFirst();
        var worst = rest.stream().map(Node::mark).reduce(Mark.NONE, Mark::worse);
        String name = more.formatted(rest.size(), first.kind().many());
        var facts = rest.stream().limit(8).map(node -> new Fact(node.name(), "", node.mark(), "")).toList();
        return new Node(id, first.kind(), name, worst, first.impact(), new Card(name, worst, "", facts));
    }
}
