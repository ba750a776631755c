package org.dcos.domain.serial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An open serial console.
 *
 * @param serverName name of its server when it was opened
 * @param openedBy   who opened it
 * @param writer     who may write now; empty while nobody does
 * @param ended      why it has ended, in English; empty while it is open
 * @param written    bytes that the server has written since it was opened
 */
public record SerialConsole(UUID id, UUID server, String serverName, Instant opened, String openedBy,
        Optional<String> writer, Optional<String> ended, long written) {}
