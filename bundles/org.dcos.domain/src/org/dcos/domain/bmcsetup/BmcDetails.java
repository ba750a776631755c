package org.dcos.domain.bmcsetup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;

/**
 * How a BMC is set up, as it was read last. Each section carries its own time and is empty until it was read once; one
 * that could not be read the last time stays as it was, and a failure says why.
 *
 * @param serverName of its server; empty while it is not matched
 * @param ownUser    the account by which this server-core logs in
 * @param failures   at most one for each section; gone when it was read again
 */
public record BmcDetails(UUID bmc, Optional<UUID> server, String serverName, String address, int port, String ownUser,
        Spoken spoken, Optional<Firmware> firmware, Optional<Accounts> accounts, Optional<Network> network,
        Optional<Clock> clock, Optional<Doors> doors, Optional<WatchdogTimer> watchdog, Optional<Power> power,
        Optional<Alerting> alerting, List<Failure> failures) {

    public BmcDetails {
        failures = List.copyOf(failures);
    }

    /** What is read by itself, and may fail by itself. */
    public enum Section {
        FIRMWARE, ACCOUNTS, NETWORK, CLOCK, DOORS, WATCHDOG, POWER, ALERTING, PARTS
    }

    /**
     * By what it is spoken with.
     *
     * @param redfish whether over Redfish, where that has what is asked for; else over IPMI alone
     * @param port    TCP port of Redfish
     * @param suite   cipher suite of the last IPMI session: 3 or 17; empty before the first since the start
     */
    public record Spoken(boolean redfish, Optional<Integer> port, Optional<Integer> suite) {}

    public record Firmware(String version, Instant at) {}

    public record Accounts(List<BmcUser> users, Instant at) {
        public Accounts {
            users = List.copyOf(users);
        }
    }

    public record Network(LanSettings lan, Instant at) {}

    /** @param skew the BMC's clock less ours */
    public record Clock(Duration skew, Instant at) {}

    /** @param open what should not be open */
    public record Doors(Set<Weakness> open, Instant at) {
        public Doors {
            open = Set.copyOf(open);
        }
    }

    /** @param timer empty where there is none */
    public record WatchdogTimer(Optional<Watchdog> timer, Instant at) {}

    /** @param draw empty where it is not measured */
    public record Power(Optional<PowerDraw> draw, Instant at) {}

    /** @param address where its alerts go; empty for nowhere */
    public record Alerting(Optional<String> address, Instant at) {}

    /** Why a section could not be read. @param message for people */
    public record Failure(Section section, String message, Instant at) {}
}
