package org.dcos.domain;

/**
 * Which part of a list is wanted.
 *
 * @param offset items to skip, 0 or more
 * @param limit  most items to return, 1 to {@link #MAX_LIMIT}
 */
public record PageRequest(int offset, int limit) {

    /** Most items in one answer. */
    public static final int MAX_LIMIT = 20_000;

    /** The first {@value #MAX_LIMIT} items: the whole list for all but the largest. */
    public static final PageRequest ALL = new PageRequest(0, MAX_LIMIT);

    public PageRequest {
        if (offset < 0) {
            throw new IllegalArgumentException("offset %d is negative".formatted(offset));
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit %d is not between 1 and %d".formatted(limit, MAX_LIMIT));
        }
    }
}
