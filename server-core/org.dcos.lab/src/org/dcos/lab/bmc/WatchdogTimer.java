package org.dcos.lab.bmc;

import java.util.Optional;

import org.dcos.net.ipmi.wire.IpmiLanMessage;

/** The watchdog timer of one controller (IPMI v2.0 r1.1 §27); looked at when somebody asks, so no timer runs. */
final class WatchdogTimer {

    static final int LENGTH = 6;

    private static final int NOT_INITIALIZED = 0x80;
    private static final int RUNNING = 0x40;
    private static final int DO_NOT_LOG = 0x80;
    private static final long MILLIS_PER_COUNT = 100;
    /** Sensor type Watchdog 2 (table 42-3), number of no sensor here, sensor-specific event. */
    private static final int WATCHDOG_2 = 0x23;
    private static final int SENSOR = 0xFE;
    private static final int SENSOR_SPECIFIC = 0x6F;

    /** In the order of the codes of timer actions (§27.6). */
    enum Expired {
        NOTHING, RESET, POWER_DOWN, POWER_CYCLE
    }

    private byte[] timer = new byte[LENGTH];
    private boolean initialized;
    private boolean running;
    private long endsAt;

    /** It stands still, unless it was running and is to go on. */
    void set(byte[] setting, long now) {
        boolean goesOn = running && (setting[0] & RUNNING) != 0;
        byte expired = (byte) (timer[3] & ~setting[3]); // bits that are set clear those flags
        timer = setting.clone();
        timer[0] &= ~RUNNING;
        timer[3] = expired;
        initialized = true;
        running = goesOn;
        endsAt = now + counts() * MILLIS_PER_COUNT;
    }

    /** @throws Refused with 80h when nobody has set it */
    void start(long now) throws Refused {
        if (!initialized) {
            throw new Refused(NOT_INITIALIZED);
        }
        running = true;
        endsAt = now + counts() * MILLIS_PER_COUNT;
    }

    byte[] state(long now) {
        int left = running ? (int) Math.max(0, (endsAt - now) / MILLIS_PER_COUNT) : counts();
        return new Reply().add(timer[0] | (running ? RUNNING : 0)).add(timer, 1, LENGTH - 1).word(left).data();
    }

    /** Once, when it has run out; empty as well when that is not to be logged and nothing is to be done. */
    Optional<Expired> expire(long now) {
        if (!running || now < endsAt) {
            return Optional.empty();
        }
        running = false;
        timer[3] |= (byte) (1 << (timer[0] & 0x07));
        int action = timer[1] & 0x07;
        Expired expired = action < Expired.values().length ? Expired.values()[action] : Expired.NOTHING;
        return (timer[0] & DO_NOT_LOG) != 0 && expired == Expired.NOTHING ? Optional.empty() : Optional.of(expired);
    }

    static byte[] event(Expired expired, int epochSeconds) {
        return new Reply().add(0x02).doubleWord(epochSeconds).add(IpmiLanMessage.BMC, 0, 0x04, WATCHDOG_2, SENSOR,
                SENSOR_SPECIFIC, 0xC0 | expired.ordinal(), 0x04, 0xFF).data();
    }

    private int counts() {
        return timer[4] & 0xFF | (timer[5] & 0xFF) << 8;
    }
}
