package org.dcos.server.alert;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.sensor.SensorReading;

/**
 * A rule on a subject of a server that is not in its normal state. Guarded by the lock of the server's {@link Stripe}.
 */
final class Track {

    final UUID rule;
    final UUID server;
    /** A sensor's name; empty for the server as a whole. */
    final String subject;
    Machine.State state = Machine.NORMAL;
    /** The open alert, while it fires. */
    Alert alert;
    /** The newest reading, for sensors. */
    SensorReading reading;
    /** The newest words about the silence, for the BMC. */
    String silence = "";
    /** The same in parts. */
    Optional<BmcTrouble> trouble = Optional.empty();
    /** When the hold time ends, while that is waited for. */
    Deadline deadline;
    /** Another alert kept it from firing. */
    boolean inhibited;
    /** The observation that it was looked at for. */
    Object seen;

    Track(UUID rule, UUID server, String subject) {
        this.rule = rule;
        this.server = server;
        this.subject = subject;
    }

    Finding finding(AlertRule by) {
        return reading == null ? Findings.silent(by, silence, trouble) : Findings.of(by, subject, reading);
    }
}
