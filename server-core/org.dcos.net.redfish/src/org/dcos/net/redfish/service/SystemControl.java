package org.dcos.net.redfish.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.BootOverride;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.Indicator;
import org.dcos.net.redfish.model.ResetAction;
import org.dcos.net.redfish.model.ResetType;

/** The server behind a management controller: who it is, its power, what it boots from, its light. */
public final class SystemControl {

    private final RedfishConnection connection;
    private final Layout layout;

    public SystemControl(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    public ComputerSystem system() throws RedfishException, InterruptedException {
        Optional<Json> json = connection.find(layout.system(connection));
        if (json.isEmpty()) {
            layout.forget();
            json = Optional.of(connection.get(layout.system(connection)));
        }
        return Parsed.of(connection, json.get(), ComputerSystem::read);
    }

    /** The number on its label, which not every maker tells as the serial number. */
    public String serialNumber(ComputerSystem system) throws RedfishException, InterruptedException {
        return layout.quirk(connection).serialNumber(system);
    }

    /** The boxes it is in. */
    public List<Chassis> chassis() throws RedfishException, InterruptedException {
        return layout.chassis(connection);
    }

    /**
     * Asked for once.
     *
     * @throws NotOffered when the service has no such kind of reset
     */
    public void reset(ResetType kind) throws RedfishException, InterruptedException {
        ResetAction action = system().reset()
                .orElseThrow(() -> new NotOffered(connection.target(), "reset of the system"));
        ResetActions.perform(connection, action, alternatives(kind));
    }

    /** What means the same, the likeliest first. */
    private static List<ResetType> alternatives(ResetType kind) {
        return switch (kind) {
            case ON, FORCE_ON -> List.of(ResetType.ON, ResetType.FORCE_ON);
            case FORCE_OFF, GRACEFUL_SHUTDOWN, GRACEFUL_RESTART, FORCE_RESTART, POWER_CYCLE, NMI, PUSH_POWER_BUTTON ->
                    List.of(kind);
        };
    }

    /** @throws NotOffered when the service cannot boot from there */
    public void boot(BootOverride.Target target, BootOverride.Enabled enabled, boolean uefi)
            throws RedfishException, InterruptedException {
        ComputerSystem system = system();
        BootOverride now = system.boot();
        boolean off = target == BootOverride.Target.NONE || enabled == BootOverride.Enabled.DISABLED;
        if (!off && !now.targets().isEmpty() && !now.targets().contains(target.word())) {
            throw new NotOffered(connection.target(), "boot from " + target.word());
        }
        var change = new HashMap<String, Object>();
        change.put("BootSourceOverrideTarget", off ? BootOverride.Target.NONE.word() : target.word());
        change.put("BootSourceOverrideEnabled", off ? BootOverride.Enabled.DISABLED.word() : enabled.word());
        String mode = uefi ? "UEFI" : "Legacy";
        if (off || now.mode().isEmpty()) {
            connection.patch(system.path(), Map.of("Boot", change));
            return;
        }
        var withMode = new HashMap<>(change);
        withMode.put("BootSourceOverrideMode", mode);
        try {
            connection.patch(system.path(), Map.of("Boot", withMode));
        } catch (RedfishRefused e) { // some refuse a mode that they have already, or only change it alone
            if (!now.mode().get().equals(mode) || e.status() >= 500) {
                throw e;
            }
            connection.patch(system.path(), Map.of("Boot", change));
        }
    }

    /** Lights the machine's light, or puts it out. */
    public void light(boolean on) throws RedfishException, InterruptedException {
        ComputerSystem system = system();
        if (system.indicator().isPresent()) {
            connection.patch(system.path(), system.indicator().get().change(on));
            return;
        }
        for (Chassis chassis : chassis()) {
            if (chassis.indicator().isPresent()) {
                connection.patch(chassis.path(), chassis.indicator().get().change(on));
                return;
            }
        }
        throw new NotOffered(connection.target(), "light to find the machine by");
    }

    /** Empty when there is no light. */
    public Optional<Boolean> lit() throws RedfishException, InterruptedException {
        Optional<Indicator> indicator = system().indicator();
        return indicator.map(Indicator::lit);
    }
}
