package org.dcos.domain.dhcp;

/**
 * An address for one machine alone.
 *
 * @param mac     lower case with colons
 * @param origin  from where it is known
 * @param machine name of the device, where it is recorded; may be empty
 */
public record Reservation(String mac, String address, Origin origin, String machine) {

    /** From where it is known. */
    public enum Origin {
        /** The address is recorded for a port with this MAC, or for a device whose management port has it. */
        RECORD,
        /** Somebody, or the server-core, reserved it. */
        ORDER
    }
}
