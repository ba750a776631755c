package org.dcos.ui.model.rack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/** What stands in racks beside servers, and what is kept there; loaded again when it was changed. Used in the realm. */
public final class RackRecords implements AutoCloseable {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU,
            Kind.RACK_RESERVATION);

    /** By the id of their rack. */
    public record Contents(Map<UUID, List<Device>> devices, Map<UUID, List<RackReservation>> reservations) {

        public static final Contents NONE = new Contents(Map.of(), Map.of());

        public Contents {
            devices = Map.copyOf(devices);
            reservations = Map.copyOf(reservations);
        }

        public List<Device> in(UUID rack) {
            return devices.getOrDefault(rack, List.of());
        }

        public List<RackReservation> kept(UUID rack) {
            return reservations.getOrDefault(rack, List.of());
        }

        public Optional<Device> device(UUID id) {
            return devices.values().stream().flatMap(List::stream).filter(device -> device.id().equals(id)).findFirst();
        }
    }

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<Contents> contents;
    private final IValueChangeListener<Optional<Connection>> connected = event -> follow(event.diff.getNewValue());
    private final IValueChangeListener<Recorded> changed = event -> changed(event.diff.getNewValue());
    private int loads;

    public RackRecords(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        this.contents = new WritableValue<>(estates.estate().getRealm(), Contents.NONE, Contents.class);
        estates.connection().addValueChangeListener(connected);
        estates.recorded().addValueChangeListener(changed);
        follow(estates.connection().getValue());
    }

    public IObservableValue<Contents> contents() {
        return contents;
    }

    private void follow(Optional<Connection> connection) {
        loads++;
        contents.setValue(Contents.NONE);
        if (connection.isPresent()) {
            load();
        }
    }

    private void changed(Recorded recorded) {
        if (recorded.kinds().stream().anyMatch(KINDS::contains)) {
            load();
        }
    }

    private void load() {
        int mine = ++loads;
        Outcome.of(estates, texts, RackRecords::read, outcome -> {
            if (mine == loads) {
                outcome.value().ifPresent(contents::setValue);
            }
        });
    }

    private static Contents read(ServerCore core) throws Problem {
        var devices = new HashMap<UUID, List<Device>>();
        var kept = new HashMap<UUID, List<RackReservation>>();
        for (Kind kind : KINDS) {
            for (Item item : all(core, kind)) {
                switch (item) {
                    case NetworkDevice device -> put(devices, device);
                    case Chassis device -> put(devices, device);
                    case Pdu device -> put(devices, device);
                    case RackReservation reservation ->
                            kept.computeIfAbsent(reservation.rack(), _ -> new ArrayList<>()).add(reservation);
                    default -> throw new IllegalStateException("Asked for no " + kind.word());
                }
            }
        }
        return new Contents(devices, kept);
    }

    private static void put(Map<UUID, List<Device>> devices, Device device) {
        device.mounting().ifPresent(
                mounting -> devices.computeIfAbsent(mounting.rack(), _ -> new ArrayList<>()).add(device));
    }

    private static List<Item> all(ServerCore core, Kind kind) throws Problem {
        var items = new ArrayList<Item>();
        Page<Item> page;
        do {
            page = core.records().list(kind, ItemFilter.NONE, new PageRequest(items.size(), PageRequest.MAX_LIMIT));
            items.addAll(page.items());
        } while (!page.items().isEmpty() && items.size() < page.total());
        return items;
    }

    @Override
    public void close() {
        loads++;
        estates.connection().removeValueChangeListener(connected);
        estates.recorded().removeValueChangeListener(changed);
    }
}
