package org.dcos.net.redfish.model;

import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * What a service tells to anybody (schema ServiceRoot).
 *
 * @param expand whether a collection can be had with its members in one answer ({@code $expand=.($levels=1)})
 * @param skip   whether a collection can be had from some member on ({@code $skip})
 */
public record ServiceRoot(String version, String uuid, String vendor, String product, Optional<String> systems,
        Optional<String> chassis, Optional<String> managers, Optional<String> accounts, boolean expand,
        boolean skip) {

    public static ServiceRoot read(Json json) {
        Json features = json.object("ProtocolFeaturesSupported");
        Json expand = features.object("ExpandQuery");
        return new ServiceRoot(json.textOrEmpty("RedfishVersion"), json.textOrEmpty("UUID"), vendor(json),
                json.textOrEmpty("Product"), json.link("Systems"), json.link("Chassis"), json.link("Managers"),
                json.link("AccountService"),
                expand.flag("NoLinks").orElse(false) && expand.flag("Levels").orElse(false),
                features.flag("TopSkipQuery").orElse(false));
    }

    /** The property came late (v1.5); before it the maker's own section has his name. */
    private static String vendor(Json json) {
        return json.text("Vendor").or(() -> json.object("Oem").names().stream()
                .filter(name -> !name.contains("@")).findFirst()).orElse("");
    }
}
