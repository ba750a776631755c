package org.dcos.net.redfish.model;

import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * What a system boots from other than by its own order (schema ComputerSystem, {@code Boot}).
 *
 * @param target  as told, e.g. {@code Pxe}
 * @param enabled {@code Disabled}, {@code Once} or {@code Continuous}
 * @param mode    {@code UEFI} or {@code Legacy}; empty when the service does not have it
 * @param targets those that can be set; empty when the service does not tell
 */
public record BootOverride(String target, String enabled, Optional<String> mode, List<String> targets) {

    /** What one boots from. */
    public enum Target {
        NONE("None"), PXE("Pxe"), HDD("Hdd"), CD("Cd"), BIOS_SETUP("BiosSetup"), UEFI_HTTP("UefiHttp");

        private final String word;

        Target(String word) {
            this.word = word;
        }

        /** As in the schema. */
        public String word() {
            return word;
        }
    }

    /** For how long. */
    public enum Enabled {
        DISABLED("Disabled"), ONCE("Once"), CONTINUOUS("Continuous");

        private final String word;

        Enabled(String word) {
            this.word = word;
        }

        /** As in the schema. */
        public String word() {
            return word;
        }
    }

    public BootOverride {
        targets = List.copyOf(targets);
    }

    static BootOverride read(Json boot) {
        return new BootOverride(boot.text("BootSourceOverrideTarget").orElse(Target.NONE.word()),
                boot.text("BootSourceOverrideEnabled").orElse(Enabled.DISABLED.word()),
                boot.text("BootSourceOverrideMode"),
                boot.texts("BootSourceOverrideTarget@Redfish.AllowableValues"));
    }
}
