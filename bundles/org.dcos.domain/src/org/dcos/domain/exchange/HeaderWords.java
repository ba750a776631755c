package org.dcos.domain.exchange;

/** What stands above the columns; each is understood when a file comes back. */
public enum HeaderWords {
    /** The paths of the fields, such as {@code mounting.lowestUnit}. */
    PATHS, ENGLISH, CHINESE
}
