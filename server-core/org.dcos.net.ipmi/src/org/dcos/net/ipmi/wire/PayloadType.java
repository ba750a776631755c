package org.dcos.net.ipmi.wire;

/** What an RMCP+ packet carries (IPMI v2.0 r1.1 §13.27.3, table 13-16). */
public enum PayloadType {
    IPMI_MESSAGE(0x00),
    SERIAL_OVER_LAN(0x01),
    OPEN_SESSION_REQUEST(0x10),
    OPEN_SESSION_RESPONSE(0x11),
    RAKP_1(0x12),
    RAKP_2(0x13),
    RAKP_3(0x14),
    RAKP_4(0x15);

    private final int code;

    PayloadType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** True for the six types that set up a session: they are sent outside of one (§13.17 to §13.23). */
    public boolean isSessionSetup() {
        return code >= 0x10;
    }

    /** @throws MalformedIpmiMessage for OEM and reserved types, which nobody here asks for */
    public static PayloadType of(int code) throws MalformedIpmiMessage {
        for (PayloadType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new MalformedIpmiMessage("RMCP+ payload type %02Xh is not used here".formatted(code));
    }
}
