package org.dcos.lab.redfish;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dcos.lab.bmc.SharedBmc;
import org.dcos.lab.bmc.SharedBmc.Network;
import org.dcos.net.redfish.json.Json;

/** The controller itself: clock, network, what it offers, its restart (schema Manager). */
final class ManagerResources implements Resources {

    private static final String COLLECTION = ROOT + "/Managers";
    private static final String RESET = MANAGER + "/Actions/Manager.Reset";
    private static final String PORTS = MANAGER + "/EthernetInterfaces";
    private static final String PORT = PORTS + "/eth0";
    private static final String PROTOCOLS = MANAGER + "/NetworkProtocol";
    private static final String ADDRESS = "(\\d{1,3}\\.){3}\\d{1,3}";

    private final SharedBmc bmc;
    private final Runnable restart;
    private final Map<String, Boolean> protocols = new TreeMap<>(Map.of("IPMI", true, "SSH", true, "HTTPS", true,
            "SNMP", false));

    /** @param restart ends all sessions */
    ManagerResources(SharedBmc bmc, Runnable restart) {
        this.bmc = bmc;
        this.restart = restart;
    }

    @Override
    public Optional<Route> route(String path) {
        return Optional.ofNullable(switch (path) {
            case COLLECTION -> Route.read(() -> Node.collection("ManagerCollection", COLLECTION, "Managers",
                    List.of(MANAGER)));
            case MANAGER -> Route.read(this::manager).with("PATCH", (call, _) -> change(call.body()));
            case RESET -> Route.action((call, _) -> reset(call.body()));
            case PORTS -> Route.read(() -> Node.collection("EthernetInterfaceCollection", PORTS, "Interfaces",
                    List.of(PORT)));
            case PORT -> Route.read(this::port).with("PATCH", (call, _) -> changePort(call.body()));
            case PROTOCOLS -> Route.read(this::protocols).with("PATCH", (call, _) -> changeProtocols(call.body()));
            default -> null;
        });
    }

    private Node manager() {
        return Node.resource("Manager.v1_10_0.Manager", MANAGER, "Manager").put("ManagerType", "BMC")
                .put("Model", bmc.server().hardware().manufacturer().controller())
                .put("FirmwareVersion", bmc.firmware()).put("UUID", bmc.guid().toString())
                .put("DateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(bmc.time().atOffset(ZoneOffset.UTC)))
                .put("DateTimeLocalOffset", "+00:00").status("Enabled", "OK").putLink("EthernetInterfaces", PORTS)
                .putLink("NetworkProtocol", PROTOCOLS)
                .put("Links", new Node().put("ManagerForServers", List.of(Node.link(SYSTEM)))
                        .put("ManagerForChassis", List.of(Node.link(CHASSIS))))
                .put("Actions", new Node().put("#Manager.Reset", new Node().put("target", RESET)
                        .put("ResetType@Redfish.AllowableValues", List.of("ForceRestart"))));
    }

    private Answer change(Json body) throws Refusal {
        for (String name : body.names()) {
            if (!name.equals("DateTime")) {
                throw manager().fields().containsKey(name) ? Refusal.notWritable(name) : Refusal.unknown(name);
            }
            bmc.setTime(body.time(name).orElseThrow(() -> Refusal.value(body.textOrEmpty(name), name)));
        }
        return Answer.ok(manager());
    }

    private Answer reset(Json body) throws Refusal {
        if (!body.text("ResetType").orElse("ForceRestart").equals("ForceRestart")) {
            throw Refusal.value(body.textOrEmpty("ResetType"), "ResetType");
        }
        restart.run();
        return Answer.NO_CONTENT;
    }

    private Node port() {
        Network network = bmc.network();
        Node address = new Node().put("Address", network.address()).put("SubnetMask", network.mask())
                .put("Gateway", network.gateway());
        return Node.resource("EthernetInterface.v1_6_0.EthernetInterface", PORT, "Management port")
                .put("MACAddress", network.mac()).put("InterfaceEnabled", true)
                .put("HostName", "bmc-" + bmc.server().name())
                .put("DHCPv4", new Node().put("DHCPEnabled", network.dhcp()))
                .put("IPv4Addresses", List.of(new Node().put("Address", network.address())
                        .put("SubnetMask", network.mask()).put("Gateway", network.gateway())
                        .put("AddressOrigin", network.dhcp() ? "DHCP" : "Static")))
                .put("IPv4StaticAddresses", network.dhcp() ? List.of() : List.of(address)).status("Enabled", "OK");
    }

    private Answer changePort(Json body) throws Refusal {
        Network network = bmc.network();
        for (String name : body.names()) {
            switch (name) {
                case "DHCPv4" -> network = new Network(network.address(), network.mask(), network.gateway(),
                        body.object(name).flag("DHCPEnabled").orElse(network.dhcp()), network.mac());
                case "IPv4StaticAddresses" -> {
                    List<Json> wanted = body.objects(name);
                    if (!wanted.isEmpty()) {
                        Json first = wanted.getFirst();
                        network = new Network(address(first, "Address"), address(first, "SubnetMask"),
                                first.has("Gateway") ? address(first, "Gateway") : "", network.dhcp(),
                                network.mac());
                    }
                }
                default -> throw port().fields().containsKey(name) ? Refusal.notWritable(name)
                        : Refusal.unknown(name);
            }
        }
        bmc.setNetwork(network);
        return Answer.ok(port());
    }

    private static String address(Json json, String name) throws Refusal {
        String text = json.text(name).orElseThrow(() -> Refusal.lacks(name));
        if (!text.matches(ADDRESS)) {
            throw Refusal.value(text, name);
        }
        return text;
    }

    private synchronized Node protocols() {
        Node node = Node.resource("ManagerNetworkProtocol.v1_6_0.ManagerNetworkProtocol", PROTOCOLS,
                "Network Protocol");
        protocols.forEach((name, on) -> node.put(name, new Node().put("ProtocolEnabled", on)));
        return node.put("NTP", new Node().put("ProtocolEnabled", false).put("NTPServers", List.of()));
    }

    private synchronized Answer changeProtocols(Json body) throws Refusal {
        var changed = new HashMap<>(protocols);
        for (String name : body.names()) {
            if (!protocols.containsKey(name)) {
                throw Refusal.unknown(name);
            }
            body.object(name).flag("ProtocolEnabled").ifPresent(on -> changed.put(name, on));
        }
        protocols.putAll(changed);
        return Answer.ok(protocols());
    }
}
