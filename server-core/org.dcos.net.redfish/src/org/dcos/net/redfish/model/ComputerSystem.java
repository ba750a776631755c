package org.dcos.net.redfish.model;

import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * A server as its management controller sees it (schema ComputerSystem).
 *
 * @param sku with some makers the number by which they know the machine
 */
public record ComputerSystem(String path, String name, String manufacturer, String model, String serialNumber,
        String sku, String uuid, String assetTag, String biosVersion, Power power, Health health, BootOverride boot,
        Optional<ResetAction> reset, Optional<Indicator> indicator, Links links) {

    /** PowerState of the schema. */
    public enum Power {
        ON, OFF, TURNING_ON, TURNING_OFF, UNKNOWN
    }

    /** Where its parts are told. */
    public record Links(Optional<String> processors, Optional<String> memory, Optional<String> storage,
            Optional<String> logServices, List<String> chassis, List<String> managers) {}

    /** @throws MalformedJson when it is no such resource */
    public static ComputerSystem read(Json json) throws MalformedJson {
        Json links = json.object("Links");
        return new ComputerSystem(json.needText("@odata.id"), json.textOrEmpty("Name"),
                json.textOrEmpty("Manufacturer"), json.textOrEmpty("Model"), json.textOrEmpty("SerialNumber"),
                json.textOrEmpty("SKU"), json.textOrEmpty("UUID"), json.textOrEmpty("AssetTag"),
                json.textOrEmpty("BiosVersion"), power(json.textOrEmpty("PowerState")), Health.read(json),
                BootOverride.read(json.object("Boot")), ResetAction.read(json, "#ComputerSystem.Reset"),
                Indicator.read(json),
                new Links(json.link("Processors"), json.link("Memory"), json.link("Storage"),
                        json.link("LogServices"), links.links("Chassis"), links.links("ManagedBy")));
    }

    private static Power power(String word) {
        return switch (word) {
            case "On", "Paused" -> Power.ON;
            case "Off" -> Power.OFF;
            case "PoweringOn" -> Power.TURNING_ON;
            case "PoweringOff" -> Power.TURNING_OFF;
            default -> Power.UNKNOWN;
        };
    }
}
