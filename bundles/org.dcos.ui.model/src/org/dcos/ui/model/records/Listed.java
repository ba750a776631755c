package org.dcos.ui.model.records;

import java.util.Optional;

import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.Kind;

/**
 * What a list is of.
 *
 * @param own for records of one's own: the kind of one's own that they are of; empty: all
 */
public record Listed(Kind kind, Optional<CustomKind> own) {

    public Listed {
        if (own.isPresent() && kind != Kind.CUSTOM_ITEM) {
            throw new IllegalArgumentException("only custom items are of a custom kind, not " + kind);
        }
    }

    public static Listed of(Kind kind) {
        return new Listed(kind, Optional.empty());
    }

    /** What it is called where choices about it are kept. */
    public String key() {
        return own.map(made -> kind.resource() + "." + made.name()).orElse(kind.resource());
    }
}
