package org.dcos.net.ipmi.wire;

import java.util.Optional;

/** Session privilege levels, lowest first (IPMI v2.0 r1.1 §6.8; numbers of table 13-11 and §22.18). */
public enum PrivilegeLevel {
    CALLBACK(1),
    USER(2),
    OPERATOR(3),
    ADMINISTRATOR(4),
    OEM(5);

    /** In an Open Session Request: "highest level that matches the proposed algorithms" (table 13-9). */
    public static final int HIGHEST = 0;

    private final int code;

    PrivilegeLevel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<PrivilegeLevel> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
