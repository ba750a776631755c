package org.dcos.net.redfish.model;

import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/** The light by which one finds a machine: {@code LocationIndicatorActive}, or before it {@code IndicatorLED}. */
public record Indicator(Kind kind, boolean lit) {

    /** The property that a service has for it. */
    public enum Kind {
        LOCATION_INDICATOR_ACTIVE, INDICATOR_LED
    }

    static Optional<Indicator> read(Json resource) {
        return resource.flag("LocationIndicatorActive")
                .map(lit -> new Indicator(Kind.LOCATION_INDICATOR_ACTIVE, lit))
                .or(() -> resource.text("IndicatorLED").filter(state -> !state.equals("Unknown"))
                        .map(state -> new Indicator(Kind.INDICATOR_LED, !state.equals("Off"))));
    }

    /** What to write to light it or put it out. */
    public Map<String, ?> change(boolean light) {
        return switch (kind) {
            case LOCATION_INDICATOR_ACTIVE -> Map.of("LocationIndicatorActive", light);
            case INDICATOR_LED -> Map.of("IndicatorLED", light ? "Blinking" : "Off");
        };
    }
}
