package org.dcos.ui.model.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.dcos.ui.model.capacity.Load;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RackSight.Line;

/**
 * A room as it is shown from above.
 *
 * @param room  empty while none is chosen
 * @param title {@code Room 201 · Shanghai A}
 * @param rows  from top to bottom
 * @param loads of each rack, as far as they are known
 */
public record FloorSight(Optional<UUID> room, String title, List<Row> rows, Map<UUID, Load> loads) {

    public static final FloorSight NONE = new FloorSight(Optional.empty(), "", List.of(), Map.of());

    public FloorSight {
        rows = List.copyOf(rows);
        loads = Map.copyOf(loads);
    }

    /**
     * A row of racks.
     *
     * @param row      as recorded; may be empty
     * @param name     as shown
     * @param frontsUp whether the fronts look up the plan; else down
     * @param spots    from left to right; empty where nothing stands
     */
    public record Row(String row, String name, boolean frontsUp, List<Optional<RackTile>> spots) {
        public Row {
            spots = List.copyOf(spots);
        }
    }

    /**
     * A rack.
     *
     * @param mark      the worst of what is in it
     * @param state     that in a word
     * @param usedUnits taken and reserved, rounded up
     * @param watts     drawn now
     * @param budget    watts that may be drawn
     * @param age       of the oldest power state known of its servers
     * @param why       what is worst, in a sentence; may be empty
     */
    public record RackTile(UUID id, String name, Mark mark, String state, int usedUnits, int heightUnits,
            OptionalDouble watts, OptionalDouble budget, Optional<Duration> age, String ageText, String why,
            List<Line> facts) {
        public RackTile {
            facts = List.copyOf(facts);
        }
    }

    /** The row that a rack stands in, as recorded. */
    public Optional<Row> rowOf(UUID rack) {
        return rows.stream().filter(row -> row.spots().stream().flatMap(Optional::stream)
                .anyMatch(tile -> tile.id().equals(rack))).findFirst();
    }

    /** Of all racks together. */
    public Load load() {
        return loads.values().stream().reduce(Load.NONE, Load::plus);
    }

    /** Of the racks of a row together. */
    public Load load(Row row) {
        return row.spots().stream().flatMap(Optional::stream)
                .map(tile -> loads.getOrDefault(tile.id(), Load.NONE)).reduce(Load.NONE, Load::plus);
    }

    public Load load(UUID rack) {
        return loads.getOrDefault(rack, Load.NONE);
    }
}
