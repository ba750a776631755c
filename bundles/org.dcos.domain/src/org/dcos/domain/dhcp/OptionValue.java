package org.dcos.domain.dhcp;

/**
 * A DHCP option to send.
 *
 * @param code  1 to 254; not those that the server needs for itself
 * @param value in the form
 */
public record OptionValue(int code, Form form, String value) {

    /** How the value is written. */
    public enum Form {
        /** As it is. */
        TEXT,
        /** IPv4 addresses with commas between them. */
        ADDRESSES,
        /** Octets as two hexadecimal digits each. */
        HEX
    }
}
