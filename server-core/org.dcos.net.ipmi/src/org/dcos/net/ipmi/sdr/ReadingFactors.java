package org.dcos.net.ipmi.sdr;

import java.nio.ByteBuffer;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * The conversion factors of a sensor, six bytes in a full sensor record and in the answer to Get Sensor Reading Factors
 * (IPMI v2.0 r1.1 §43.1 bytes 25 to 30, §35.5).
 *
 * @param m           multiplier, -512 to 511
 * @param b           offset, -512 to 511
 * @param bExponent   K1, -8 to 7
 * @param resultExponent K2, -8 to 7
 * @param tolerance   in half raw counts, 0 to 63
 * @param accuracy    in 1/100 percent before its exponent, 0 to 1023
 * @param accuracyExponent 0 to 3
 * @param direction   0 unspecified, 1 input, 2 output
 */
public record ReadingFactors(int m, int b, int bExponent, int resultExponent, int tolerance, int accuracy,
        int accuracyExponent, int direction) {

    public static final int LENGTH = 6;

    public ReadingFactors {
        requireRange("m", m, -512, 511);
        requireRange("b", b, -512, 511);
        requireRange("bExponent", bExponent, -8, 7);
        requireRange("resultExponent", resultExponent, -8, 7);
        requireRange("tolerance", tolerance, 0, 63);
        requireRange("accuracy", accuracy, 0, 1023);
        requireRange("accuracyExponent", accuracyExponent, 0, 3);
        requireRange("direction", direction, 0, 3);
    }

    /** {@code y = (m x + b 10^bExponent) 10^resultExponent}. */
    public static ReadingFactors of(int m, int b, int bExponent, int resultExponent) {
        return new ReadingFactors(m, b, bExponent, resultExponent, 0, 0, 0, 0);
    }

    public void encode(ByteBuffer out) {
        out.put((byte) m).put((byte) ((m >> 2 & 0xC0) | tolerance));
        out.put((byte) b).put((byte) ((b >> 2 & 0xC0) | (accuracy & 0x3F)));
        out.put((byte) ((accuracy >> 2 & 0xF0) | accuracyExponent << 2 | direction));
        out.put((byte) (resultExponent << 4 | (bExponent & 0x0F)));
    }

    public static ReadingFactors decode(ByteBuffer in) throws MalformedIpmiMessage {
        if (in.remaining() < LENGTH) {
            throw new MalformedIpmiMessage("reading factors of %d bytes, need 6".formatted(in.remaining()));
        }
        int mLow = in.get() & 0xFF;
        int mHigh = in.get() & 0xFF;
        int bLow = in.get() & 0xFF;
        int bHigh = in.get() & 0xFF;
        int accuracyHigh = in.get() & 0xFF;
        int exponents = in.get() & 0xFF;
        return new ReadingFactors(signed(mLow | (mHigh & 0xC0) << 2, 10), signed(bLow | (bHigh & 0xC0) << 2, 10),
                signed(exponents & 0x0F, 4), signed(exponents >> 4, 4), mHigh & 0x3F,
                (bHigh & 0x3F) | (accuracyHigh & 0xF0) << 2, accuracyHigh >> 2 & 0x03, accuracyHigh & 0x03);
    }

    private static int signed(int value, int bits) {
        return value << 32 - bits >> 32 - bits;
    }

    private static void requireRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s %d is not in %d..%d".formatted(field, value, least, most));
        }
    }
}
