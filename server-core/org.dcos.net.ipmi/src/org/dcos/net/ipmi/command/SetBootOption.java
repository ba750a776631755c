package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Set System Boot Options (IPMI v2.0 r1.1 §28.12).
 *
 * @param parameter 0 to 127, table 28-14
 * @param value     parameter data
 */
public record SetBootOption(int parameter, byte[] value) implements StandardRequest<Done> {

    /** Parameter 0: "set in progress", guards a change of several parameters. */
    public static final int SET_IN_PROGRESS = 0;

    /** Parameter 4: "boot info acknowledge", who has handled the boot information. */
    public static final int BOOT_INFO_ACKNOWLEDGE = 4;

    private static final int SET_COMPLETE = 0;
    private static final int IN_PROGRESS = 1;
    private static final int BIOS_HAS_NOT_HANDLED = 0x01;

    public SetBootOption {
        value = value.clone();
    }

    public static SetBootOption flags(BootFlags flags) {
        return new SetBootOption(BootFlags.PARAMETER, flags.encode());
    }

    public static SetBootOption begin() {
        return new SetBootOption(SET_IN_PROGRESS, new byte[] {IN_PROGRESS});
    }

    public static SetBootOption complete() {
        return new SetBootOption(SET_IN_PROGRESS, new byte[] {SET_COMPLETE});
    }

    /** Tells that the BIOS has not yet handled the boot information: write mask, then data. */
    public static SetBootOption acknowledgePending() {
        return new SetBootOption(BOOT_INFO_ACKNOWLEDGE, new byte[] {BIOS_HAS_NOT_HANDLED, BIOS_HAS_NOT_HANDLED});
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    @Override
    public Command spec() {
        return Command.SET_SYSTEM_BOOT_OPTIONS;
    }

    @Override
    public PrivilegeLevel privilege() {
        return PrivilegeLevel.OPERATOR;
    }

    @Override
    public byte[] data() {
        return Answers.write(1 + value.length).put((byte) parameter).put(value).array();
    }

    @Override
    public Done decode(byte[] answer) {
        return Done.DONE;
    }
}
