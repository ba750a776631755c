package org.dcos.net.ipmi.sdr;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * The units of a sensor (IPMI v2.0 r1.1 §43.1 bytes 21 to 23, §43.17 table 43-15).
 *
 * @param baseUnit     unit type code
 * @param modifierUnit unit type code, used when {@code combination} is not NONE
 */
public record SensorUnits(AnalogFormat format, Rate rate, Combination combination, boolean percentage, int baseUnit,
        int modifierUnit) {

    /** Bits 5:3 of the first byte. */
    public enum Rate {
        NONE(""), PER_MICROSECOND("/µs"), PER_MILLISECOND("/ms"), PER_SECOND("/s"), PER_MINUTE("/min"),
        PER_HOUR("/h"), PER_DAY("/d"), RESERVED("");

        private final String symbol;

        Rate(String symbol) {
            this.symbol = symbol;
        }
    }

    /** Bits 2:1 of the first byte: how base and modifier unit belong together. */
    public enum Combination {
        NONE, BASE_DIVIDED_BY_MODIFIER, BASE_TIMES_MODIFIER, RESERVED
    }

    public static final int DEGREES_C = 0x01;
    public static final int VOLTS = 0x04;
    public static final int AMPS = 0x05;
    public static final int WATTS = 0x06;
    public static final int RPM = 0x12;

    private static final CodeTexts UNITS = CodeTexts.read("units.txt");

    public static SensorUnits of(AnalogFormat format, int baseUnit) {
        return new SensorUnits(format, Rate.NONE, Combination.NONE, false, baseUnit, 0);
    }

    /** "°C", "V", "RPM", "% ", "B/s"; empty when unspecified. */
    public String symbol() {
        String unit = symbol(baseUnit);
        if (combination == Combination.NONE && !percentage && rate == Rate.NONE) {
            return unit; // nearly always; it is kept with every reading, so it is not made anew
        }
        String combined = switch (combination) {
            case NONE, RESERVED -> unit;
            case BASE_DIVIDED_BY_MODIFIER -> unit + "/" + symbol(modifierUnit);
            case BASE_TIMES_MODIFIER -> unit + "·" + symbol(modifierUnit);
        };
        return ((percentage ? "% " : "") + combined + rate.symbol).strip();
    }

    /** The table's words for the base unit: "degrees C", "volts". */
    public String words() {
        return UNITS.text(baseUnit, 0).orElse("unit %02Xh".formatted(baseUnit));
    }

    private static String symbol(int unit) {
        return UNITS.text(unit, 1).orElse("");
    }

    int firstByte() {
        return format.ordinal() << 6 | rate.ordinal() << 3 | combination.ordinal() << 1 | (percentage ? 1 : 0);
    }

    static SensorUnits decode(byte[] record, int at) throws MalformedIpmiMessage {
        if (at + 3 > record.length) {
            throw new MalformedIpmiMessage("sensor record of %d bytes ends before its units".formatted(record.length));
        }
        int first = record[at] & 0xFF;
        return new SensorUnits(AnalogFormat.values()[first >> 6], Rate.values()[first >> 3 & 0x07],
                Combination.values()[first >> 1 & 0x03], (first & 1) != 0, record[at + 1] & 0xFF,
                record[at + 2] & 0xFF);
    }
}
