package org.dcos.ui.model.records;

import java.util.Optional;

/**
 * A line of the chooser of kinds.
 *
 * @param listed empty for the title of a group
 * @param count  how many there are; empty while that is not known
 */
public record KindRow(Optional<Listed> listed, String name, String count) {

    public boolean title() {
        return listed.isEmpty();
    }

    /** What stays the same of it when its texts change. */
    public String key() {
        return listed.map(Listed::key).orElse(name);
    }
}
