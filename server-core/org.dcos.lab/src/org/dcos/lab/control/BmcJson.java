package org.dcos.lab.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dcos.lab.bmc.FruTexts;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.lab.sensor.LabSensor;

/** Controllers as JSON. */
final class BmcJson {

    static String list(List<LabBmc> bmcs) {
        return bmcs.stream().map(bmc -> "{%s}".formatted(head(bmc))).collect(Collectors.joining(",\n ", "[", "]"));
    }

    static String whole(LabBmc bmc) {
        ServerPlan server = bmc.server();
        String sensors = Arrays.stream(LabSensor.values()).map(sensor -> sensor(bmc, sensor))
                .collect(Collectors.joining(",\n   "));
        FruTexts fru = bmc.simulator().fru();
        return """
                {%s,
                 "rack": %s, "unit": %d, "manufacturer": %s, "model": %s,
                 "power": %b, "sessions": %d, "events": %d,
                 "fru": {"serial": %s, "assetTag": %s},
                 "sensors": [
                   %s]}""".formatted(head(bmc), FlatJson.quoted(server.rack().name()), server.lowestUnit(),
                FlatJson.quoted(server.hardware().manufacturer().displayName()),
                FlatJson.quoted(server.hardware().model()), bmc.simulator().isOn(),
                bmc.simulator().activeSessions(), bmc.simulator().eventCount(), FlatJson.quoted(fru.serial()),
                FlatJson.quoted(fru.assetTag()), sensors);
    }

    private static String head(LabBmc bmc) {
        return "\"number\": %d, \"name\": %s, \"serial\": %s, \"address\": \"%s\", \"port\": %d, \"fault\": \"%s\""
                .formatted(bmc.server().number(), FlatJson.quoted(bmc.server().name()),
                        FlatJson.quoted(bmc.server().serial()), bmc.address().getAddress().getHostAddress(),
                        bmc.address().getPort(), bmc.fault().word());
    }

    /** The value as the controller shows it; null when it is not available. */
    private static String sensor(LabBmc bmc, LabSensor sensor) {
        var value = bmc.simulator().read(sensor);
        String text = value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "null";
        return "{\"name\": %s, \"value\": %s, \"pinned\": %b}".formatted(FlatJson.quoted(sensor.displayName()), text,
                bmc.simulator().isPinned(sensor));
    }

    private BmcJson() {}
}
