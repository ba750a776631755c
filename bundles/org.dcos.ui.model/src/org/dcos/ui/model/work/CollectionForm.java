package org.dcos.ui.model.work;

import java.time.Duration;

import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.ui.model.text.Texts;

/**
 * How often is asked, as a user types it. The server-core checks the ranges, too.
 *
 * @param power   seconds between two questions for the power state
 * @param sensors seconds between two readings of the sensors
 * @param most    BMCs spoken with at the same time
 * @param days    that samples are kept
 */
public record CollectionForm(String power, String sensors, String most, String days) {

    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    private static final int MOST = 4_096;
    private static final int FIVE_YEARS = 1_826;

    public static CollectionForm of(CollectionSettings settings) {
        return new CollectionForm(Long.toString(settings.powerInterval().toSeconds()),
                Long.toString(settings.sensorInterval().toSeconds()), Integer.toString(settings.maxConversations()),
                Long.toString(Math.max(1, settings.retention().toDays())));
    }

    /** What has to be mended before it can be saved, in words; empty when nothing. */
    public String problem(Texts texts) {
        if (outside(power, 1, HOUR)) {
            return texts.get("collection.problem.power");
        }
        if (outside(sensors, 2, DAY)) {
            return texts.get("collection.problem.sensors");
        }
        if (outside(most, 1, MOST)) {
            return texts.get("collection.problem.most");
        }
        return outside(days, 1, FIVE_YEARS) ? texts.get("collection.problem.days") : "";
    }

    private static boolean outside(String text, long least, long most) {
        if (!text.strip().matches("[0-9]{1,9}")) {
            return true;
        }
        long value = Long.parseLong(text.strip());
        return value < least || value > most;
    }

    /** To be asked only when there is no problem. */
    public CollectionSettings settings() {
        return new CollectionSettings(Duration.ofSeconds(Long.parseLong(power.strip())),
                Duration.ofSeconds(Long.parseLong(sensors.strip())), Integer.parseInt(most.strip()),
                Duration.ofDays(Long.parseLong(days.strip())));
    }
}
