package org.dcos.ui.canvas.ipmap;

import java.util.Map;

/**
 * The few words that the map says by itself, in the operator's language.
 *
 * @param canvas    name of the whole for a screen reader
 * @param states    one word for each state
 * @param free      for what nobody has
 * @param addresses with {@code %s}, a number of addresses
 * @param taken     with {@code %s}, why a dragged block cannot be had
 */
public record IpMapWords(String canvas, Map<IpState, String> states, String free, String addresses, String taken) {

    public static final IpMapWords ENGLISH = new IpMapWords("IP map",
            Map.of(IpState.CONTAINER, "divided", IpState.ACTIVE, "active", IpState.RESERVED, "reserved",
                    IpState.QUARANTINED, "quarantined", IpState.DHCP, "DHCP range"),
            "free", "%s addresses", "taken: %s");

    public IpMapWords {
        states = Map.copyOf(states);
    }
}
