package org.dcos.domain.dhcp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A network interface of the server-core's machine; or one that should be served and is not there.
 *
 * @param mac       empty where it has none
 * @param present   whether the machine has it
 * @param up        whether it has a link
 * @param addresses its IPv4 addresses with the length of their prefix: {@code 10.0.0.1/24}
 * @param served    whether DHCP is served on it at this moment
 * @param trouble   why it should be served and is not, or not well; empty when all is well
 * @param command   what mends that, to be given to a shell
 * @param looked    when it was last looked for other servers there
 * @param others    the other DHCP servers that were seen on its network
 */
public record HostInterface(String name, String mac, boolean present, boolean up, List<String> addresses,
        boolean served, String trouble, Optional<String> command, Optional<Instant> looked, List<OtherServer> others) {

    public HostInterface {
        addresses = List.copyOf(addresses);
        others = List.copyOf(others);
    }
}
