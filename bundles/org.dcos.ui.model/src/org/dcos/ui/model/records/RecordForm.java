package org.dcos.ui.model.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;

/**
 * One record as its form shows it.
 *
 * @param item     as it was loaded or begun; empty while none is shown
 * @param changed  whether something was typed that is not saved
 * @param problem  what is wrong with the whole; empty when nothing
 * @param theirs   as somebody else saved it meanwhile
 * @param differing what they and the form say differently, one line each
 */
public record RecordForm(Optional<Item> item, String title, List<FormField> fields, boolean changed, String problem,
        Optional<Item> theirs, List<String> differing) {

    public static final RecordForm NONE = new RecordForm(Optional.empty(), "", List.of(), false, "", Optional.empty(),
            List.of());

    /** Whether it was never saved. */
    public boolean fresh() {
        return item.filter(one -> one.version() == 0).isPresent();
    }

    public boolean of(Kind kind, UUID id) {
        return item.filter(one -> Kind.of(one) == kind && one.id().equals(id)).isPresent();
    }
}
