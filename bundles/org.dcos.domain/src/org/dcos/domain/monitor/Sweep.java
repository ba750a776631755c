package org.dcos.domain.monitor;

import java.time.Duration;
import java.time.Instant;

/** One round of asking every matched BMC for its power state. @param took from first question to last answer */
public record Sweep(Instant ended, int asked, int answered, Duration took) {}
