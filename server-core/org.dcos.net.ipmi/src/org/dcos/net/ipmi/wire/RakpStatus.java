package org.dcos.net.ipmi.wire;

import java.util.Optional;

/** RMCP+ and RAKP message status codes (IPMI v2.0 r1.1 §13.24, table 13-15). */
public enum RakpStatus {
    NO_ERRORS(0x00, "no error"),
    INSUFFICIENT_RESOURCES(0x01, "no free session"),
    INVALID_SESSION_ID(0x02, "invalid session ID"),
    INVALID_PAYLOAD_TYPE(0x03, "invalid payload type"),
    INVALID_AUTHENTICATION_ALGORITHM(0x04, "authentication algorithm not supported"),
    INVALID_INTEGRITY_ALGORITHM(0x05, "integrity algorithm not supported"),
    NO_MATCHING_AUTHENTICATION_PAYLOAD(0x06, "no matching authentication payload"),
    NO_MATCHING_INTEGRITY_PAYLOAD(0x07, "no matching integrity payload"),
    INACTIVE_SESSION_ID(0x08, "inactive session ID"),
    INVALID_ROLE(0x09, "invalid role"),
    UNAUTHORIZED_ROLE(0x0A, "role or privilege level not allowed for this user"),
    INSUFFICIENT_RESOURCES_FOR_ROLE(0x0B, "no free session for this role"),
    INVALID_NAME_LENGTH(0x0C, "invalid user name length"),
    UNAUTHORIZED_NAME(0x0D, "unknown user name"),
    UNAUTHORIZED_GUID(0x0E, "unauthorized GUID"),
    INVALID_INTEGRITY_CHECK_VALUE(0x0F, "invalid integrity check value"),
    INVALID_CONFIDENTIALITY_ALGORITHM(0x10, "confidentiality algorithm not supported"),
    NO_CIPHER_SUITE_MATCH(0x11, "no cipher suite matches"),
    ILLEGAL_PARAMETER(0x12, "illegal or unrecognized parameter");

    /** Shortest refusal, tag and status: some controllers leave the rest of the message out. */
    static final int LEAST_REFUSAL = 2;

    private final int code;
    private final String text;

    RakpStatus(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<RakpStatus> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }

    /** For messages: the text, or the number when a controller uses a reserved one. */
    public static String textOf(int code) {
        return of(code).map(RakpStatus::text).orElse("reserved status") + " (status %02Xh)".formatted(code);
    }
}
