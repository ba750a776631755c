package org.dcos.net.redfish.model;

import java.time.Instant;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * The management controller itself (schema Manager).
 *
 * @param time   by its own clock
 * @param offset from UTC as it tells it, e.g. {@code +08:00}
 */
public record Manager(String path, String model, String firmware, String uuid, Optional<Instant> time, String offset,
        Optional<ResetAction> reset, Optional<String> ethernetInterfaces, Optional<String> networkProtocol,
        Optional<String> logServices) {

    /** @throws MalformedJson when it is no such resource */
    public static Manager read(Json json) throws MalformedJson {
        return new Manager(json.needText("@odata.id"), json.textOrEmpty("Model"), json.textOrEmpty("FirmwareVersion"),
                json.textOrEmpty("UUID"), json.time("DateTime"), json.textOrEmpty("DateTimeLocalOffset"),
                ResetAction.read(json, "#Manager.Reset"), json.link("EthernetInterfaces"),
                json.link("NetworkProtocol"), json.link("LogServices"));
    }
}
