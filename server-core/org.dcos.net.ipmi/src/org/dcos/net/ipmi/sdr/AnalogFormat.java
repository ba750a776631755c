package org.dcos.net.ipmi.sdr;

/** How the raw byte of a reading or threshold is a number (IPMI v2.0 r1.1 §43.1 byte 21, bits 7:6). */
public enum AnalogFormat {
    UNSIGNED,
    ONES_COMPLEMENT,
    TWOS_COMPLEMENT,
    /** The sensor returns no number. */
    NONE;

    /** The number that a raw byte stands for. */
    public int toNumber(int raw) {
        int octet = raw & 0xFF;
        return switch (this) {
            case UNSIGNED, NONE -> octet;
            case ONES_COMPLEMENT -> octet < 0x80 ? octet : octet - 0xFF;
            case TWOS_COMPLEMENT -> (byte) octet;
        };
    }

    /** The raw byte of the nearest number that the format can hold. */
    public int toRaw(long number) {
        return switch (this) {
            case UNSIGNED, NONE -> Math.clamp(number, 0, 0xFF);
            case ONES_COMPLEMENT -> onesComplement(Math.clamp(number, -127, 127));
            case TWOS_COMPLEMENT -> Math.clamp(number, -128, 127) & 0xFF;
        };
    }

    private static int onesComplement(int number) {
        return number < 0 ? number + 0xFF : number;
    }
}
