package org.dcos.domain.devicetype;

import java.util.List;

/**
 * Files to be taken.
 *
 * @param trial only tells what would come of them
 */
public record TypeOrder(List<TypeFile> files, boolean trial) {

    /** Most files taken at once. */
    public static final int MOST_FILES = 5_000;

    public TypeOrder {
        files = List.copyOf(files);
    }
}
