package org.dcos.ui.model.dhcp;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.ui.model.estate.Mark;

/**
 * How DHCP is doing, in words.
 *
 * @param state      empty until it is loaded
 * @param headline   one line: what it does, since when
 * @param trouble    why it does not do all that it should; empty when all is well
 * @param command    what mends that, to be given to a shell
 * @param interfaces those of the server-core's machine
 * @param networks   the served ones
 */
public record DhcpSight(Optional<DhcpStatus.State> state, Mark mark, String headline, String trouble,
        Optional<String> command, List<InterfaceRow> interfaces, List<NetworkRow> networks, DhcpSettings settings) {

    static final DhcpSight NOTHING = new DhcpSight(Optional.empty(), Mark.NONE, "", "", Optional.empty(), List.of(),
            List.of(), DhcpSettings.DEFAULT);

    public DhcpSight {
        interfaces = List.copyOf(interfaces);
        networks = List.copyOf(networks);
    }

    /** Whether it was told to serve. */
    public boolean serving() {
        return settings.serving();
    }
}
