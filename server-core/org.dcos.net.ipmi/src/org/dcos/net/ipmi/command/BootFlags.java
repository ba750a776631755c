package org.dcos.net.ipmi.command;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * From where the system boots next: boot option parameter 5 (IPMI v2.0 r1.1 §28.13, table 28-14).
 *
 * @param valid      whether the firmware is to follow them; a controller clears it about 60 s after it was set when no
 *                   power command follows (parameter 3)
 * @param persistent for all boots to come, not for the next alone
 * @param uefi       UEFI boot, not legacy PC
 * @param deviceCode bits 5:2 of the second byte, see {@link #device()}
 * @param rest       bits 7:6 and 1:0 of the second byte, and bytes 3 to 5, kept as they are
 */
public record BootFlags(boolean valid, boolean persistent, boolean uefi, int deviceCode, byte[] rest) {

    /** Number of the parameter. */
    public static final int PARAMETER = 5;

    static final int LENGTH = 5;

    private static final int VALID = 0x80;
    private static final int PERSISTENT = 0x40;
    private static final int UEFI = 0x20;
    private static final int DEVICE_MASK = 0x3C;

    /** Boot device selectors (table 28-14, data 2 bits 5:2). */
    public enum Device {
        NONE(0x00),
        PXE(0x01),
        DISK(0x02),
        DISK_SAFE_MODE(0x03),
        DIAGNOSTIC(0x04),
        CD(0x05),
        BIOS_SETUP(0x06),
        REMOTE_FLOPPY(0x07),
        REMOTE_CD(0x08),
        REMOTE_DISK(0x0B),
        FLOPPY(0x0F);

        private final int code;

        Device(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Optional<Device> of(int code) {
            return Arrays.stream(values()).filter(device -> device.code == code).findFirst();
        }
    }

    public BootFlags {
        if (rest.length != LENGTH - 1) {
            throw new IllegalArgumentException("boot flags with %d further bytes, must be 4".formatted(rest.length));
        }
        rest = rest.clone();
    }

    public static BootFlags of(Device device, boolean persistent, boolean uefi) {
        return new BootFlags(true, persistent, uefi, device.code(), new byte[LENGTH - 1]);
    }

    @Override
    public byte[] rest() {
        return rest.clone();
    }

    /** Absent for a reserved selector. */
    public Optional<Device> device() {
        return Device.of(deviceCode);
    }

    public byte[] encode() {
        return Answers.write(LENGTH)
                .put((byte) ((valid ? VALID : 0) | (persistent ? PERSISTENT : 0) | (uefi ? UEFI : 0)))
                .put((byte) (deviceCode << 2 | rest[0] & ~DEVICE_MASK)).put(rest, 1, rest.length - 1).array();
    }

    public static BootFlags decode(byte[] data) throws MalformedIpmiMessage {
        if (data.length < LENGTH) {
            throw new MalformedIpmiMessage("boot flags of %d bytes, need 5".formatted(data.length));
        }
        byte[] rest = Arrays.copyOfRange(data, 1, LENGTH);
        rest[0] &= (byte) ~DEVICE_MASK;
        return new BootFlags((data[0] & VALID) != 0, (data[0] & PERSISTENT) != 0, (data[0] & UEFI) != 0,
                (data[1] & DEVICE_MASK) >> 2, rest);
    }

    @Override
    public String toString() {
        return "BootFlags[%s, %s, %s, %s, rest %s]".formatted(valid ? "valid" : "not valid",
                device().map(Device::name).orElse("selector " + deviceCode), persistent ? "persistent" : "once",
                uefi ? "UEFI" : "legacy", HexFormat.of().formatHex(rest));
    }
}
