package org.dcos.domain.cmdb;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A cable between two ports, or from a power feed to a power inlet.
 *
 * @param a            one end
 * @param b            the other end
 * @param medium       e.g. {@code cat6}, {@code mmf-om4}, {@code power}; may be empty
 * @param colour       six hexadecimal digits, or empty
 * @param lengthMetres where known
 * @param label        what is printed on it; may be empty
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Cable(UUID id, long version, @RefersTo( {
    Kind.PORT, Kind.POWER_FEED}) UUID a, @RefersTo({Kind.PORT, Kind.POWER_FEED}) UUID b, CableState state,
        String medium, String colour, Optional<Double> lengthMetres, String label,
        Map<String, String> labels, Map<String, String> fields) implements Item{

    public Cable {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    /** The end that is not this one. */
    public UUID other(UUID end) {
        return a.equals(end) ? b : a;
    }
}
