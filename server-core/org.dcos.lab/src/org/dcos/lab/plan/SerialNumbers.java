package org.dcos.lab.plan;

/**
 * Serial numbers in the style of each maker. A part that counts the servers keeps them unique; the styles differ in
 * length, letters and leading zeros, which is what import and matching have to cope with.
 */
final class SerialNumbers {

    /** Letters and digits without those that are easily mistaken for another. */
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXYZ0123456789";

    /** @param number the server's, 1 to 65,535; unique per lab */
    static String of(HardwareModel hardware, int number, long seed) {
        int year = Seed.between(seed ^ 1, 0, 4);
        int week = Seed.between(seed ^ 2, 1, 52);
        return switch (hardware.manufacturer()) {
            case HUAWEI -> "2102311XDB%c0%c4%06d".formatted("HJKLM".charAt(year), "ABCDE".charAt(year), number);
            case INSPUR -> "%012d".formatted(2_000_000L + number * 17L); // the zeros in front belong to it
            case DELL -> scattered(number, 6) + "3";
            case HPE -> "CN7%d%02d%04X".formatted(year, week, number);
            case LENOVO -> "J30" + scattered(number, 5);
            case H3C -> "210235A3V1H%d%02d%06d".formatted(20 + year, week, number);
        };
    }

    /** Base 31 of a number that is shuffled by a multiplication without common factor, so it stays unique. */
    private static String scattered(int number, int length) {
        long range = 1;
        for (int i = 0; i < length; i++) {
            range *= ALPHABET.length();
        }
        long shuffled = number * 7_368_787L % range;
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt((int) (shuffled % ALPHABET.length())));
            shuffled /= ALPHABET.length();
        }
        return text.toString();
    }

    private SerialNumbers() {}
}
