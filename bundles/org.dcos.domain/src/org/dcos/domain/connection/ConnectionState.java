package org.dcos.domain.connection;

import java.time.Instant;

/** How it stands with the connection. */
public sealed interface ConnectionState {

    /** Never tried, or closed on purpose. */
    record Closed() implements ConnectionState {}

    /** @param attempt 1 for the first */
    record Connecting(int attempt) implements ConnectionState {}

    record Connected(Instant since, String serverVersion) implements ConnectionState {}

    /** Lost or not there; tried again by itself. @param why for people */
    record Retrying(Instant since, int attempt, Instant nextTry, String why) implements ConnectionState {}

    /** Not tried again by itself: somebody has to act. */
    record Refused(Reason reason, String why) implements ConnectionState {}

    enum Reason { WRONG_TOKEN, CERTIFICATE_CHANGED, CERTIFICATE_UNKNOWN, OTHER_VERSION }
}
