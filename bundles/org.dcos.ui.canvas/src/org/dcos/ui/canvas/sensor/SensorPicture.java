package org.dcos.ui.canvas.sensor;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.mark.Mark;

/**
 * Sensors in groups.
 *
 * @param title for a screen reader
 * @param empty what stands there when there is no group
 */
public record SensorPicture(String title, String empty, List<Group> groups) {

    public static final SensorPicture NONE = new SensorPicture("", "", List.of());

    public SensorPicture {
        groups = List.copyOf(groups);
    }

    /** Sensors of a kind. @param note beside the title: how many there are, and how many of them need a look */
    public record Group(String title, String note, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One sensor.
     *
     * @param id    unique in the picture
     * @param value with its unit; empty for a sensor that has only states
     * @param state how it is, in a word or two
     * @param muted no reading, or an old one: it is greyed
     * @param scale where the value is; empty for a sensor that has only states
     * @param pills the states of a discrete sensor
     */
    public record Row(String id, String name, Mark mark, String value, String state, String age, boolean muted,
            Optional<SensorScale> scale, List<String> pills) {
        public Row {
            pills = List.copyOf(pills);
        }
    }
}
