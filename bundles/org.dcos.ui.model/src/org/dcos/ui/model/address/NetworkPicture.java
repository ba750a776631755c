package org.dcos.ui.model.address;

import java.util.List;
import java.util.OptionalDouble;

import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;

/**
 * A network and what is around and in it, for the map.
 *
 * @param root  the outermost network around it
 * @param shown what is looked into
 * @param parts what is taken
 */
public record NetworkPicture(Cidr root, Cidr shown, List<Part> parts) {

    public NetworkPicture {
        parts = List.copyOf(parts);
    }

    /** What a part is. */
    public enum Use {
        CONTAINER, ACTIVE, RESERVED, QUARANTINED, DHCP
    }

    /**
     * Addresses that are taken.
     *
     * @param id   unique in the picture
     * @param used how much of it is used, where that counts
     */
    public record Part(String id, AddressRange range, String name, Use use, OptionalDouble used) {}
}
