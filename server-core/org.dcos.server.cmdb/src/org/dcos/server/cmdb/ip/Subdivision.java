package org.dcos.server.cmdb.ip;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Conflict;

/**
 * A network and the blocks taken from it. The blocks lie within the network and never overlap, so blocks and free space
 * together are always the network.
 *
 * @param parent   the network
 * @param children in any order on the way in, sorted on the way out; one child may be all of the network
 */
public record Subdivision(Cidr parent, List<Cidr> children) {

    /** Most parts of one split, and most blocks carved at once. */
    public static final int MAX_PARTS = 65_536;

    /** @throws IllegalArgumentException when a child lies outside of the network or overlaps another child */
    public Subdivision {
        children = children.stream().sorted().toList();
        for (int i = 0; i < children.size(); i++) {
            Cidr child = children.get(i);
            if (!parent.contains(child)) {
                throw new IllegalArgumentException("%s is not within %s.".formatted(child, parent));
            }
            if (i > 0 && children.get(i - 1).overlaps(child)) {
                throw new IllegalArgumentException(
                        "%s and %s overlap within %s.".formatted(children.get(i - 1), child, parent));
            }
        }
    }

    /** The network with nothing taken from it. */
    public static Subdivision of(Cidr parent) {
        return new Subdivision(parent, List.of());
    }

    /**
     * This subdivision with one more block.
     *
     * @throws Conflict when the block lies outside, or one that is taken is in the way
     */
    public Subdivision with(Cidr child) throws Conflict {
        if (!parent.contains(child)) {
            throw new Conflict("%s is not within %s. Choose a block from %s to %s.".formatted(child, parent,
                    parent.first(), parent.last()));
        }
        Optional<Cidr> taken = firstOverlapping(child);
        if (taken.isPresent()) {
            throw new Conflict("%s is not free: %s is taken in %s. Choose a free block."
                    .formatted(child, taken.orElseThrow(), parent));
        }
        var more = new ArrayList<>(children);
        more.add(child);
        return new Subdivision(parent, more);
    }

    /** The lowest child that shares an address with the block. */
    public Optional<Cidr> firstOverlapping(Cidr block) {
        return children.stream().filter(block::overlaps).findFirst();
    }

    /** The free space as the fewest aligned blocks (RFC 4632 §3.1), sorted. */
    public List<Cidr> free() {
        return taken().gaps(parent.range()).flatMap(gap -> gap.networks().stream()).toList();
    }

    /** How many addresses are in no child. */
    public BigInteger freeSize() {
        return children.stream().map(Cidr::size).reduce(parent.size(), BigInteger::subtract);
    }

    /**
     * The free block of that length to take next: the start of the smallest free block that is large enough, of equal
     * ones the lowest, so that large blocks stay whole.
     *
     * @return empty when no free block is large enough
     */
    public Optional<Cidr> carve(int length) {
        requireInside(length);
        return new FreeBlocks(free()).carve(length);
    }

    /**
     * So many blocks of that length, each as {@link #carve(int)} would choose it after those before it.
     *
     * @param count at most {@link #MAX_PARTS}
     * @return in order of choice; fewer when there is no room for more
     */
    public List<Cidr> carve(int length, int count) {
        requireInside(length);
        if (count < 0 || count > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "%d blocks cannot be carved at once. Ask for at most %d.".formatted(count, MAX_PARTS));
        }
        var blocks = new FreeBlocks(free());
        var carved = new ArrayList<Cidr>();
        for (Optional<Cidr> block = Optional.empty(); carved.size() < count; carved.add(block.orElseThrow())) {
            block = blocks.carve(length);
            if (block.isEmpty()) {
                break;
            }
        }
        return List.copyOf(carved);
    }

    /**
     * All parts of that length, each with the children that lie in it. A child as large as a part is that part's only
     * child.
     *
     * @throws Conflict                 when a child is larger than a part, named with what it spans; or when there
     *                                  would be more than {@link #MAX_PARTS}
     * @throws IllegalArgumentException when the length is less than that of the network, or too great for the family
     */
    public List<Subdivision> split(int length) throws Conflict {
        long count = parent.partCount(length);
        if (count > MAX_PARTS) {
            throw new Conflict("Splitting %s into blocks of /%d makes more than %d of them. Carve the blocks you need."
                    .formatted(parent, length, MAX_PARTS));
        }
        for (Cidr child : children) {
            if (child.length() < length) {
                throw new Conflict(
                        "%s cannot be split into blocks of /%d: %s spans %s of them. Split that block first, "
                                .formatted(parent, length, child,
                                        child.size().shiftRight(parent.family().bits() - length))
                                + "or choose a length from %d to %d.".formatted(parent.length(), largestChildLength()));
            }
        }
        return parts(length, (int) count);
    }

    /**
     * The network that these blocks are together: the reverse of {@link #split}. The blocks may be of several lengths.
     *
     * @throws Conflict when two overlap, or when blocks are missing, of which the first is named
     */
    public static Cidr merge(Collection<Cidr> blocks) throws Conflict {
        List<Cidr> sorted = blocks.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("There are no blocks to merge. Name them.");
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new Conflict("%s and %s overlap and cannot be merged. Leave one of them out."
                        .formatted(sorted.get(i - 1), sorted.get(i)));
            }
        }
        Cidr whole = around(sorted.getFirst(), sorted.getLast());
        List<Cidr> missing = new Subdivision(whole, sorted).free();
        if (!missing.isEmpty()) {
            throw new Conflict("The blocks do not fill %s: %s is missing%s. Add what is missing, or merge fewer."
                    .formatted(whole, missing.getFirst(),
                            missing.size() == 1 ? "" : " (and %d more)".formatted(missing.size() - 1)));
        }
        return whole;
    }

    /**
     * The network that these parts are together, with the children of all of them.
     *
     * @throws Conflict as {@link #merge(Collection)} does
     */
    public static Subdivision join(Collection<Subdivision> parts) throws Conflict {
        return new Subdivision(merge(parts.stream().map(Subdivision::parent).toList()),
                parts.stream().flatMap(part -> part.children().stream()).toList());
    }

    private AddressSet taken() {
        return AddressSet.ofNetworks(children);
    }

    private int largestChildLength() {
        return children.stream().mapToInt(Cidr::length).min().orElseThrow();
    }

    /** Both are sorted, so one pass over the children serves all parts. */
    private List<Subdivision> parts(int length, int count) {
        var parts = new ArrayList<Subdivision>(count);
        int next = 0;
        for (int index = 0; index < count; index++) {
            Cidr part = parent.part(length, index);
            int from = next;
            while (next < children.size() && part.contains(children.get(next))) {
                next++;
            }
            parts.add(new Subdivision(part, children.subList(from, next)));
        }
        return List.copyOf(parts);
    }

    private void requireInside(int length) {
        if (length < parent.length() || length > parent.family().bits()) {
            throw new IllegalArgumentException("%s has no room for a block of /%d. Give a length from %d to %d."
                    .formatted(parent, length, parent.length(), parent.family().bits()));
        }
    }

    /** The smallest network around both. */
    private static Cidr around(Cidr first, Cidr last) throws Conflict {
        if (first.family() != last.family()) {
            throw new Conflict("%s and %s are of two families and cannot be merged.".formatted(first, last));
        }
        Cidr around = first;
        while (!around.contains(last)) {
            around = around.parent(around.length() - 1);
        }
        return around;
    }
}
