package org.dcos.domain.bmc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A BMC as known.
 *
 * @param version    counts the saves
 * @param address    IP address in numbers
 * @param port       UDP port, 623 by default
 * @param credential which stored credential opens it
 * @param server     the server it belongs to, when matched
 * @param identity   what it told about itself when last asked
 */
public record Bmc(UUID id, long version, String address, int port, UUID credential, Optional<UUID> server,
        Optional<BmcIdentity> identity, Optional<Instant> identified) {}
