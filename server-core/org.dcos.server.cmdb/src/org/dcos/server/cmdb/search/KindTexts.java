package org.dcos.server.cmdb.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;

/**
 * The texts of all items of a kind, spread over blocks by their ids. A change joins one block anew; the number of
 * blocks grows with the items, so blocks stay small.
 */
final class KindTexts {

    private static final int MOST = 512;

    private List<TextBlock> blocks = blocks(1);
    private int size;

    private static List<TextBlock> blocks(int count) {
        var made = new ArrayList<TextBlock>(count);
        for (int i = 0; i < count; i++) {
            made.add(new TextBlock());
        }
        return made;
    }

    /** @param known whether an item with its id was there before */
    void put(Item item, boolean known) {
        if (known) {
            block(item.id()).replace(item);
            return;
        }
        block(item.id()).add(item);
        size++;
        if (size > blocks.size() * MOST) {
            grow();
        }
    }

    void remove(UUID id) {
        if (block(id).remove(id)) {
            size--;
        }
    }

    void find(Wanted wanted, TextBlock.Hits to) {
        for (TextBlock block : blocks) {
            block.find(wanted, to);
        }
    }

    private void grow() {
        var old = blocks;
        blocks = blocks(old.size() * 2);
        old.forEach(block -> block.items().forEach(item -> block(item.id()).add(item)));
    }

    /** As a hash table does it: the number of blocks is a power of two. */
    private TextBlock block(UUID id) {
        int hash = id.hashCode();
        return blocks.get((hash ^ hash >>> 16) & blocks.size() - 1);
    }
}
