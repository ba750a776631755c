package org.dcos.server.oob.settings;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.BmcDetails;
import org.dcos.domain.bmcsetup.BmcDetails.Failure;
import org.dcos.domain.bmcsetup.BmcDetails.Section;

/** What is known of a BMC while it is read, section by section: what is not read again stays. Of one thread. */
final class Draft {

    private Optional<BmcDetails.Firmware> firmware = Optional.empty();
    private Optional<BmcDetails.Accounts> accounts = Optional.empty();
    private Optional<BmcDetails.Network> network = Optional.empty();
    private Optional<BmcDetails.Clock> clock = Optional.empty();
    private Optional<BmcDetails.Doors> doors = Optional.empty();
    private Optional<BmcDetails.WatchdogTimer> watchdog = Optional.empty();
    private Optional<BmcDetails.Power> power = Optional.empty();
    private Optional<BmcDetails.Alerting> alerting = Optional.empty();
    private final Map<Section, Failure> failures = new EnumMap<>(Section.class);

    Draft(Optional<BmcDetails> before) {
        before.ifPresent(known -> {
            firmware = known.firmware();
            accounts = known.accounts();
            network = known.network();
            clock = known.clock();
            doors = known.doors();
            watchdog = known.watchdog();
            power = known.power();
            alerting = known.alerting();
            known.failures().forEach(failure -> failures.put(failure.section(), failure));
        });
    }

    void firmware(String version, Instant at) {
        firmware = Optional.of(new BmcDetails.Firmware(version, at));
        failures.remove(Section.FIRMWARE);
    }

    void accounts(List<BmcUser> users, Instant at) {
        accounts = Optional.of(new BmcDetails.Accounts(users, at));
        failures.remove(Section.ACCOUNTS);
    }

    void network(LanSettings lan, Instant at) {
        network = Optional.of(new BmcDetails.Network(lan, at));
        failures.remove(Section.NETWORK);
    }

    void clock(Instant told, Instant at) {
        clock = Optional.of(new BmcDetails.Clock(java.time.Duration.between(at, told), at));
        failures.remove(Section.CLOCK);
    }

    void doors(Set<Weakness> open, Instant at) {
        doors = Optional.of(new BmcDetails.Doors(open, at));
        failures.remove(Section.DOORS);
    }

    void watchdog(Optional<Watchdog> timer, Instant at) {
        watchdog = Optional.of(new BmcDetails.WatchdogTimer(timer, at));
        failures.remove(Section.WATCHDOG);
    }

    void power(Optional<PowerDraw> draw, Instant at) {
        power = Optional.of(new BmcDetails.Power(draw, at));
        failures.remove(Section.POWER);
    }

    void alerting(Optional<String> address, Instant at) {
        alerting = Optional.of(new BmcDetails.Alerting(address, at));
        failures.remove(Section.ALERTING);
    }

    void partsRead() {
        failures.remove(Section.PARTS);
    }

    void failed(Section section, String message, Instant at) {
        failures.put(section, new Failure(section, message, at));
    }

    Optional<Failure> failure(Section section) {
        return Optional.ofNullable(failures.get(section));
    }

    /** @param serverName of its server; empty while it has none */
    BmcDetails details(Bmc bmc, String serverName, String ownUser, BmcDetails.Spoken spoken) {
        return new BmcDetails(bmc.id(), bmc.server(), serverName, bmc.address(), bmc.port(), ownUser, spoken, firmware,
                accounts, network, clock, doors, watchdog, power, alerting, List.copyOf(failures.values()));
    }
}
