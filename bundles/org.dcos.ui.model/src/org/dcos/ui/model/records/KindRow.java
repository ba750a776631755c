package org.dcos.ui.model.records;

import java.util.Optional;

import org.dcos.domain.cmdb.Kind;

/**
 * A line of the chooser of kinds.
 *
 * @param kind  empty for the title of a group
 * @param count how many there are; empty while that is not known
 */
public record KindRow(Optional<Kind> kind, String name, String count) {

    public boolean title() {
        return kind.isEmpty();
    }
}
