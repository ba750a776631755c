package org.dcos.domain.event;

import java.time.Instant;

/** An event in its place in the order. @param sequence ascending, also over restarts of the server-core */
public record NumberedEvent(long sequence, Instant at, DomainEvent event) {}
