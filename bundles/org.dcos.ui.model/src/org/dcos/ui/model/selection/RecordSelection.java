package org.dcos.ui.model.selection;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The one record, of any kind, that a window is about. Used in the realm. */
public final class RecordSelection {

    /** Which record it is. */
    public record Of(Kind kind, UUID id) {}

    private final WritableValue<Optional<Of>> chosen;

    public RecordSelection(Realm realm) {
        chosen = new WritableValue<>(realm, Optional.empty(), Optional.class);
    }

    /** Empty while none is chosen. */
    public IObservableValue<Optional<Of>> chosen() {
        return chosen;
    }

    /** Chooses; the same again changes nothing. */
    public void choose(Kind kind, UUID id) {
        set(Optional.of(new Of(kind, id)));
    }

    public void clear() {
        set(Optional.empty());
    }

    private void set(Optional<Of> next) {
        if (!next.equals(chosen.getValue())) {
            chosen.setValue(next);
        }
    }
}
