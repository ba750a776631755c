package org.dcos.server.oob.redfish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.model.BootOverride;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.ResetType;
import org.dcos.net.redfish.service.ManagerControl;
import org.dcos.net.redfish.service.SensorReader;
import org.dcos.net.redfish.service.SystemControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks Redfish with BMCs. Between two requests of one conversation others have their turn, operators before those who
 * poll, so that an order never waits for the end of a reading.
 */
@Component(service = RedfishBmcDriver.class)
public final class RedfishBmcDriver implements BmcDriver {

    private static final Logger LOG = LoggerFactory.getLogger(RedfishBmcDriver.class);

    private final RedfishConversations redfish;
    private final InstantSource clock = InstantSource.system();
    /** Redfish has no time for the light: somebody here has to put it out. */
    private final Map<String, Thread> lights = new ConcurrentHashMap<>();

    @Activate
    public RedfishBmcDriver(@Reference RedfishConversations redfish) {
        this.redfish = redfish;
    }

    @Deactivate
    public void close() {
        lights.values().forEach(Thread::interrupt);
    }

    @Override
    public boolean ping(String address, int port, Duration wait) throws InterruptedException {
        return redfish.answers(address, wait);
    }

    @Override
    public Optional<Language> language(String address, int port, Duration wait) throws InterruptedException {
        return ping(address, port, wait) ? Optional.of(Language.REDFISH) : Optional.empty();
    }

    @Override
    public BmcIdentity identify(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.ROUTINE, connection -> {
            var control = new SystemControl(connection);
            var system = control.system();
            var manager = new ManagerControl(connection).manager();
            String serial = control.serialNumber(system);
            String board = serial.equals(system.serialNumber()) ? "" : system.serialNumber();
            String chassis = control.chassis().stream().map(Chassis::serialNumber).filter(text -> !text.isEmpty())
                    .findFirst().orElse("");
            return new BmcIdentity(system.uuid(), manager.firmware(), system.manufacturer(), system.model(), serial,
                    system.assetTag(), board, chassis);
        });
    }

    @Override
    public PowerState powerState(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.ROUTINE, connection -> switch (new SystemControl(connection).system()
                .power()) {
            // @formatter:off: it would glue the words together
            case ON, TURNING_OFF -> PowerState.ON;
            case OFF, TURNING_ON -> PowerState.OFF;
            // @formatter:on
            case UNKNOWN -> PowerState.UNKNOWN;
        });
    }

    @Override
    public List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        var now = clock.instant();
        return redfish.talk(bmc, Urgency.ROUTINE,
                connection -> RedfishSensors.of(new SensorReader(connection).read(), now));
    }

    @Override
    public void power(BmcEndpoint bmc, PowerAction action) throws BmcFailure, InterruptedException {
        var kind = switch (action) {
            case ON -> ResetType.ON;
            case OFF -> ResetType.FORCE_OFF;
            case GRACEFUL_SHUTDOWN -> ResetType.GRACEFUL_SHUTDOWN;
            case CYCLE -> ResetType.POWER_CYCLE;
            case RESET -> ResetType.FORCE_RESTART;
            case NMI -> ResetType.NMI;
        };
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            new SystemControl(connection).reset(kind);
            return kind;
        });
    }

    @Override
    public void identifyLed(BmcEndpoint bmc, Duration time) throws BmcFailure, InterruptedException {
        light(bmc, !time.isZero());
        var before = lights.remove(bmc.address());
        if (before != null) {
            before.interrupt();
        }
        if (!time.isZero()) {
            lights.put(bmc.address(), Thread.ofVirtual().name("light-" + bmc.address()).start(() -> {
                try {
                    Thread.sleep(time);
                    lights.remove(bmc.address(), Thread.currentThread());
                    light(bmc, false);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt(); // lit anew, put out, or the end of the process
                } catch (BmcFailure e) {
                    LOG.warn("The light of the BMC {} could not be put out: {}", bmc.address(), e.getMessage());
                }
            }));
        }
    }

    private void light(BmcEndpoint bmc, boolean on) throws BmcFailure, InterruptedException {
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            new SystemControl(connection).light(on);
            return on;
        });
    }

    @Override
    public void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi)
            throws BmcFailure, InterruptedException {
        var target = switch (device) {
            case NONE -> BootOverride.Target.NONE;
            case PXE -> BootOverride.Target.PXE;
            case DISK -> BootOverride.Target.HDD;
            case CDROM -> BootOverride.Target.CD;
            case BIOS_SETUP -> BootOverride.Target.BIOS_SETUP;
        };
        redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            new SystemControl(connection).boot(target,
                    persistent ? BootOverride.Enabled.CONTINUOUS : BootOverride.Enabled.ONCE, uefi);
            return target;
        });
    }

    @Override
    public void forget(String address, int port) {
        redfish.forget(address, port);
    }
}
