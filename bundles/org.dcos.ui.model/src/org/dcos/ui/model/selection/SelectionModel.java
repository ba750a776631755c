package org.dcos.ui.model.selection;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** The one selection of a window: the place whose racks are shown, and the server in them, if one is chosen. */
public final class SelectionModel {

    private final WritableValue<Selected> selected;
    private final WritableValue<Selected> place;
    private final WritableValue<Optional<RackSpot>> spot;

    public SelectionModel(Realm realm) {
        selected = new WritableValue<>(realm, new Selected.Nothing(), Selected.class);
        place = new WritableValue<>(realm, new Selected.Nothing(), Selected.class);
        spot = new WritableValue<>(realm, Optional.empty(), Optional.class);
    }

    /** What was chosen last: a place or a server. */
    public IObservableValue<Selected> selected() {
        return selected;
    }

    /** The place chosen last; choosing a server leaves it as it is. */
    public IObservableValue<Selected> place() {
        return place;
    }

    /** The free place of a rack that was pointed at last; none after something was chosen. */
    public IObservableValue<Optional<RackSpot>> spot() {
        return spot;
    }

    /** Points at a free place; what is chosen stays so. */
    public void point(RackSpot at) {
        spot.setValue(Optional.of(at));
    }

    public Optional<UUID> server() {
        return selected.getValue() instanceof Selected.OfServer(var id) ? Optional.of(id) : Optional.empty();
    }

    /** Chooses; the same again changes nothing. Call in the realm. */
    public void select(Selected next) {
        spot.setValue(Optional.empty());
        if (!(next instanceof Selected.OfServer) && !next.equals(place.getValue())) {
            place.setValue(next);
        }
        if (!next.equals(selected.getValue())) {
            selected.setValue(next);
        }
    }

    /** Chooses a server and makes sure that its rack is among those shown. */
    public void reveal(UUID server, Selected itsPlace) {
        if (!itsPlace.equals(place.getValue())) {
            place.setValue(itsPlace);
        }
        select(new Selected.OfServer(server));
    }
}
