package org.dcos.ui.model.capacity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * What all racks can take and do take, counted again by the server-core when something of it was changed. However many
 * changes come, one count is under way at a time. Used in the realm.
 */
public final class CapacityModel implements AutoCloseable {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.ROOM, Kind.RACK, Kind.SERVER, Kind.NETWORK_DEVICE,
            Kind.CHASSIS, Kind.PDU, Kind.DEVICE_TYPE, Kind.PORT, Kind.CABLE, Kind.POWER_FEED, Kind.RACK_RESERVATION);

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<Map<UUID, RackCapacity>> racks;
    private final IValueChangeListener<Recorded> changed = event -> changed(event.diff.getNewValue());
    private final IValueChangeListener<Optional<Connection>> connected = _ -> connected();
    private boolean loading;
    private boolean again;
    private int generation;

    public CapacityModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        this.racks = new WritableValue<>(estates.estate().getRealm(), Map.of(), Map.class);
        estates.recorded().addValueChangeListener(changed);
        estates.connection().addValueChangeListener(connected);
        connected();
    }

    /** By the racks' ids; empty until it is known. */
    public IObservableValue<Map<UUID, RackCapacity>> racks() {
        return racks;
    }

    private void connected() {
        generation++;
        loading = false;
        again = false;
        racks.setValue(Map.of());
        if (estates.core().isPresent()) {
            load();
        }
    }

    private void changed(Recorded recorded) {
        if (recorded.kinds().stream().anyMatch(KINDS::contains)) {
            load();
        }
    }

    private void load() {
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        int mine = generation;
        Outcome.of(estates, texts, CapacityModel::read, outcome -> {
            if (mine == generation) {
                loading = false;
                outcome.value().ifPresent(racks::setValue);
                if (again) {
                    again = false;
                    load();
                }
            }
        });
    }

    private static Map<UUID, RackCapacity> read(ServerCore core) throws Problem {
        var all = new HashMap<UUID, RackCapacity>();
        int offset = 0;
        Page<RackCapacity> page;
        do {
            page = core.capacities().racks(Optional.empty(), new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.items().forEach(rack -> all.put(rack.rack(), rack));
            offset += page.items().size();
        } while (!page.items().isEmpty() && offset < page.total());
        return Map.copyOf(all);
    }

    @Override
    public void close() {
        generation++;
        estates.recorded().removeValueChangeListener(changed);
        estates.connection().removeValueChangeListener(connected);
    }
}
