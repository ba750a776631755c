package org.dcos.ui.model.floor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dcos.domain.cmdb.Rack;
import org.dcos.ui.model.text.NaturalOrder;

/**
 * Where the racks of a room stand. Rows lie one below the other by their names, and their racks at the places that are
 * recorded; a rack without one takes the next free place in the order of the names. Racks of no recorded row are put
 * together by what their names begin with: {@code C01} and {@code C02} stand in one line. Pure arithmetic.
 *
 * @param lines from top to bottom
 */
public record FloorPlan(List<Line> lines) {

    /** What is longer than this is a line break away: nobody places three hundred racks in one row. */
    static final int LONGEST = 40;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[\\s_.-]*\\d+\\D*");

    public FloorPlan {
        lines = List.copyOf(lines);
    }

    /**
     * A row.
     *
     * @param row   as recorded; empty for racks that stand in no recorded row
     * @param spots from left to right; empty where nothing stands
     */
    public record Line(String row, List<Optional<Rack>> spots) {
        public Line {
            spots = List.copyOf(spots);
        }
    }

    /** Racks of one line. */
    private record Group(String row, List<Rack> racks) {}

    public static FloorPlan of(Collection<Rack> racks) {
        var rows = new TreeMap<String, List<Rack>>(NaturalOrder.INSTANCE);
        var loose = new TreeMap<String, List<Rack>>(NaturalOrder.INSTANCE);
        racks.stream().sorted(Comparator.comparing(Rack::name, NaturalOrder.INSTANCE).thenComparing(Rack::id))
                .forEach(rack -> (rack.row().isEmpty() ? loose : rows)
                        .computeIfAbsent(rack.row().isEmpty() ? beginning(rack.name()) : rack.row(),
                                _ -> new ArrayList<>())
                        .add(rack));
        var groups = new ArrayList<Group>();
        rows.forEach((row, inside) -> groups.add(new Group(row, inside)));
        lines(loose).forEach(inside -> groups.add(new Group("", inside)));
        return new FloorPlan(groups.stream().map(group -> new Line(group.row(), spots(group.racks()))).toList());
    }

    /** {@code C} of {@code C01}; names that have no number in common are of one line. */
    private static String beginning(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Single racks share a line; too long ones are broken. */
    private static List<List<Rack>> lines(Map<String, List<Rack>> groups) {
        var lines = new ArrayList<List<Rack>>();
        var single = new ArrayList<Rack>();
        groups.forEach((beginning, group) -> {
            if (group.size() == 1 || beginning.isEmpty()) {
                single.addAll(group);
            } else {
                lines.addAll(broken(group));
            }
        });
        if (!single.isEmpty()) {
            single.sort(Comparator.comparing(Rack::name, NaturalOrder.INSTANCE));
            lines.addAll(broken(single));
        }
        return lines;
    }

    private static List<List<Rack>> broken(List<Rack> racks) {
        int parts = (racks.size() + LONGEST - 1) / LONGEST;
        int most = (racks.size() + parts - 1) / parts;
        var lines = new ArrayList<List<Rack>>();
        for (int from = 0; from < racks.size(); from += most) {
            lines.add(racks.subList(from, Math.min(racks.size(), from + most)));
        }
        return lines;
    }

    private static List<Optional<Rack>> spots(List<Rack> racks) {
        var spots = new ArrayList<Optional<Rack>>();
        var placeless = new ArrayList<Rack>();
        for (Rack rack : racks) {
            int place = rack.place().orElse(0) - 1;
            if (place < 0 || place >= 4 * LONGEST || place < spots.size() && spots.get(place).isPresent()) {
                placeless.add(rack);
                continue;
            }
            while (spots.size() <= place) {
                spots.add(Optional.empty());
            }
            spots.set(place, Optional.of(rack));
        }
        int from = 0;
        for (Rack rack : placeless) {
            while (from < spots.size() && spots.get(from).isPresent()) {
                from++;
            }
            if (from == spots.size()) {
                spots.add(Optional.empty());
            }
            spots.set(from, Optional.of(rack));
        }
        return spots;
    }
}
