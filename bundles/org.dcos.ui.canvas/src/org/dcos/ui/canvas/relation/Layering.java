package org.dcos.ui.canvas.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A layered drawing of a directed graph (after Sugiyama, Tagawa, Toda, "Methods for visual understanding of
 * hierarchical system structures", 1981): edges that close a cycle are turned round; each node stands in the layer
 * after its last predecessor; an edge over several layers gets a waypoint in each between; layers are ordered by the
 * mean of their neighbours as long as that saves crossings; at last each vertex comes as near to its neighbours as its
 * order and the room between vertices allow. Pure arithmetic; vertices are numbers, those from {@code nodes} on are
 * waypoints.
 */
final class Layering {

    private static final int SWEEPS = 10;
    private static final int ALIGNMENTS = 8;

    private final int nodes;
    private final List<int[]> edges = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> ways = new ArrayList<>();
    private int[] layer;
    private List<List<Integer>> layers = new ArrayList<>();
    private double[] place = {};

    /** @param pairs from and to of each edge */
    Layering(int nodes, List<int[]> pairs) {
        this.nodes = nodes;
        this.layer = new int[nodes];
        pairs.forEach(pair -> edges.add(pair.clone()));
        breakCycles();
        assignLayers();
        addWaypoints();
        order();
    }

    int layers() {
        return layers.size();
    }

    int layer(int vertex) {
        return layer[vertex];
    }

    List<Integer> inLayer(int index) {
        return List.copyOf(layers.get(index));
    }

    /** The vertices that an edge passes, from the left to the right; its ends included. */
    List<Integer> way(int edge) {
        return List.copyOf(ways.get(edge));
    }

    /** Middle of a vertex across the layers, after {@link #align}. */
    double place(int vertex) {
        return place[vertex];
    }

    int crossings() {
        int sum = 0;
        for (int i = 0; i + 1 < layers.size(); i++) {
            sum += crossings(layers.get(i), layers.get(i + 1));
        }
        return sum;
    }

    /** @param node room that a node takes @param waypoint room that a waypoint takes */
    void align(double node, double waypoint) {
        place = new double[layer.length];
        for (var row : layers) {
            double at = 0;
            for (int vertex : row) {
                double room = vertex < nodes ? node : waypoint;
                place[vertex] = at + room / 2;
                at += room;
            }
        }
        for (int pass = 0; pass < ALIGNMENTS; pass++) {
            boolean down = pass % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                int index = down ? i : layers.size() - 1 - i;
                alignRow(layers.get(index), down ? before : after, node, waypoint);
            }
        }
        double least = Double.MAX_VALUE;
        for (int vertex = 0; vertex < place.length; vertex++) {
            least = Math.min(least, place[vertex] - (vertex < nodes ? node : waypoint) / 2);
        }
        for (int vertex = 0; vertex < place.length; vertex++) {
            place[vertex] -= least;
        }
    }

    /**
     * Least squares with the order kept: what would overlap moves together to its mean (pool adjacent violators).
     */
    private void alignRow(List<Integer> row, List<List<Integer>> neighbours, double node, double waypoint) {
        int size = row.size();
        var offset = new double[size];
        var mean = new double[size];
        var weight = new double[size];
        var count = new int[size];
        int blocks = 0;
        double at = 0;
        for (int i = 0; i < size; i++) {
            int vertex = row.get(i);
            double room = vertex < nodes ? node : waypoint;
            offset[i] = at + room / 2;
            at += room;
            var near = neighbours.get(vertex);
            double wanted = near.isEmpty() ? place[vertex]
                    : near.stream().mapToDouble(other -> place[other]).average().orElse(place[vertex]);
            mean[blocks] = wanted - offset[i];
            weight[blocks] = near.isEmpty() ? 0.1 : near.size();
            count[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double sum = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1])
                        / sum;
                weight[blocks - 2] = sum;
                count[blocks - 2] += count[blocks - 1];
                blocks--;
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int n = 0; n < count[block]; n++, i++) {
                place[row.get(i)] = mean[block] + offset[i];
            }
        }
    }

    private void breakCycles() {
        var outgoing = new ArrayList<List<Integer>>();
        for (int i = 0; i < nodes; i++) {
            outgoing.add(new ArrayList<>());
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            outgoing.get(edges.get(edge)[0]).add(edge);
        }
        var state = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            visit(node, outgoing, state);
        }
    }

    /** Depth first; an edge back to what is still open is turned round. */
    private void visit(int node, List<List<Integer>> outgoing, int[] state) {
        if (state[node] != 0) {
            return;
        }
        state[node] = 1;
        for (int edge : outgoing.get(node)) {
            int to = edges.get(edge)[1];
            if (state[to] == 1) {
                edges.set(edge, new int[] {to, node});
            } else {
                visit(to, outgoing, state);
            }
        }
        state[node] = 2;
    }

    private void assignLayers() {
        for (int round = 0; round < nodes; round++) {
            boolean moved = false;
            for (var edge : edges) {
                if (edge[0] != edge[1] && layer[edge[1]] <= layer[edge[0]]) {
                    layer[edge[1]] = layer[edge[0]] + 1;
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
        }
        var nearest = new int[nodes];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        var fed = new boolean[nodes];
        for (var edge : edges) {
            if (edge[0] != edge[1]) {
                nearest[edge[0]] = Math.min(nearest[edge[0]], layer[edge[1]] - 1);
                fed[edge[1]] = true;
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (!fed[node] && nearest[node] != Integer.MAX_VALUE) {
                layer[node] = nearest[node]; // what nothing leads to stands right before what it leads to
            }
        }
    }

    private void addWaypoints() {
        var all = new ArrayList<Integer>();
        Arrays.stream(layer).forEach(all::add);
        for (int i = 0; i < nodes; i++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        for (var edge : edges) {
            var way = new ArrayList<Integer>();
            way.add(edge[0]);
            for (int between = layer[edge[0]] + 1; between < layer[edge[1]]; between++) {
                way.add(all.size());
                all.add(between);
                before.add(new ArrayList<>());
                after.add(new ArrayList<>());
            }
            way.add(edge[1]);
            ways.add(way);
            for (int i = 1; edge[0] != edge[1] && i < way.size(); i++) {
                after.get(way.get(i - 1)).add(way.get(i));
                before.get(way.get(i)).add(way.get(i - 1));
            }
        }
        layer = all.stream().mapToInt(Integer::intValue).toArray();
    }

    private void order() {
        int deepest = Arrays.stream(layer).max().orElse(-1);
        for (int i = 0; i <= deepest; i++) {
            layers.add(new ArrayList<>());
        }
        for (int vertex = 0; vertex < layer.length; vertex++) {
            layers.get(layer[vertex]).add(vertex);
        }
        var best = copy(layers);
        int least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                int index = down ? i : layers.size() - 1 - i;
                sort(layers.get(index), layers.get(down ? index - 1 : index + 1), down ? before : after);
            }
            int now = crossings();
            if (now < least) {
                least = now;
                best = copy(layers);
            }
        }
        layers = best;
    }

    private void sort(List<Integer> row, List<Integer> fixed, List<List<Integer>> neighbours) {
        var rank = ranks(fixed);
        var mean = new double[layer.length];
        for (int i = 0; i < row.size(); i++) {
            int vertex = row.get(i);
            double own = i * (double) fixed.size() / row.size();
            mean[vertex] = neighbours.get(vertex).stream().mapToInt(other -> rank[other]).average().orElse(own);
        }
        row.sort(Comparator.comparingDouble(vertex -> mean[vertex]));
    }

    private int crossings(List<Integer> left, List<Integer> right) {
        var rank = ranks(right);
        var ends = new ArrayList<Integer>();
        for (int vertex : left) {
            after.get(vertex).stream().map(other -> rank[other]).sorted().forEach(ends::add);
        }
        int[] tree = new int[right.size() + 1]; // how many ends so far are at most so far down (Fenwick)
        int sum = 0;
        for (int i = 0; i < ends.size(); i++) {
            int upTo = 0;
            for (int at = ends.get(i) + 1; at > 0; at -= at & -at) {
                upTo += tree[at];
            }
            sum += i - upTo;
            for (int at = ends.get(i) + 1; at < tree.length; at += at & -at) {
                tree[at]++;
            }
        }
        return sum;
    }

    private int[] ranks(List<Integer> row) {
        var rank = new int[layer.length];
        for (int i = 0; i < row.size(); i++) {
            rank[row.get(i)] = i;
        }
        return rank;
    }

    private static List<List<Integer>> copy(List<List<Integer>> layers) {
        var copy = new ArrayList<List<Integer>>();
        layers.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }
}
