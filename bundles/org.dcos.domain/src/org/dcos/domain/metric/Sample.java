package org.dcos.domain.metric;

import java.time.Instant;

/** One measured value. @param at millisecond precision */
public record Sample(Instant at, double value) {}
