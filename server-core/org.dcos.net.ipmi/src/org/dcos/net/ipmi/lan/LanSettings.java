package org.dcos.net.ipmi.lan;

import java.util.Optional;

/**
 * How a LAN channel is set.
 *
 * @param mac  "0c:c4:7a:01:02:03"
 * @param vlan 1 to 4094; empty when frames go untagged
 */
public record LanSettings(IpSource source, Ipv4 address, Ipv4 mask, Ipv4 gateway, String mac,
        Optional<Integer> vlan) {

    private static final int VLAN_ON = 0x80;

    /** From where the address comes (IPMI v2.0 r1.1 table 23-4, parameter 4), in the order of the codes. */
    public enum IpSource {
        UNSPECIFIED, STATIC, DHCP, BIOS, OTHER;

        public static IpSource of(byte code) {
            int source = code & 0x0F;
            return source < values().length ? values()[source] : UNSPECIFIED;
        }

        public byte[] encode() {
            return new byte[] {(byte) ordinal()};
        }
    }

    /** Parameter 20: bits 11:0 the VLAN, bit 15 whether it is on. */
    public static Optional<Integer> vlan(byte[] value) {
        return (value[1] & VLAN_ON) == 0 ? Optional.empty()
                : Optional.of(value[0] & 0xFF | (value[1] & 0x0F) << 8);
    }

    /** @param id 1 to 4094, 0 for untagged */
    public static byte[] vlan(int id) {
        if (id < 0 || id > 4094) {
            throw new IllegalArgumentException("VLAN %d, must be 1 to 4094, or 0 for none".formatted(id));
        }
        return new byte[] {(byte) id, (byte) (id == 0 ? 0 : VLAN_ON | id >> 8)};
    }
}
