package org.dcos.server.cmdb.ip;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

import org.dcos.domain.ip.Cidr;

/**
 * Free blocks from which smaller ones are carved by best fit: from the smallest block that is large enough, of equal
 * ones the lowest, and from its lower end. Large blocks stay whole as long as a smaller one will do. What is left of a
 * block are its upper halves, one of each length, so the blocks stay aligned and as few as can be. O(log n) a block.
 */
final class FreeBlocks {

    private static final Comparator<Cidr> SMALLEST_THEN_LOWEST = Comparator.comparing(Cidr::length).reversed()
            .thenComparing(Cidr::network);

    private final TreeSet<Cidr> blocks = new TreeSet<>(SMALLEST_THEN_LOWEST);

    FreeBlocks(Collection<Cidr> blocks) {
        this.blocks.addAll(blocks);
    }

    /** Takes a block of that length; empty when no block is large enough. */
    Optional<Cidr> carve(int length) {
        Optional<Cidr> fitting = smallestFor(length);
        fitting.ifPresent(block -> {
            blocks.remove(block);
            for (Cidr rest = block; rest.length() < length; rest = rest.halves().getFirst()) {
                blocks.add(rest.halves().getLast());
            }
        });
        return fitting.map(block -> block.part(length, 0));
    }

    private Optional<Cidr> smallestFor(int length) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        var lowestOfLength = new Cidr(blocks.getFirst().family().first(), length);
        return Optional.ofNullable(blocks.ceiling(lowestOfLength));
    }
}
