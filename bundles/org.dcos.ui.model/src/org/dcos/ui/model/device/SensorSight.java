package org.dcos.ui.model.device;

import java.util.List;

/**
 * The sensors that are wanted, by kind.
 *
 * @param all how many there are at all
 * @param bad how many of all need a look
 */
public record SensorSight(int all, int bad, List<Group> groups) {

    static final SensorSight NOTHING = new SensorSight(0, 0, List.of());

    public SensorSight {
        groups = List.copyOf(groups);
    }

    /**
     * Sensors of one kind.
     *
     * @param note how many, and how many of them need a look
     */
    public record Group(SensorKind kind, String title, String note, List<SensorRow> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }
}
