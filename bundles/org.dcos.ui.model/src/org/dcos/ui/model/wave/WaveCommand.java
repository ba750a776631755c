package org.dcos.ui.model.wave;

import java.time.Duration;
import java.util.List;

import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.PowerAction;
import org.dcos.ui.model.text.Texts;

/** What can be ordered of many servers, in the order in which it is offered, with its words. */
public final class WaveCommand {

    private static final Duration LIGHT = Duration.ofSeconds(240);

    /** What is offered; the harmless first. */
    public static final List<ChassisCommand> ALL = List.of(new ChassisCommand.SetPower(PowerAction.ON),
            new ChassisCommand.SetPower(PowerAction.GRACEFUL_SHUTDOWN), new ChassisCommand.SetPower(PowerAction.CYCLE),
            new ChassisCommand.SetPower(PowerAction.RESET), new ChassisCommand.SetPower(PowerAction.OFF),
            new ChassisCommand.SetPower(PowerAction.NMI), new ChassisCommand.SetBoot(BootDevice.PXE, false, true),
            new ChassisCommand.SetBoot(BootDevice.DISK, false, true),
            new ChassisCommand.SetBoot(BootDevice.CDROM, false, true),
            new ChassisCommand.SetBoot(BootDevice.BIOS_SETUP, false, true),
            new ChassisCommand.SetBoot(BootDevice.NONE, false, true), new ChassisCommand.Light(LIGHT),
            new ChassisCommand.Light(Duration.ZERO));

    private WaveCommand() {}

    public static String words(ChassisCommand command, Texts texts) {
        return switch (command) {
            case ChassisCommand.SetPower(var action) -> texts.of("action", action);
            case ChassisCommand.SetBoot(var device, var persistent, var uefi) -> texts.get("wave.boot",
                    texts.of("wave.boot", device), texts.get(persistent ? "wave.boot.always" : "wave.boot.once"),
                    uefi ? "UEFI" : "BIOS");
            case ChassisCommand.Light(var time) -> time.isZero() ? texts.get("wave.light.off")
                    : texts.get("wave.light.on", time.toSeconds());
        };
    }

    /** What happens, in a sentence. */
    public static String message(ChassisCommand command, Texts texts) {
        return switch (command) {
            case ChassisCommand.SetPower(var action) -> texts.of("confirm.message", action);
            case ChassisCommand.SetBoot _ -> texts.get("wave.message.boot");
            case ChassisCommand.Light _ -> texts.get("wave.message.light");
        };
    }
}
