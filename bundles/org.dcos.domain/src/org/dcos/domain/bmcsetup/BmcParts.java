package org.dcos.domain.bmcsetup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcSetup.Part;

/**
 * What a BMC tells of the parts of its machine.
 *
 * @param read    when they were read; empty while they never were
 * @param failure why they could not be read the last time; the parts are those of the time before
 */
public record BmcParts(UUID bmc, Optional<UUID> server, List<Part> parts, Optional<Instant> read,
        Optional<BmcDetails.Failure> failure) {

    public BmcParts {
        parts = List.copyOf(parts);
    }
}
