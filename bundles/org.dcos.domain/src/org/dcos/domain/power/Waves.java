package org.dcos.domain.power;

import java.time.Duration;

/**
 * How the servers of an order follow one another. A wave begins when the one before has ended.
 *
 * @param by          what the servers of a wave have in common
 * @param label       the name of the label, for {@link By#LABEL}, e.g. {@code role}
 * @param size        most servers in a wave; 0 for no such limit
 * @param percent     most servers in a wave, of a hundred of the order; 0 for no such limit
 * @param canary      how many servers go before all others, to see whether it goes well; 0 for none. When one of them
 *                    fails, the order stops
 * @param confirm     whether the order waits after the canary until somebody says go on
 * @param pause       between two waves
 * @param stopWave    stops when more than this many of a hundred servers of a wave have failed; 100 never stops
 * @param stopAll     stops when more than this many of a hundred servers of the order have failed; 100 never stops
 */
public record Waves(By by, String label, int size, int percent, int canary, boolean confirm, Duration pause,
        int stopWave, int stopAll) {

    /** What the servers of a wave have in common. */
    public enum By {
        /** Nothing: in the order of their places. */
        NONE,
        /** The rack. */
        RACK,
        /** The sides of the power feeds that they hang on: no wave is of two sides. */
        FEED,
        /** The value of a label. */
        LABEL,
        /** What they work for. */
        BUSINESS
    }

    /** All at once, without a canary; what one server needs. */
    public static final Waves ONE = new Waves(By.NONE, "", 0, 0, 0, false, Duration.ZERO, 100, 100);

    /** A careful beginning: rack by rack, one server first, and a look at it. */
    public static final Waves CAREFUL = new Waves(By.RACK, "", 20, 0, 1, true, Duration.ofSeconds(10), 20, 10);
}
