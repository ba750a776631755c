package org.dcos.net.ipmi.sdr;

/**
 * The physical thing that a sensor or FRU belongs to (IPMI v2.0 r1.1 §39.1, §43.14).
 *
 * @param id       what kind of thing, table 43-13
 * @param instance which one, as the byte is in the record: 00h to 5Fh system-relative, from 60h device-relative
 */
public record Entity(int id, int instance) {

    public static final int PROCESSOR = 0x03;
    public static final int DISK = 0x04;
    public static final int SYSTEM_BOARD = 0x07;
    public static final int MEMORY_MODULE = 0x08;
    public static final int PROCESSOR_MODULE = 0x09;
    public static final int POWER_SUPPLY = 0x0A;
    public static final int EXPANSION_BOARD = 0x10;
    public static final int SYSTEM_CHASSIS = 0x17;
    public static final int DISK_BAY = 0x1A;
    public static final int FAN = 0x1D;
    public static final int COOLING_UNIT = 0x1E;
    public static final int MEMORY_DEVICE = 0x20;

    private static final CodeTexts NAMES = CodeTexts.read("entities.txt");
    private static final int DEVICE_RELATIVE = 0x60;

    /** "processor 1"; device-relative instances count from 0. */
    public String text() {
        int number = instance & 0x7F;
        String name = NAMES.text(id, 0).orElse("entity %02Xh".formatted(id));
        return "%s %d".formatted(name, number >= DEVICE_RELATIVE ? number - DEVICE_RELATIVE : number);
    }
}
