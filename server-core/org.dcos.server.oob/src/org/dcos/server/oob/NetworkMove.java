package org.dcos.server.oob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcSetup.LanSettings;

/**
 * Gives a BMC another network, and finds out where it is after that.
 *
 * @param patience how long a BMC may take to come back at another address
 */
public record NetworkMove(BmcDriver driver, BmcSetup setup, InstantSource clock, Duration patience) {

    private static final Duration PING = Duration.ofMillis(500);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    /** It may have left before it has answered. */
    public void give(BmcEndpoint bmc, LanSettings next) throws BmcFailure, InterruptedException {
        try {
            setup.lan(bmc, next);
        } catch (BmcFailure e) {
            if (e.kind() != BmcFailure.Kind.SILENT) {
                throw e;
            }
        }
        driver.forget(bmc.address(), bmc.port());
    }

    /**
     * Waits for it.
     *
     * @param bmc       its login and port
     * @param addresses where it may be, asked anew each time
     * @param identity  what it has told before
     * @return where it is; empty when the patience is at an end
     */
    public Optional<String> awaited(BmcEndpoint bmc, Supplier<Collection<String>> addresses, BmcIdentity identity)
            throws BmcFailure, InterruptedException {
        Instant end = clock.instant().plus(patience);
        while (true) {
            boolean last = !clock.instant().isBefore(end);
            for (String address : addresses.get()) {
                try {
                    if (isItself(at(bmc, address), identity)) {
                        return Optional.of(address);
                    }
                } catch (BmcFailure e) {
                    if (last) {
                        throw e;
                    }
                }
            }
            if (last) {
                return Optional.empty();
            }
            Thread.sleep(BETWEEN);
        }
    }

    /**
     * Whether this very BMC answers there, not only something.
     *
     * @throws BmcFailure when something there refuses to talk now, as a BMC without a free session does
     */
    public boolean isItself(BmcEndpoint bmc, BmcIdentity identity) throws BmcFailure, InterruptedException {
        if (!driver.ping(bmc.address(), bmc.port(), PING)) {
            return false;
        }
        try {
            BmcIdentity there = driver.identify(bmc);
            return there.guid().equals(identity.guid()) && there.serial().equals(identity.serial());
        } catch (BmcFailure e) {
            return switch (e.kind()) {
                case REFUSED -> throw e;
                // of another, or not yet
                case SILENT, WRONG_CREDENTIAL, NO_SAFE_SUITE, GARBAGE -> false;
            };
        }
    }

    /** The same login at another address. */
    public static BmcEndpoint at(BmcEndpoint bmc, String address) {
        return new BmcEndpoint(address, bmc.port(), bmc.user(), bmc.password());
    }
}
