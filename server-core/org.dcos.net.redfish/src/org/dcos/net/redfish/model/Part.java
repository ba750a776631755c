package org.dcos.net.redfish.model;

import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * A piece of hardware in a server.
 *
 * @param slot     where it sits, as the service names it
 * @param capacity bytes of a memory module or drive, watts of a supply, cores of a processor
 */
public record Part(Kind kind, String path, String name, String slot, String manufacturer, String model,
        String serialNumber, String partNumber, Optional<Long> capacity, Health health) {

    /** What it is. */
    public enum Kind {
        PROCESSOR,
        /** What sits among the processors and is none: GPU, FPGA. */
        ACCELERATOR, MEMORY, DRIVE, POWER_SUPPLY, FAN
    }

    private static final long MEBI = 1 << 20;

    /** @param sort of the collection it is in */
    public static Part read(Kind sort, Json json) {
        Kind kind = sort == Kind.PROCESSOR && !json.text("ProcessorType").orElse("CPU").equals("CPU")
                ? Kind.ACCELERATOR
                : sort;
        return new Part(kind, json.link().orElse(json.place()),
                json.text("Name").or(() -> json.text("Id")).orElse(""), slot(kind, json),
                json.textOrEmpty("Manufacturer"), json.textOrEmpty("Model"), json.textOrEmpty("SerialNumber"),
                json.textOrEmpty("PartNumber"), capacity(kind, json), Health.read(json));
    }

    private static String slot(Kind kind, Json json) {
        Optional<String> named = switch (kind) {
            case PROCESSOR, ACCELERATOR -> json.text("Socket");
            case MEMORY -> json.text("DeviceLocator");
            case DRIVE, POWER_SUPPLY, FAN -> Optional.empty();
        };
        return named
                .or(() -> json.object("PhysicalLocation").object("PartLocation").text("ServiceLabel"))
                .or(() -> json.object("Location").object("PartLocation").text("ServiceLabel"))
                .or(() -> kind == Kind.POWER_SUPPLY || kind == Kind.FAN ? json.text("Name") : Optional.empty())
                .or(() -> json.text("Id")).or(() -> json.text("MemberId")).orElse("");
    }

    private static Optional<Long> capacity(Kind kind, Json json) {
        return switch (kind) {
            case PROCESSOR -> json.number("TotalCores").map(Double::longValue);
            case MEMORY -> json.number("CapacityMiB").map(mebibytes -> mebibytes.longValue() * MEBI);
            case DRIVE -> json.number("CapacityBytes").map(Double::longValue);
            case POWER_SUPPLY -> json.number("PowerCapacityWatts").map(Double::longValue);
            case FAN, ACCELERATOR -> Optional.empty();
        };
    }
}
