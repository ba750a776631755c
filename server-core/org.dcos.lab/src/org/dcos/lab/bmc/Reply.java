package org.dcos.lab.bmc;

import java.util.Arrays;

/** Puts the data of a response together; numbers go least significant byte first. */
final class Reply {

    static final byte[] EMPTY = {};

    private byte[] bytes = new byte[24];
    private int length;

    static byte[] of(int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return data;
    }

    Reply add(int... more) {
        for (int each : more) {
            makeRoom(1);
            bytes[length++] = (byte) each;
        }
        return this;
    }

    Reply word(int value) {
        return add(value, value >> 8);
    }

    Reply doubleWord(int value) {
        return word(value).word(value >> 16);
    }

    Reply add(byte[] more) {
        return add(more, 0, more.length);
    }

    Reply add(byte[] more, int from, int count) {
        makeRoom(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        return this;
    }

    byte[] data() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoom(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
