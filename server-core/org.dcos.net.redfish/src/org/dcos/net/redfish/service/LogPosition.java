package org.dcos.net.redfish.service;

import java.time.Instant;
import java.util.Optional;

/**
 * Up to where a log has been read.
 *
 * @param lastId  of the newest entry that was read; empty for a log that was empty
 * @param created of that entry: ids begin anew after a clearing, times do not
 * @param count   entries in the log then
 */
public record LogPosition(String lastId, Optional<Instant> created, int count) {

    public static final LogPosition START = new LogPosition("", Optional.empty(), 0);
}
