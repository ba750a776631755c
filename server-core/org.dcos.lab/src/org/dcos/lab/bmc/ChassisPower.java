package org.dcos.lab.bmc;

/**
 * The power of one chassis. An order takes a second or two, as it does with a real one; it is carried out when somebody
 * looks at the state after that time, so that no timer runs.
 */
final class ChassisPower {

    static final long TURN_ON_MILLIS = 1_500;
    static final long TURN_OFF_MILLIS = 1_000;
    /** The operating system has to end first; the simulated one is quick. */
    static final long SHUT_DOWN_MILLIS = 2_000;
    static final long CYCLE_MILLIS = 3_000;

    private static final long NEVER = Long.MAX_VALUE;

    private boolean on;
    private long offAt = NEVER;
    private long onAt = NEVER;
    private int starts;

    ChassisPower(boolean on) {
        this.on = on;
    }

    /** @param now elapsed milliseconds, never going back */
    boolean isOn(long now) {
        if (offAt <= now) {
            offAt = NEVER;
            on = false;
        }
        if (onAt <= now && offAt == NEVER) {
            onAt = NEVER;
            starts += on ? 0 : 1;
            on = true;
        }
        return on;
    }

    /** How often the host has started since the controller did; grows with each power-on and reset. */
    int starts(long now) {
        isOn(now);
        return starts;
    }

    /** Also takes back an order to turn off that has not been carried out yet. */
    void turnOn(long now) {
        boolean already = isOn(now);
        offAt = NEVER;
        onAt = already ? NEVER : Math.min(onAt, now + TURN_ON_MILLIS);
    }

    void turnOff(long now) {
        offIn(TURN_OFF_MILLIS, now);
    }

    void shutDown(long now) {
        offIn(SHUT_DOWN_MILLIS, now);
    }

    /** The chassis has to be on. */
    void cycle(long now) {
        offIn(TURN_OFF_MILLIS, now);
        onAt = now + CYCLE_MILLIS;
    }

    /** The chassis has to be on, and stays so. */
    void reset(long now) {
        isOn(now);
        starts++;
    }

    /** At once, as when somebody pulls or plugs the cord. */
    void force(boolean power, long now) {
        starts += power && !isOn(now) ? 1 : 0;
        on = power;
        offAt = NEVER;
        onAt = NEVER;
    }

    private void offIn(long millis, long now) {
        onAt = NEVER;
        offAt = isOn(now) ? now + millis : NEVER;
    }
}
