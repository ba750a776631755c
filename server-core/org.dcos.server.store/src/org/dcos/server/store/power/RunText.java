package org.dcos.server.store.power;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.Waves;

/** An order as the database keeps it: without its servers, which the steps name, and its command as plain fields. */
record RunText(UUID id, Command command, String reason, Waves waves, Optional<UUID> after, ChassisRun.Stage stage,
        String said, String startedBy, Instant started, Optional<Instant> ended, List<ChassisRun.Wave> parts) {

    /** One of the three is there. */
    record Command(Optional<PowerAction> power, Optional<BootDevice> boot, boolean persistent, boolean uefi,
            Optional<Duration> light) {

        static Command of(ChassisCommand command) {
            return switch (command) {
                case ChassisCommand.SetPower(var action) -> new Command(Optional.of(action), Optional.empty(), false,
                        false, Optional.empty());
                case ChassisCommand.SetBoot(var device, var persistent, var uefi) -> new Command(Optional.empty(),
                        Optional.of(device), persistent, uefi, Optional.empty());
                case ChassisCommand.Light(var time) -> new Command(Optional.empty(), Optional.empty(), false, false,
                        Optional.of(time));
            };
        }

        ChassisCommand command() {
            return power.<ChassisCommand>map(ChassisCommand.SetPower::new)
                    .or(() -> boot.map(device -> new ChassisCommand.SetBoot(device, persistent, uefi)))
                    .orElseGet(() -> new ChassisCommand.Light(light.orElse(Duration.ZERO)));
        }
    }

    static RunText of(ChassisRun run) {
        return new RunText(run.id(), Command.of(run.order().command()), run.order().reason(), run.order().waves(),
                run.order().after(), run.stage(), run.said(), run.startedBy(), run.started(), run.ended(),
                run.waves());
    }

    ChassisRun run() {
        return new ChassisRun(id, new ChassisOrder(List.of(), command.command(), reason, waves, after, ""), stage,
                said, startedBy, started, ended, parts, List.of());
    }
}
