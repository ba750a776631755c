package org.dcos.ui.model.estate;

import java.util.EnumSet;
import java.util.Set;

import org.dcos.domain.cmdb.Kind;

/**
 * That records were changed.
 *
 * @param count counts up, so that each is another
 * @param kinds of what may have changed
 */
public record Recorded(long count, Set<Kind> kinds) {

    /** After events were missed. */
    static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

    public Recorded {
        kinds = Set.copyOf(kinds);
    }

    Recorded next(Set<Kind> changed) {
        return new Recorded(count + 1, changed);
    }
}
