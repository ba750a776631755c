package org.dcos.ui.model.wave;

import java.time.Duration;

import org.dcos.domain.power.Waves;
import org.dcos.domain.power.Waves.By;
import org.dcos.ui.model.text.Texts;

/**
 * How the waves are to be made, as a user types it. The server-core checks the ranges, too.
 *
 * @param size     servers in a wave; a number with a percent sign is a share of all, empty is no limit
 * @param canary   servers that go first; empty is none
 * @param pause    seconds between two waves
 * @param stopWave percent of a wave that may fail; empty never stops
 * @param stopAll  percent of all that may fail; empty never stops
 */
public record WaveForm(By by, String label, String size, String canary, boolean confirm, String pause,
        String stopWave, String stopAll) {

    private static final int NEVER = 100;

    public static WaveForm of(Waves waves) {
        return new WaveForm(waves.by(), waves.label(),
                waves.percent() > 0 ? waves.percent() + "%" : number(waves.size()), number(waves.canary()),
                waves.confirm(), Long.toString(waves.pause().toSeconds()), percent(waves.stopWave()),
                percent(waves.stopAll()));
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    private static String percent(int value) {
        return value == NEVER ? "" : Integer.toString(value);
    }

    /** What has to be mended before it can be planned, in words; empty when nothing. */
    public String problem(Texts texts) {
        if (by == By.LABEL && label.isBlank()) {
            return texts.get("wave.problem.label");
        }
        if (!size.strip().matches("|[0-9]{1,4}|[0-9]{1,3} ?%")) {
            return texts.get("wave.problem.size");
        }
        if (!canary.strip().matches("|[0-9]{1,3}")) {
            return texts.get("wave.problem.canary");
        }
        if (!pause.strip().matches("|[0-9]{1,4}")) {
            return texts.get("wave.problem.pause");
        }
        return stopWave.strip().matches("|100|[0-9]{1,2}") && stopAll.strip().matches("|100|[0-9]{1,2}") ? ""
                : texts.get("wave.problem.stop");
    }

    /** To be asked only when there is no problem. */
    public Waves waves() {
        boolean share = size.strip().endsWith("%");
        int count = value(size.replace("%", ""), 0);
        return new Waves(by, label.strip(), share ? 0 : count, share ? count : 0, value(canary, 0), confirm,
                Duration.ofSeconds(value(pause, 0)), value(stopWave, NEVER), value(stopAll, NEVER));
    }

    private static int value(String text, int otherwise) {
        return text.isBlank() ? otherwise : Integer.parseInt(text.strip());
    }
}
