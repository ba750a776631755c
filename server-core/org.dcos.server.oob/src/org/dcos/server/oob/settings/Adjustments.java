package org.dcos.server.oob.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.PowerDraw;
import org.dcos.domain.bmc.BmcSetup.Watchdog;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmcsetup.BmcChange;
import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.problem.Conflict;

/** Changes that let nobody in or out; each is read back. */
final class Adjustments {

    private static final Duration MOST_SKEW = Duration.ofSeconds(5);
    /** A BMC goes on for a moment when it was told to start anew. */
    private static final Duration GOING = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PING = Duration.ofMillis(500);

    private final BmcDriver driver;
    private final BmcSetup setup;
    private final InstantSource clock;
    private final Duration restart;

    /** @param restart how long a BMC may take to start anew */
    Adjustments(BmcDriver driver, BmcSetup setup, InstantSource clock, Duration restart) {
        this.driver = driver;
        this.setup = setup;
        this.clock = clock;
        this.restart = restart;
    }

    /** What is to be done, in words. @param name of the BMC */
    static String words(BmcChange change, String name) {
        return switch (change) {
            case BmcChange.SetClock _ -> "Set the clock of %s".formatted(name);
            case BmcChange.CloseDoor(var weakness) -> "Close %s of %s".formatted(Weaknesses.words(weakness), name);
            case BmcChange.StopWatchdog _ -> "Stop the watchdog of %s".formatted(name);
            case BmcChange.LimitPower(var watts) -> watts.isPresent()
                    ? "Limit the power to %d W: %s".formatted(watts.get(), name)
                    : "Take the power limit off: %s".formatted(name);
            case BmcChange.SendAlerts(var address) -> address.isPresent()
                    ? "Send alerts to %s: %s".formatted(address.get(), name)
                    : "Send alerts nowhere: %s".formatted(name);
            case BmcChange.Restart(var cold) -> cold ? "Cold reset of %s".formatted(name)
                    : "Warm reset of %s".formatted(name);
        };
    }

    /** For the audit log and operations. */
    static String action(BmcChange change) {
        return switch (change) {
            case BmcChange.SetClock _ -> "bmc.clock";
            case BmcChange.CloseDoor _ -> "bmc.close-door";
            case BmcChange.StopWatchdog _ -> "bmc.watchdog";
            case BmcChange.LimitPower _ -> "bmc.power-limit";
            case BmcChange.SendAlerts _ -> "bmc.alerts";
            case BmcChange.Restart _ -> "bmc.restart";
        };
    }

    /** What it touches, to be read again. */
    static Set<Section> touches(BmcChange change) {
        return switch (change) {
            case BmcChange.SetClock _ -> Set.of(Section.CLOCK);
            case BmcChange.CloseDoor _ -> Set.of(Section.DOORS, Section.ACCOUNTS);
            case BmcChange.StopWatchdog _ -> Set.of(Section.WATCHDOG);
            case BmcChange.LimitPower _ -> Set.of(Section.POWER);
            case BmcChange.SendAlerts _ -> Set.of(Section.ALERTING);
            case BmcChange.Restart _ -> Set.of(Section.FIRMWARE, Section.CLOCK, Section.WATCHDOG);
        };
    }

    /** @return what holds now, in words */
    String carryOut(Subject subject, BmcChange change) throws BmcFailure, Conflict, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        return switch (change) {
            case BmcChange.SetClock _ -> clock(subject);
            case BmcChange.CloseDoor(var weakness) -> close(subject, weakness);
            case BmcChange.StopWatchdog _ -> {
                setup.stopWatchdog(bmc);
                if (setup.watchdog(bmc).filter(Watchdog::running).isPresent()) {
                    throw new Conflict("The watchdog of %s was stopped and runs again: its server starts it."
                            .formatted(subject.name()));
                }
                yield "The watchdog stands still.";
            }
            case BmcChange.LimitPower(var watts) -> limit(subject, watts);
            case BmcChange.SendAlerts(var address) -> {
                setup.alertsTo(bmc, address);
                if (!setup.alertsTo(bmc).equals(address)) {
                    throw new Conflict("%s took the address and still tells another one.".formatted(subject.name()));
                }
                yield address.map("Its alerts go to %s."::formatted).orElse("Its alerts go nowhere.");
            }
            case BmcChange.Restart(var cold) -> restart(subject, cold);
        };
    }

    private String clock(Subject subject) throws BmcFailure, Conflict, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        setup.clock(bmc, clock.instant());
        Duration skew = Duration.between(clock.instant(), setup.clock(bmc));
        if (skew.abs().compareTo(MOST_SKEW) > 0) {
            throw new Conflict(("%s took the time and is still %d s off. It may follow a time server of its own, or "
                    + "the clock of its server.").formatted(subject.name(), skew.toSeconds()));
        }
        return "Its clock is right.";
    }

    private String close(Subject subject, Weakness weakness) throws BmcFailure, Conflict, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        if (weakness == Weakness.ANONYMOUS && bmc.user().isEmpty()) {
            throw new Conflict(("DCOS itself logs in to %s without a name. Give it a login with a name first.")
                    .formatted(subject.name()));
        }
        if (!setup.weaknesses(bmc).contains(weakness)) {
            return "%s was closed already.".formatted(Weaknesses.title(weakness));
        }
        setup.close(bmc, weakness);
        if (setup.weaknesses(bmc).contains(weakness)) {
            throw new Conflict(("%s took the order and still has %s open. Close it in the BMC's own web page, update "
                    + "its firmware, or keep others out of its network.").formatted(subject.name(),
                            Weaknesses.words(weakness)));
        }
        return "%s is closed.".formatted(Weaknesses.title(weakness));
    }

    private String limit(Subject subject, Optional<Integer> watts)
            throws BmcFailure, Conflict, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        setup.powerLimit(bmc, watts);
        Optional<Integer> told = setup.draw(bmc).flatMap(PowerDraw::limit);
        if (!told.equals(watts)) {
            throw new Conflict("%s took the limit and tells %s.".formatted(subject.name(),
                    told.map("%d W"::formatted).orElse("none")));
        }
        return watts.map("It draws %d W at most."::formatted).orElse("Its power is not limited.");
    }

    private String restart(Subject subject, boolean cold) throws BmcFailure, Conflict, InterruptedException {
        BmcEndpoint bmc = subject.endpoint();
        Instant began = clock.instant();
        setup.reset(bmc, cold);
        Thread.sleep(GOING);
        driver.forget(bmc.address(), bmc.port());
        while (clock.instant().isBefore(began.plus(restart))) {
            if (driver.ping(bmc.address(), bmc.port(), PING) && talks(bmc)) {
                return "It is back after %d s.".formatted(Duration.between(began, clock.instant()).toSeconds());
            }
            Thread.sleep(BETWEEN);
        }
        throw new Conflict(("%s has not come back within %d s. Its server goes on; look at the BMC's network port, "
                + "and take the power cord out for a minute if it stays away.").formatted(subject.name(),
                        restart.toSeconds()));
    }

    private boolean talks(BmcEndpoint bmc) throws InterruptedException {
        try {
            driver.powerState(bmc);
            return true;
        } catch (BmcFailure _) { // not yet
            return false;
        }
    }
}
