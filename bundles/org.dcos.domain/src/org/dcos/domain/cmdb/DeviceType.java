package org.dcos.domain.cmdb;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What a maker sells: all devices of one type are built alike. Follows the community's device-type format
 * (netbox-community/devicetype-library).
 *
 * @param heightUnits   0, or a multiple of a half unit
 * @param fullDepth     whether it takes front and rear of its units
 * @param partNumber    may be empty
 * @param powerWatts    the most that it draws, where known
 * @param weightGrams   where known
 * @param airflow       e.g. {@code front-to-rear}; may be empty
 * @param chassis       whether it has bays for blades
 * @param blade         whether it sits in a bay of a chassis
 * @param ports         the ports that a device of this type has
 * @param bays          names of the bays of a chassis
 * @param comments      as the maker or the community wrote
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record DeviceType(UUID id, long version, String manufacturer, String model, String slug, String partNumber,
        double heightUnits, boolean fullDepth,
        OptionalInt powerWatts, OptionalInt weightGrams, String airflow, boolean chassis, boolean blade,
        List<PortTemplate> ports, List<String> bays, String comments,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public DeviceType {
        ports = List.copyOf(ports);
        bays = List.copyOf(bays);
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
