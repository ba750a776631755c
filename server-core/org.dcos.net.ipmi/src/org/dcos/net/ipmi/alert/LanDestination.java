package org.dcos.net.ipmi.alert;

import java.util.HexFormat;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.lan.Ipv4;
import org.dcos.net.ipmi.lan.LanParameter;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * To whom a channel sends traps (IPMI v2.0 r1.1 table 23-4, parameters 18 and 19).
 *
 * @param number       1 to 15; 0 is the volatile one
 * @param acknowledged whether the receiver has to acknowledge
 * @param kind         bits 2:0, {@link #PLATFORM_EVENT_TRAP} or an OEM's
 * @param ackSeconds   how long an acknowledgement is waited for; between tries, when none is wanted
 * @param retries      0 to 7
 * @param backupGateway send by the backup gateway
 * @param mac          six bytes, all zero: asked of the network
 */
public record LanDestination(int number, boolean acknowledged, int kind, int ackSeconds, int retries,
        boolean backupGateway, Ipv4 address, String mac) {

    /** Kind: an SNMP trap in the platform event trap format. */
    public static final int PLATFORM_EVENT_TRAP = 0;

    private static final int ACKNOWLEDGED = 0x80;
    private static final String NO_MAC = "00:00:00:00:00:00";
    private static final int MAC_LENGTH = 6;
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    /** Sends traps there three times, a few seconds apart, without waiting for an acknowledgement. */
    public static LanDestination trap(int number, Ipv4 address) {
        return new LanDestination(number, false, PLATFORM_EVENT_TRAP, 3, 3, false, address, NO_MAC);
    }

    /** Parameter 18. */
    public byte[] type() {
        return new byte[] {(byte) number, (byte) ((acknowledged ? ACKNOWLEDGED : 0) | kind), (byte) ackSeconds,
            (byte) retries};
    }

    /** Parameter 19. */
    public byte[] whereTo() {
        return Answers.write(LanParameter.DESTINATION_ADDRESS.length()).put((byte) number).put((byte) 0)
                .put((byte) (backupGateway ? 1 : 0)).put(address.bytes()).put(COLONS.parseHex(mac)).array();
    }

    /** From both parameters. An address of another format (bits 7:4 of its second byte) is none. */
    public static LanDestination decode(byte[] type, byte[] whereTo) throws MalformedIpmiMessage {
        Answers.read(Command.GET_LAN_CONFIGURATION_PARAMETERS, type, LanParameter.DESTINATION_TYPE.length());
        Answers.read(Command.GET_LAN_CONFIGURATION_PARAMETERS, whereTo, LanParameter.DESTINATION_ADDRESS.length());
        Ipv4 address = (whereTo[1] & 0xF0) == 0 ? Ipv4.at(whereTo, 3) : Ipv4.NONE;
        return new LanDestination(type[0] & 0x0F, (type[1] & ACKNOWLEDGED) != 0, type[1] & 0x07, type[2] & 0xFF,
                type[3] & 0x07, (whereTo[2] & 1) != 0, address,
                COLONS.formatHex(whereTo, 3 + Ipv4.LENGTH, 3 + Ipv4.LENGTH + MAC_LENGTH));
    }

    /** Whether traps go to that address. */
    public boolean isTrapTo(Ipv4 receiver) {
        return kind == PLATFORM_EVENT_TRAP && address.equals(receiver);
    }
}
