package org.dcos.net.redfish.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.EthernetInterface;
import org.dcos.net.redfish.model.Manager;
import org.dcos.net.redfish.model.NetworkProtocol;
import org.dcos.net.redfish.model.ResetType;

/** The management controller's own settings: its address, what it offers on the network, its clock, its restart. */
public final class ManagerControl {

    private static final int MOST_INTERFACES = 16;

    private final RedfishConnection connection;
    private final Layout layout;

    public ManagerControl(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    public Manager manager() throws RedfishException, InterruptedException {
        return Parsed.of(connection, connection.get(layout.manager(connection)), Manager::read);
    }

    public List<EthernetInterface> interfaces() throws RedfishException, InterruptedException {
        var found = new ArrayList<EthernetInterface>();
        Optional<String> collection = manager().ethernetInterfaces();
        if (collection.isPresent()) {
            for (String path : Members.links(connection, collection.get()).stream().limit(MOST_INTERFACES).toList()) {
                Optional<Json> json = connection.find(path);
                if (json.isPresent()) {
                    found.add(Parsed.of(connection, json.get(), EthernetInterface::read));
                }
            }
        }
        return found;
    }

    /** The interface with that address, by which one talks with it; else the first that is on and has an address. */
    public EthernetInterface interfaceOf(String address) throws RedfishException, InterruptedException {
        List<EthernetInterface> all = interfaces();
        return all.stream().filter(each -> each.has(address)).findFirst()
                .or(() -> all.stream().filter(each -> each.enabled() && !each.addresses().isEmpty()).findFirst())
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new NotOffered(connection.target(), "network settings"));
    }

    /** From now on this address; the connection that asked for it may end before the answer comes. */
    public void useAddress(EthernetInterface port, EthernetInterface.Ipv4 address)
            throws RedfishException, InterruptedException {
        Map<String, String> wanted = Map.of("Address", address.address(), "SubnetMask", address.mask(), "Gateway",
                address.gateway());
        if (port.dhcp().isPresent() || port.configured().isPresent()) {
            connection.patch(port.path(), Map.of("DHCPv4", Map.of("DHCPEnabled", false), "IPv4StaticAddresses",
                    List.of(wanted)));
        } else { // before schema 1.4 an address says itself where it is from
            connection.patch(port.path(), Map.of("IPv4Addresses", List.of(Map.of("Address", address.address(),
                    "SubnetMask", address.mask(), "Gateway", address.gateway(), "AddressOrigin", "Static"))));
        }
    }

    /** Takes its address from a DHCP server again. */
    public void useDhcp(EthernetInterface port) throws RedfishException, InterruptedException {
        if (port.dhcp().isPresent()) {
            connection.patch(port.path(), Map.of("DHCPv4", Map.of("DHCPEnabled", true)));
        } else {
            connection.patch(port.path(), Map.of("IPv4Addresses", List.of(Map.of("AddressOrigin", "DHCP"))));
        }
    }

    public NetworkProtocol protocols() throws RedfishException, InterruptedException {
        String path = manager().networkProtocol()
                .orElseThrow(() -> new NotOffered(connection.target(), "list of its network services"));
        return Parsed.of(connection, connection.get(path), NetworkProtocol::read);
    }

    /** @param name as in {@link NetworkProtocol#enabled} */
    public void offer(NetworkProtocol protocols, String name, boolean on)
            throws RedfishException, InterruptedException {
        if (!protocols.enabled().containsKey(name)) {
            throw new NotOffered(connection.target(), "switch for " + name);
        }
        connection.patch(protocols.path(), Map.of(name, Map.of("ProtocolEnabled", on)));
    }

    /** Sets its clock, to the second and in UTC. */
    public void setTime(Instant time) throws RedfishException, InterruptedException {
        Manager manager = manager();
        if (manager.time().isEmpty()) {
            throw new NotOffered(connection.target(), "clock");
        }
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        try {
            connection.patch(manager.path(), Map.of("DateTime", text));
        } catch (RedfishRefused e) { // some want the offset that they tell written out
            if (e.status() != 400 || !text.endsWith("Z")) {
                throw e;
            }
            connection.patch(manager.path(), Map.of("DateTime", text.replace("Z", "+00:00")));
        }
    }

    /** Restarts the management controller; the server goes on. */
    public void restart() throws RedfishException, InterruptedException {
        ResetActions.perform(connection,
                manager().reset().orElseThrow(() -> new NotOffered(connection.target(), "restart of the BMC")),
                List.of(ResetType.GRACEFUL_RESTART, ResetType.FORCE_RESTART));
    }
}
