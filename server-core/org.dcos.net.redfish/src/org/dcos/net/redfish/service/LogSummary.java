package org.dcos.net.redfish.service;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is in a log.
 *
 * @param newest time of the newest entry, where it could be had without reading the whole log
 */
public record LogSummary(int count, Optional<Instant> newest) {}
