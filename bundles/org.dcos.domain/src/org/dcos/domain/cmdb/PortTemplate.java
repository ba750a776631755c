package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port that each device of a type has.
 *
 * @param connector    in the words of the device-type format
 * @param through      name of the rear port that a front port leads to, or of the inlet that feeds an outlet
 * @param position     which position of the rear port
 * @param maximumWatts of a power inlet
 */
public record PortTemplate(String name, PortKind kind, String connector, boolean managementOnly,
        Optional<String> through, OptionalInt position, OptionalInt maximumWatts) {}
