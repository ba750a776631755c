package org.dcos.net.ipmi.wire;

/** Constants of the Remote Management Control Protocol (IPMI v2.0 r1.1 §13.1, ASF 2.0 §3.2). */
public final class Rmcp {

    /** Primary RMCP UDP port (§13.1.2). */
    public static final int PORT = 623;

    /** RMCP version byte: ASF RMCP version 1.0 (§13.1.3, table 13-2). */
    public static final int VERSION = 0x06;

    /** Sequence number that asks for no RMCP acknowledge; IPMI messages always use it (§13.2.1). */
    public static final int NO_ACK = 0xFF;

    /**
     * Longest datagram that is ever decoded, bytes. An RMCP+ payload length field could claim 65,535 (§13.6), no
     * message of this bundle or of a management controller's LAN channel comes near 1,024.
     */
    public static final int LONGEST_DATAGRAM = 2048;

    private Rmcp() {}
}
