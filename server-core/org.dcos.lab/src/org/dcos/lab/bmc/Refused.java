package org.dcos.lab.bmc;

import java.io.Serial;

/** A command that is answered with a completion code other than 00h (IPMI v2.0 r1.1 §5.2); cheap to throw. */
final class Refused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final int completionCode;
    private final transient byte[] data;

    Refused(int completionCode) {
        this(completionCode, Reply.EMPTY);
    }

    /** @param data behind the completion code; nearly all commands have none when they are refused */
    Refused(int completionCode, byte[] data) {
        super("completion code %02Xh".formatted(completionCode), null, false, false);
        this.completionCode = completionCode;
        this.data = data;
    }

    byte[] data() {
        return data;
    }

    int completionCode() {
        return completionCode;
    }
}
