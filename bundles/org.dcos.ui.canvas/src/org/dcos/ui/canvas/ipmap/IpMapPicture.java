package org.dcos.ui.canvas.ipmap;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;

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
     * @param first its first address
     * @param last  its last address
     * @param bits  of an address: 32 or 128
     * @param name  what it is for, e.g. {@code BMC room 201}; may be empty
     * @param used  0 to 1, how much of it is used, where that counts
     */
    public record Block(String id, BigInteger first, BigInteger last, int bits, String name, IpState state,
            OptionalDouble used, Card card) {

        public Block {
            if (first.compareTo(last) > 0) {
                throw new IllegalArgumentException("%s ends before it begins".formatted(id));
            }
        }

        /** A prefix or a single address; its text is its id. */
        public static Block of(String cidr, String name, IpState state, Card card) {
            var block = Cidr.of(cidr);
            return new Block(cidr, block.base(), block.last(), block.bits(), name, state, OptionalDouble.empty(), card);
        }

        /** From one address to another, e.g. what a DHCP server leases. */
        public static Block range(String first, String last, String name, IpState state, Card card) {
            var from = Cidr.of(first);
            return new Block(first + "-" + last, from.base(), Cidr.of(last).base(), from.bits(), name, state,
                    OptionalDouble.empty(), card);
        }

        public Block used(double share) {
            return new Block(id, first, last, bits, name, state, OptionalDouble.of(share), card);
        }

        public boolean contains(BigInteger address) {
            return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
        }

        boolean contains(Block other) {
            return first.compareTo(other.first) <= 0 && other.last.compareTo(last) <= 0;
        }

        boolean meets(Cidr cidr) {
            return first.compareTo(cidr.last()) <= 0 && cidr.base().compareTo(last) <= 0;
        }

        boolean single() {
            return first.equals(last);
        }

        /** Whether it is one aligned block, so that one can look into it. */
        boolean aligned() {
            var size = last.subtract(first).add(BigInteger.ONE);
            boolean power = size.bitCount() == 1;
            return power && (first.signum() == 0 || first.getLowestSetBit() >= size.getLowestSetBit());
        }

        /** Itself; only of an aligned block. */
        Cidr cidr() {
            return new Cidr(first, bits - last.subtract(first).add(BigInteger.ONE).getLowestSetBit(), bits);
        }
    }
}
