package org.dcos.net.redfish.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * What a management controller offers on the network (schema ManagerNetworkProtocol).
 *
 * @param enabled whether each that it knows is on: {@code IPMI}, {@code SSH}, {@code Telnet}, ...
 * @param ntp     servers it takes its time from
 */
public record NetworkProtocol(String path, Map<String, Boolean> enabled, List<String> ntp) {

    public NetworkProtocol {
        enabled = Map.copyOf(enabled);
        ntp = List.copyOf(ntp);
    }

    /** @throws MalformedJson when it is no such resource */
    public static NetworkProtocol read(Json json) throws MalformedJson {
        var enabled = new TreeMap<String, Boolean>();
        for (String name : json.names()) {
            json.object(name).flag("ProtocolEnabled").ifPresent(on -> enabled.put(name, on));
        }
        return new NetworkProtocol(json.needText("@odata.id"), enabled, json.object("NTP").texts("NTPServers"));
    }
}
