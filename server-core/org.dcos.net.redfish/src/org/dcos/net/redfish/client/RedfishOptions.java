package org.dcos.net.redfish.client;

import java.time.Duration;

/**
 * How long one waits, and how much is taken.
 *
 * @param connect     for a connection with its TLS handshake, which takes an old BMC seconds
 * @param answer      for one whole answer, connection and body included
 * @param task        for the end of what a service does in its own time
 * @param mostWaiting callers that wait for their turn with one service; more are turned away
 */
public record RedfishOptions(Duration connect, Duration answer, Duration task, int mostWaiting) {

    public static RedfishOptions defaults() {
        return new RedfishOptions(Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofSeconds(60), 64);
    }

    public RedfishOptions withWaits(Duration newConnect, Duration newAnswer, Duration newTask) {
        return new RedfishOptions(newConnect, newAnswer, newTask, mostWaiting);
    }
}
