package org.dcos.domain.bmcsetup;

import java.util.Optional;

import org.dcos.domain.bmc.BmcSetup.Weakness;

/** A change of how a BMC is set up that lets nobody in or out: an operator's. */
public sealed interface BmcChange {

    /** Sets its clock to ours. */
    record SetClock() implements BmcChange {}

    /** Closes what should not be open, and looks whether it is closed. */
    record CloseDoor(Weakness weakness) implements BmcChange {}

    /** Stops the watchdog timer, which would else reset or switch off its server. */
    record StopWatchdog() implements BmcChange {}

    /** Limits what the machine may draw; empty takes the limit away. */
    record LimitPower(Optional<Integer> watts) implements BmcChange {}

    /** Sends its alerts (PET traps) to this IPv4 address; empty sends them nowhere. */
    record SendAlerts(Optional<String> address) implements BmcChange {}

    /**
     * Starts the BMC anew. Sensors and serial consoles are away for a minute or so; its server stays as it is.
     *
     * @param cold with everything it keeps in memory set back
     */
    record Restart(boolean cold) implements BmcChange {}
}
