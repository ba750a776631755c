package org.dcos.net.ipmi.sel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time of the log (IPMI v2.0 r1.1 §37): seconds since 1970 by the controller's clock; up to 20000000h seconds since
 * the controller started, because its clock had not been set; FFFFFFFFh none.
 *
 * @param raw as it is in the record
 */
public record SelTimestamp(int raw) {

    public static final SelTimestamp NONE = new SelTimestamp(-1);

    private static final int LAST_SINCE_START = 0x20000000;

    public static SelTimestamp of(Instant time) {
        return new SelTimestamp((int) time.getEpochSecond());
    }

    /** Empty when there is none, or the clock had not been set. */
    public Optional<Instant> instant() {
        long seconds = Integer.toUnsignedLong(raw);
        return raw == NONE.raw || seconds <= LAST_SINCE_START ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }

    /** How long the controller had been running, when its clock had not been set. */
    public Optional<Duration> sinceStart() {
        return raw >= 0 && raw <= LAST_SINCE_START ? Optional.of(Duration.ofSeconds(raw)) : Optional.empty();
    }
}
