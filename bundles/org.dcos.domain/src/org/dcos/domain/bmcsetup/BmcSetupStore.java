package org.dcos.domain.bmcsetup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcSetup.LanSettings;

/** Keeps what was read of BMCs, and what is about to be done with them; on disk when a call returns. */
public interface BmcSetupStore {

    /** Of all BMCs of which something was read. */
    List<BmcDetails> details();

    Optional<BmcDetails> details(UUID bmc);

    void save(BmcDetails details);

    Optional<BmcParts> parts(UUID bmc);

    void save(BmcParts parts);

    /** What may have been done when this server-core ended in the middle. */
    List<Intent> intents();

    /** Before it is sent. */
    void save(Intent intent);

    /** It was found out what became of it. */
    void settle(UUID bmc);

    /**
     * What is about to be done with a BMC; one thing at a time.
     *
     * @param nextLogin credential that it is being given; it opens with this one or with the one of its record
     * @param before    its network before it is changed
     * @param next      its network as it is to be
     */
    record Intent(UUID bmc, Optional<UUID> nextLogin, Optional<LanSettings> before, Optional<LanSettings> next) {

        public static Intent login(UUID bmc, UUID next) {
            return new Intent(bmc, Optional.of(next), Optional.empty(), Optional.empty());
        }

        public static Intent network(UUID bmc, LanSettings before, LanSettings next) {
            return new Intent(bmc, Optional.empty(), Optional.of(before), Optional.of(next));
        }
    }
}
