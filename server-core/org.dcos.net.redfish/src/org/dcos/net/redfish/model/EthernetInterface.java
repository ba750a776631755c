package org.dcos.net.redfish.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * A network interface of a management controller (schema EthernetInterface).
 *
 * @param mac        in lower case with colons
 * @param dhcp       empty for services from before {@code DHCPv4}, which tell it by each address
 * @param addresses  in use now
 * @param configured static ones as set, where the service has them apart
 * @param vlan       its number where the interface is in one
 */
public record EthernetInterface(String path, String id, String mac, boolean enabled, Optional<Boolean> dhcp,
        List<Ipv4> addresses, Optional<List<Ipv4>> configured, Optional<Integer> vlan, String hostName) {

    /** @param origin {@code Static}, {@code DHCP}, ... */
    public record Ipv4(String address, String mask, String gateway, String origin) {}

    /** @throws MalformedJson when it is no such resource */
    public static EthernetInterface read(Json json) throws MalformedJson {
        return new EthernetInterface(json.needText("@odata.id"), json.textOrEmpty("Id"),
                json.text("MACAddress").or(() -> json.text("PermanentMACAddress")).orElse("")
                        .toLowerCase(Locale.ROOT).replace('-', ':'),
                json.flag("InterfaceEnabled").orElse(true), json.object("DHCPv4").flag("DHCPEnabled"),
                addresses(json, "IPv4Addresses"),
                json.has("IPv4StaticAddresses") ? Optional.of(addresses(json, "IPv4StaticAddresses"))
                        : Optional.empty(),
                vlan(json.object("VLAN")), json.textOrEmpty("HostName"));
    }

    public boolean has(String address) {
        return addresses.stream().anyMatch(each -> each.address().equals(address));
    }

    private static Optional<Integer> vlan(Json vlan) {
        return vlan.flag("VLANEnable").orElse(false) ? vlan.integer("VLANId") : Optional.empty();
    }

    private static List<Ipv4> addresses(Json json, String name) {
        return json.objects(name).stream().filter(each -> each.has("Address"))
                .map(each -> new Ipv4(each.textOrEmpty("Address"), each.textOrEmpty("SubnetMask"),
                        each.textOrEmpty("Gateway"), each.textOrEmpty("AddressOrigin")))
                .toList();
    }
}
