package org.dcos.server.cmdb.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.capacity.Capacities;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts for each question: a rack has some hundred things, and nothing has to follow the commits. */
@Component
public final class RecordCapacities implements Capacities {

    private final LiveRecords records;

    @Activate
    public RecordCapacities(@Reference LiveRecords records) {
        this.records = records;
    }

    @Override
    public Page<RackCapacity> racks(Optional<UUID> room, PageRequest page) throws Problem {
        Optional<Page<RackCapacity>> told = records.read(view -> room.isPresent()
                && view.item(Room.class, room.get()).isEmpty() ? Optional.empty()
                        : Optional.of(told(view, room, page)));
        return told.orElseThrow(() -> NotFound.of("room", room.orElseThrow()));
    }

    private static Page<RackCapacity> told(View view, Optional<UUID> room, PageRequest page) {
        Stream<Rack> wanted = room.map(id -> view.referring(Rack.class, id)).orElseGet(() -> view.all(Rack.class));
        List<Rack> racks = wanted
                .sorted(Comparator.comparing(Rack::name, NaturalOrder.INSTANCE).thenComparing(Rack::id))
                .toList();
        var counting = new RackCount(view);
        return new Page<>(racks.stream().skip(page.offset()).limit(page.limit()).map(counting::of).toList(),
                page.offset(), racks.size());
    }
}
