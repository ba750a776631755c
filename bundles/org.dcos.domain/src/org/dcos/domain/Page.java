package org.dcos.domain;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param items  the part, in the list's order
 * @param offset how many items of the whole list come before
 * @param total  items in the whole list under the same filter
 */
public record Page<T>(List<T> items, int offset, long total) {

    public Page {
        items = List.copyOf(items);
        if (offset < 0 || total < items.size()) {
            throw new IllegalArgumentException(
                    "page of %d items at offset %d of %d".formatted(items.size(), offset, total));
        }
    }
}
