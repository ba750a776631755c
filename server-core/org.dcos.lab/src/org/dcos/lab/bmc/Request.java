package org.dcos.lab.bmc;

import java.util.Arrays;
import org.dcos.net.ipmi.wire.CompletionCode;

/**
 * The data of a command, and whose it is. Reading past its end refuses the command with code C7h.
 *
 * @param data    behind the command byte
 * @param session the session it came in, or {@link Session#NONE}
 */
record Request(byte[] data, Session session) {

    int length() {
        return data.length;
    }

    void needAtLeast(int length) throws Refused {
        if (data.length < length) {
            throw new Refused(CompletionCode.REQUEST_LENGTH_INVALID);
        }
    }

    /** 0 to 255. */
    int at(int index) throws Refused {
        needAtLeast(index + 1);
        return data[index] & 0xFF;
    }

    /** Two bytes, the least significant first. */
    int wordAt(int index) throws Refused {
        needAtLeast(index + 2);
        return at(index) | at(index + 1) << 8;
    }

    /** Four bytes, the least significant first. */
    int doubleWordAt(int index) throws Refused {
        return wordAt(index) | wordAt(index + 2) << 16;
    }

    byte[] from(int index) throws Refused {
        needAtLeast(index);
        return Arrays.copyOfRange(data, index, data.length);
    }
}
