package org.dcos.ui.canvas.ipmap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.control.Card;

/**
 * What is taken of a prefix; the rest is free. Blocks may lie in each other, they do not overlap otherwise.
 *
 * @param root   the whole
 * @param blocks in any order
 */
public record IpMapPicture(Cidr root, List<Block> blocks) {

    public IpMapPicture {
        blocks = List.copyOf(blocks);
    }

    /**
     * A prefix, an address or a range that is taken.
     *
     * @param id    what a hit and the selection give back; unique in the picture
     * @param range its addresses
     * @param name  what it is for, e.g. {@code BMC room 201}; may be empty
     * @param used  0 to 1, how much of it is used, where that counts
     */
    public record Block(String id, AddressRange range, String name, IpState state,
            OptionalDouble used, Card card) {

        /** A prefix, an address or {@code first-last}; its text is its id. */
        public static Block of(String range, String name, IpState state, Card card) {
            var addresses = range.contains("/") ? Cidr.parse(range).range() : AddressRange.parse(range);
            return new Block(range, addresses, name, state, OptionalDouble.empty(), card);
        }

        public Block used(double share) {
            return new Block(id, range, name, state, OptionalDouble.of(share), card);
        }

        boolean contains(Block other) {
            return range.contains(other.range);
        }

        boolean meets(Cidr cidr) {
            return range.overlaps(cidr.range());
        }

        boolean single() {
            return range.first().equals(range.last());
        }

        /** Itself as one aligned block, where it is one: so that one can look into it. */
        Optional<Cidr> cidr() {
            var networks = range.networks();
            return networks.size() == 1 ? Optional.of(networks.getFirst()) : Optional.empty();
        }

        boolean is(Cidr cidr) {
            return range.equals(cidr.range());
        }
    }
}
