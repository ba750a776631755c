package org.dcos.domain.bmcsetup;

import java.util.Optional;

import org.dcos.domain.bmc.BmcSetup.Weakness;

/**
 * Which BMCs.
 *
 * @param open   only those that were seen to have this open
 * @param failed only those of which this could not be read the last time
 */
public record DetailsFilter(Optional<Weakness> open, Optional<BmcDetails.Section> failed) {

    public static final DetailsFilter ALL = new DetailsFilter(Optional.empty(), Optional.empty());

    public boolean matches(BmcDetails details) {
        boolean isOpen = open.isEmpty()
                || details.doors().filter(doors -> doors.open().contains(open.get())).isPresent();
        return isOpen && (failed.isEmpty()
                || details.failures().stream().anyMatch(failure -> failure.section() == failed.get()));
    }
}
