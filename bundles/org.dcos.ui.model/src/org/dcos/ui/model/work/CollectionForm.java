package org.dcos.ui.model.work;

import java.time.Duration;

import org.dcos.domain.ServerCore;
import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.text.Texts;

/**
 * How often is asked, as a user types it. The server-core checks the ranges, too.
 *
 * @param power   seconds between two questions for the power state
 * @param sensors seconds between two readings of the sensors
 * @param most    BMCs spoken with at the same time
 * @param days    that samples are kept
 * @param logs    seconds between two looks at an event log
 * @param logDays that entries of event logs are kept
 * @param clear   whether a log that is nearly full is cleared when all of it is kept
 */
public record CollectionForm(String power, String sensors, String most, String days, String logs, String logDays,
        boolean clear) {

    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    private static final int MOST = 4_096;
    private static final int FIVE_YEARS = 1_826;
    private static final int TEN_YEARS = 3_653;
    private static final int SHORTEST_LOG_INTERVAL = 10;

    public static CollectionForm of(CollectionSettings settings, EventLogSettings logSettings) {
        return new CollectionForm(Long.toString(settings.powerInterval().toSeconds()),
                Long.toString(settings.sensorInterval().toSeconds()), Integer.toString(settings.maxConversations()),
                Long.toString(Math.max(1, settings.retention().toDays())),
                Long.toString(logSettings.interval().toSeconds()),
                Long.toString(Math.max(1, logSettings.retention().toDays())), logSettings.clearNearlyFull());
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
        if (outside(days, 1, FIVE_YEARS)) {
            return texts.get("collection.problem.days");
        }
        if (outside(logs, SHORTEST_LOG_INTERVAL, DAY)) {
            return texts.get("collection.problem.logs");
        }
        return outside(logDays, 1, TEN_YEARS) ? texts.get("collection.problem.logDays") : "";
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

    /** To be asked only when there is no problem. */
    public EventLogSettings logSettings() {
        return new EventLogSettings(Duration.ofSeconds(Long.parseLong(logs.strip())),
                Duration.ofDays(Long.parseLong(logDays.strip())), clear);
    }

    /** Saves all of it; to be asked only when there is no problem. */
    public CollectionForm save(ServerCore core) throws Problem {
        return of(core.collection().save(settings()), core.eventLogs().save(logSettings()));
    }

    /** As it is now. */
    public static CollectionForm load(ServerCore core) throws Problem {
        return of(core.collection().settings(), core.eventLogs().settings());
    }
}
