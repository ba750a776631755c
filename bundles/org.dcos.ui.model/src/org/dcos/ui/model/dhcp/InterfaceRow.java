package org.dcos.ui.model.dhcp;

import org.dcos.domain.dhcp.HostInterface;
import org.dcos.ui.model.estate.Mark;

/**
 * A network interface, in words.
 *
 * @param state     whether DHCP is served on it
 * @param addresses its addresses, or that it has none
 * @param link      whether it has a link, and its MAC
 * @param warning   that somebody else gives addresses away there, or why it is not served; empty when all is well
 * @param chosen    whether it was told to be served
 */
public record InterfaceRow(HostInterface host, Mark mark, String state, String addresses, String link, String warning,
        boolean chosen) {

    public String name() {
        return host.name();
    }
}
