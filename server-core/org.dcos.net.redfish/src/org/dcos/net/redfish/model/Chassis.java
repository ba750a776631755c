package org.dcos.net.redfish.model;

import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * The box with its supplies and fans (schema Chassis).
 *
 * @param thermal old style: temperatures and fans in one resource
 * @param power   old style: supplies and voltages in one resource
 * @param sensors new style: a resource for each
 */
public record Chassis(String path, String name, String manufacturer, String model, String serialNumber,
        String partNumber, String assetTag, Optional<Indicator> indicator, Optional<String> thermal,
        Optional<String> power, Optional<String> sensors, Optional<String> thermalSubsystem,
        Optional<String> powerSubsystem) {

    /** @throws MalformedJson when it is no such resource */
    public static Chassis read(Json json) throws MalformedJson {
        return new Chassis(json.needText("@odata.id"), json.textOrEmpty("Name"), json.textOrEmpty("Manufacturer"),
                json.textOrEmpty("Model"), json.textOrEmpty("SerialNumber"), json.textOrEmpty("PartNumber"),
                json.textOrEmpty("AssetTag"), Indicator.read(json), json.link("Thermal"), json.link("Power"),
                json.link("Sensors"), json.link("ThermalSubsystem"), json.link("PowerSubsystem"));
    }
}
