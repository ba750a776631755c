package org.dcos.server.oob;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.server.oob.redfish.RedfishBmcDriver;
import org.dcos.server.oob.redfish.RedfishConversations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Speaks Redfish with the BMCs that have it, else IPMI. What a Redfish service does not offer is asked for over IPMI;
 * what one that does not answer was to be asked is read over IPMI. An order is never given twice, and a login that one
 * refuses is not tried with the other.
 */
@Component(service = BmcDriver.class)
public final class ChosenBmcDriver implements BmcDriver {

    /** In which a BMC that speaks IPMI has answered. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final RedfishConversations choice;
    private final Choice<BmcDriver> drivers;

    @Activate
    public ChosenBmcDriver(@Reference RedfishConversations choice, @Reference RedfishBmcDriver redfish,
            @Reference IpmiBmcDriver ipmi) {
        this.choice = choice;
        this.drivers = new Choice<>(choice, redfish, ipmi);
    }

    @Override
    public boolean ping(String address, int port, Duration wait) throws InterruptedException {
        return language(address, port, wait).isPresent();
    }

    /** A BMC may have IPMI off: Redfish is asked beside it, a moment later, since TLS is much work for a BMC. */
    @Override
    public Optional<Language> language(String address, int port, Duration wait) throws InterruptedException {
        var byRedfish = new CompletableFuture<Boolean>();
        var moment = wait.dividedBy(4).compareTo(MOMENT) < 0 ? wait.dividedBy(4) : MOMENT;
        var asking = Thread.ofVirtual().name("redfish-" + address).start(() -> {
            try {
                Thread.sleep(moment);
                byRedfish.complete(drivers.redfish().ping(address, port, wait));
            } catch (InterruptedException _) {
                byRedfish.complete(false);
            } finally {
                byRedfish.complete(false);
            }
        });
        try {
            if (drivers.ipmi().ping(address, port, wait)) {
                return Optional.of(Language.IPMI);
            }
            return byRedfish.get() ? Optional.of(Language.REDFISH) : Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            asking.interrupt();
        }
    }

    @Override
    public void meet(String address, int port) throws InterruptedException {
        choice.ask(address, port);
    }

    @Override
    public BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        meet(bmc.address(), bmc.port());
        return drivers.read(bmc, driver -> driver.identify(bmc));
    }

    @Override
    public PowerState powerState(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return drivers.read(bmc, driver -> driver.powerState(bmc));
    }

    @Override
    public List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return drivers.same(bmc, driver -> driver.sensors(bmc));
    }

    @Override
    public void power(BmcEndpoint bmc, PowerAction action) throws BmcFailure, InterruptedException {
        drivers.order(bmc, driver -> driver.power(bmc, action));
    }

    @Override
    public void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure, InterruptedException {
        drivers.order(bmc, driver -> driver.identifyLed(bmc, time));
    }

    @Override
    public void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi)
            throws BmcFailure, InterruptedException {
        drivers.order(bmc, driver -> driver.bootDevice(bmc, device, persistent, uefi));
    }

    @Override
    public void forget(String address, int port) {
        drivers.redfish().forget(address, port);
        drivers.ipmi().forget(address, port);
    }
}
