package org.dcos.domain.bringup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;

/** Where arrivals are kept; on disk when a call returns. */
public interface ArrivalStore {

    List<Kept> arrivals();

    void save(Kept kept);

    void delete(UUID arrival);

    /**
     * First logins out of makers' lists.
     *
     * @return credentials of the vault by serial number or MAC, in lower case
     */
    Map<String, UUID> firstLogins();

    /** Adds to them, and replaces those of the same keys. */
    void takeFirstLogins(Map<String, UUID> logins);

    /** An arrival and what is meant with it. */
    record Kept(Arrival arrival, Intent intent) {}

    /**
     * What was decided, kept before it is done, so that whoever goes on after a crash knows what may have been done.
     *
     * @param login      credential that opened it last
     * @param nextLogin  credential that it is being given; it opens with this one or the one before
     * @param lanBefore  its network before it is changed
     * @param lanNext    its network as it is to be
     * @param relayPort  switch and port that it hangs on, as its DHCP relay told: {@code switch port}; may be empty
     * @param hostName   as it told by DHCP; may be empty
     * @param accepted   by whom and why differences are accepted; empty while they are not
     * @param assigned   why a person decided which server it is; empty where nobody did
     * @param parts      of the machine, as its BMC told
     * @param tries      of the current step in vain
     */
    record Intent(Optional<UUID> login, Optional<UUID> nextLogin, Optional<LanSettings> lanBefore,
            Optional<LanSettings> lanNext, String relayPort, String hostName, Optional<Decision> accepted,
            String assigned, List<Part> parts, int tries) {

        public static final Intent NONE = new Intent(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), "", "", Optional.empty(), "", List.of(), 0);

        public Intent {
            parts = List.copyOf(parts);
        }

        public Intent withLogin(Optional<UUID> now, Optional<UUID> next) {
            return new Intent(now, next, lanBefore, lanNext, relayPort, hostName, accepted, assigned, parts, tries);
        }

        public Intent withLan(Optional<LanSettings> before, Optional<LanSettings> next) {
            return new Intent(login, nextLogin, before, next, relayPort, hostName, accepted, assigned, parts, tries);
        }

        public Intent toldByDhcp(String port, String name) {
            return new Intent(login, nextLogin, lanBefore, lanNext, port, name, accepted, assigned, parts, tries);
        }

        public Intent withAccepted(Decision decision) {
            return new Intent(login, nextLogin, lanBefore, lanNext, relayPort, hostName, Optional.of(decision),
                    assigned, parts, tries);
        }

        public Intent withAssigned(String why) {
            return new Intent(login, nextLogin, lanBefore, lanNext, relayPort, hostName, accepted, why, parts, tries);
        }

        public Intent madeOf(List<Part> told) {
            return new Intent(login, nextLogin, lanBefore, lanNext, relayPort, hostName, accepted, assigned, told,
                    tries);
        }

        public Intent withTries(int inVain) {
            return new Intent(login, nextLogin, lanBefore, lanNext, relayPort, hostName, accepted, assigned, parts,
                    inVain);
        }
    }

    /** What a person decided. */
    record Decision(String by, String reason, Instant at) {}
}
