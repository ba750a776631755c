package org.dcos.server.cmdb.live;

/**
 * What items are found by. Equal keys of different items are fine; what has to be unique is a rule, see {@link Unique}.
 *
 * @param value one that can be compared with equals
 */
public record Key(By by, Object value) {

    /** What the value is. */
    public enum By {
        /** A {@link org.dcos.domain.cmdb.Kind}. */
        KIND,
        /** The id of an item that is referred to, by whichever field. */
        REFERENCE,
        /** A {@link Unique}. */
        UNIQUE,
        /** A {@link Block} of addresses. */
        BLOCK
    }
}
