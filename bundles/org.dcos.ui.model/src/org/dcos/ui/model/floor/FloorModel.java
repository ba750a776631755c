package org.dcos.ui.model.floor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Room;
import org.dcos.ui.model.capacity.CapacityModel;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * The room of the chosen place from above. It is worked out in the background whenever states, records or the place
 * change, one at a time, and published in the realm. Used in the realm.
 */
public final class FloorModel implements AutoCloseable {

    private final EstateModel estates;
    private final SelectionModel selection;
    private final CapacityModel capacities;
    private final FloorDrawing drawing;
    private final InstantSource clock;
    private final WritableValue<FloorSight> sight;
    private final IValueChangeListener<Estate> estateChanged = _ -> refresh();
    private final IValueChangeListener<Selected> placeChanged = _ -> refresh();
    private final IValueChangeListener<Map<UUID, RackCapacity>> capacityChanged = _ -> refresh();
    private boolean drawingNow;
    private boolean again;
    private boolean closed;

    public FloorModel(EstateModel estates, SelectionModel selection, CapacityModel capacities, Texts texts,
            InstantSource clock) {
        this.estates = estates;
        this.selection = selection;
        this.capacities = capacities;
        this.drawing = new FloorDrawing(texts);
        this.clock = clock;
        this.sight = new WritableValue<>(estates.estate().getRealm(), FloorSight.NONE, FloorSight.class);
        estates.estate().addValueChangeListener(estateChanged);
        selection.place().addValueChangeListener(placeChanged);
        capacities.racks().addValueChangeListener(capacityChanged);
        refresh();
    }

    public IObservableValue<FloorSight> sight() {
        return sight;
    }

    /** A room that can be chosen. */
    public record Choice(UUID room, String title) {}

    /** All rooms, by data centre and name. */
    public List<Choice> rooms() {
        var estate = estates.estate().getValue();
        return FloorDrawing.rooms(estate).stream()
                .map((Room room) -> new Choice(room.id(), FloorDrawing.title(estate, room))).toList();
    }

    /** Goes over to another room, here and in every view that follows the place. */
    public void choose(UUID room) {
        selection.select(new Selected.OfRoom(room));
    }

    /** Works it out again, as ages grow. Several calls while one is at work make one more. */
    public void refresh() {
        if (drawingNow) {
            again = true;
            return;
        }
        var estate = estates.estate().getValue();
        var room = FloorDrawing.room(estate, selection.place().getValue());
        if (room.isEmpty()) {
            sight.setValue(FloorSight.NONE);
            return;
        }
        drawingNow = true;
        var counted = capacities.racks().getValue();
        var now = clock.instant();
        estates.inBackground(() -> draw(estate, counted, room, now));
    }

    private void draw(Estate estate, Map<UUID, RackCapacity> counted, Optional<UUID> room, Instant now) {
        var drawn = Optional.<FloorSight>empty();
        try {
            drawn = room.map(id -> drawing.sight(estate, counted, id, now));
        } finally {
            var made = drawn;
            estates.inRealm(() -> drawn(made));
        }
    }

    private void drawn(Optional<FloorSight> made) {
        drawingNow = false;
        if (closed) {
            return;
        }
        made.ifPresent(sight::setValue);
        if (again) {
            again = false;
            refresh();
        }
    }

    @Override
    public void close() {
        closed = true;
        estates.estate().removeValueChangeListener(estateChanged);
        selection.place().removeValueChangeListener(placeChanged);
        capacities.racks().removeValueChangeListener(capacityChanged);
    }
}
