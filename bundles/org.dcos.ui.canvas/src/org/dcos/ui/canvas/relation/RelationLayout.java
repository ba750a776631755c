package org.dcos.ui.canvas.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.Nearest;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Node;

/** Where things and their relations are, in pixels at scale 1; what others hang on stands to the left of them. */
public final class RelationLayout {

    static final int NODE_WIDTH = 176;
    static final int NODE_HEIGHT = 40;
    static final int LAYER_GAP = 96;
    static final int ROOM = 52;
    static final int WAYPOINT = 16;
    static final int MARGIN = 24;

    /** A thing where it is seen. */
    public record Placed(Node node, Box box) {}

    /** A corner of a relation. */
    public record Point(int x, int y) {}

    /** A relation where it is seen. @param points from the left to the right */
    public record Line(Edge edge, List<Point> points, Box around) {}

    private final Map<String, Placed> nodes = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int width = 2 * MARGIN;
    private int height = 2 * MARGIN;

    private RelationLayout() {}

    public static RelationLayout of(RelationPicture picture) {
        var layout = new RelationLayout();
        if (!picture.nodes().isEmpty()) {
            layout.place(picture);
        }
        return layout;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public List<Placed> nodes() {
        return List.copyOf(nodes.values());
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public Optional<Placed> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Optional<Placed> at(int x, int y) {
        return nodes.values().stream().filter(placed -> placed.box().contains(x, y)).findFirst();
    }

    /** The thing that a cursor key leads to. */
    public Optional<String> step(String from, Step step) {
        var boxes = new LinkedHashMap<String, Box>();
        nodes.forEach((id, placed) -> boxes.put(id, placed.box()));
        return Nearest.from(from, step, boxes);
    }

    private void place(RelationPicture picture) {
        var index = new HashMap<String, Integer>();
        picture.nodes().forEach(node -> index.put(node.id(), index.size()));
        var pairs = picture.edges().stream().map(edge -> new int[] {index.get(edge.from()), index.get(edge.to())})
                .toList();
        var layering = new Layering(picture.nodes().size(), pairs);
        layering.align(ROOM, WAYPOINT);
        for (int layer = 0; layer < layering.layers(); layer++) {
            for (int vertex : layering.inLayer(layer)) {
                int middle = MARGIN + (int) Math.round(layering.place(vertex));
                if (vertex < picture.nodes().size()) {
                    var node = picture.nodes().get(vertex);
                    var box = new Box(left(layer), middle - NODE_HEIGHT / 2, NODE_WIDTH, NODE_HEIGHT);
                    nodes.put(node.id(), new Placed(node, box));
                }
                height = Math.max(height, middle + ROOM / 2 + MARGIN);
            }
        }
        width = left(layering.layers() - 1) + NODE_WIDTH + MARGIN;
        for (int i = 0; i < picture.edges().size(); i++) {
            lines.add(line(picture.edges().get(i), layering.way(i), layering));
        }
    }

    private static Line line(Edge edge, List<Integer> way, Layering layering) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < way.size(); i++) {
            int vertex = way.get(i);
            int y = MARGIN + (int) Math.round(layering.place(vertex));
            int x = left(layering.layer(vertex));
            if (i > 0) {
                points.add(new Point(x, y));
            }
            if (i < way.size() - 1) {
                points.add(new Point(x + NODE_WIDTH, y));
            }
        }
        int top = points.stream().mapToInt(Point::y).min().orElse(0);
        int bottom = points.stream().mapToInt(Point::y).max().orElse(0);
        int first = points.getFirst().x();
        return new Line(edge, List.copyOf(points),
                new Box(first, top - 2, points.getLast().x() - first + 1, bottom - top + 4));
    }

    private static int left(int layer) {
        return MARGIN + layer * (NODE_WIDTH + LAYER_GAP);
    }
}
