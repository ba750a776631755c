package org.dcos.lab.bmc;

import java.util.TreeMap;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The boot option parameters (IPMI v2.0 r1.1 §28.12, §28.13, table 28-14). */
final class BootOptions {

    /** Command-specific completion codes of §28.12 and §28.13. */
    static final int PARAMETER_NOT_SUPPORTED = 0x80;
    static final int SET_IN_PROGRESS_BUSY = 0x81;

    static final int SET_IN_PROGRESS = 0;
    static final int BOOT_INFO_ACKNOWLEDGE = 4;
    static final int BOOT_FLAGS = 5;

    private static final int BOOT_FLAGS_VALID = 0x80;
    private static final int PERSISTENT = 0x40;
    private static final int PARAMETER_INVALID = 0x80;
    private static final int VERSION = 1;
    /** Data bytes of parameters 0 to 7, table 28-14. */
    private static final int[] LENGTHS = {1, 1, 1, 1, 2, 5, 9, 17};

    private final TreeMap<Integer, byte[]> parameters = new TreeMap<>();
    private int locked;

    /** Parameter version, selector, data. */
    byte[] get(int selector) throws Refused {
        check(selector);
        boolean marked = (locked & 1 << selector) != 0;
        return new Reply().add(VERSION, selector | (marked ? PARAMETER_INVALID : 0)).add(value(selector)).data();
    }

    /** @param selector bit 7 marks the parameter invalid; without data only that mark is changed */
    void set(int selector, byte[] data) throws Refused {
        int parameter = selector & 0x7F;
        check(parameter);
        int mark = 1 << parameter;
        locked = (selector & PARAMETER_INVALID) != 0 ? locked | mark : locked & ~mark;
        if (data.length == 0) {
            return;
        }
        byte[] value = value(parameter);
        switch (parameter) {
            case SET_IN_PROGRESS -> setInProgress(data[0] & 0x03);
            case BOOT_INFO_ACKNOWLEDGE -> {
                if (data.length < 2) {
                    throw new Refused(CompletionCode.REQUEST_LENGTH_INVALID);
                }
                value[1] = (byte) (value[1] & ~data[0] | data[1] & data[0]); // the first byte is a write mask
                parameters.put(parameter, value);
            }
            default -> {
                System.arraycopy(data, 0, value, 0, Math.min(data.length, value.length));
                parameters.put(parameter, value);
            }
        }
    }

    /** The firmware has used the flags: unless they are meant for every start, they are not valid any more. */
    void hostStarted() {
        byte[] flags = value(BOOT_FLAGS);
        if ((flags[0] & PERSISTENT) == 0 && (flags[0] & BOOT_FLAGS_VALID) != 0) {
            parameters.put(BOOT_FLAGS, new byte[LENGTHS[BOOT_FLAGS]]);
        }
    }

    /** 0 set complete, 1 set in progress, 2 commit write. */
    private void setInProgress(int state) throws Refused {
        boolean busy = value(SET_IN_PROGRESS)[0] == 1;
        if (state == 1 && busy) {
            throw new Refused(SET_IN_PROGRESS_BUSY);
        }
        parameters.put(SET_IN_PROGRESS, Reply.of(state == 2 ? 0 : state));
    }

    private byte[] value(int parameter) {
        byte[] value = parameters.get(parameter);
        return value == null ? new byte[LENGTHS[parameter]] : value.clone();
    }

    private static void check(int parameter) throws Refused {
        if (parameter < 0 || parameter >= LENGTHS.length) {
            throw new Refused(PARAMETER_NOT_SUPPORTED);
        }
    }
}
