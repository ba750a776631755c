package org.dcos.domain.bmc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;

/**
 * Speaks with BMCs. Calls block the (virtual) thread; at most one conversation with a BMC runs at a time, later callers
 * wait for their turn, operators before collectors.
 */
public interface BmcDriver {

    /** What a BMC can be spoken with in. */
    enum Language {
        IPMI, REDFISH
    }

    /** Cheap question whether anything answers there; no credential is used. */
    boolean ping(String address, int port, Duration wait) throws InterruptedException;

    /** As {@link #ping}: in which language what is there answers; empty when nothing does. */
    default Optional<Language> language(String address, int port, Duration wait) throws InterruptedException {
        return ping(address, port, wait) ? Optional.of(Language.IPMI) : Optional.empty();
    }

    /** Finds out, without a login, what the BMC at an address is to be spoken with in; before the first login there. */
    default void meet(String address, int port) throws InterruptedException {
        // one language is all there is
    }

    BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    PowerState powerState(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException;

    /** Sent once: a lost answer is told as SILENT and the state is read again, the order is never repeated blindly. */
    void power(BmcEndpoint bmc, PowerAction action) throws BmcFailure, InterruptedException;

    /** Lights the identify LED. @param time zero puts it out; the longest is 255 s */
    void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure, InterruptedException;

    void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi)
            throws BmcFailure, InterruptedException;

    /** Ends what is open with this BMC, e.g. after its credential changed. */
    void forget(String address, int port);
}
