package org.dcos.domain.dhcp;

import java.util.List;
import java.util.Optional;

/**
 * What a machine told of itself when it asked for an address; each as it was sent, without control characters, and
 * empty where it told nothing.
 *
 * @param vendorClass   option 60
 * @param clientId      option 61, as hexadecimal digits
 * @param hostName      option 12
 * @param vendorOptions option 43, as hexadecimal digits
 * @param userClass     option 77
 * @param machineId     option 97, as hexadecimal digits
 * @param architectures option 93; empty but for one that boots from the network
 * @param asked         codes of the options that it asked for (option 55), by which firmware can be told apart
 * @param relay         through which it asked; empty where it is on the same network
 */
public record DhcpClient(String vendorClass, String clientId, String hostName, String vendorOptions, String userClass,
        String machineId, List<Integer> architectures, List<Integer> asked, Optional<Relay> relay) {

    /** Told nothing. */
    public static final DhcpClient SILENT = new DhcpClient("", "", "", "", "", "", List.of(), List.of(),
            Optional.empty());

    public DhcpClient {
        architectures = List.copyOf(architectures);
        asked = List.copyOf(asked);
    }

    /**
     * What a relay told of the place where the machine is (option 82).
     *
     * @param address   of the relay, on the machine's network; empty for a lease of before it was kept
     * @param circuitId the port that the machine is behind: text where it is printable, else hexadecimal digits
     * @param remoteId  the relay's own name, written likewise
     */
    public record Relay(String address, String circuitId, String remoteId) {}
}
