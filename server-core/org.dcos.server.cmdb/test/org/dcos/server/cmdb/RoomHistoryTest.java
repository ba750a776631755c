package org.dcos.server.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.PastChange;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomHistoryTest {

    private final MemoryItemStore store = new MemoryItemStore();
    private final LiveRecords live = new LiveRecords(store, new MemoryBmcStore(), _ -> {}, new WriterTurn(),
            () -> Instant.EPOCH);
    private final RecordBook book = new RecordBook(live, store);
    private final Idc idc = new Idc(UUID.randomUUID(), 0, "I");
    private final Room room = new Room(UUID.randomUUID(), 0, idc.id(), "R1");
    private final Room next = new Room(UUID.randomUUID(), 0, idc.id(), "R2");
    private final Rack rack = rack(room, "A01");
    private final Rack far = rack(next, "B01");
    private final Server server = new Server(UUID.randomUUID(), 0, "web-1", "S1", Optional.empty(), "", "", "",
            Optional.of(new Mounting(rack.id(), 10, 1, Face.FRONT)), LifecycleState.PLANNED);

    private static Rack rack(Room room, String name) {
        return new Rack(UUID.randomUUID(), 0, room.id(), "A", name, 42, OptionalInt.empty());
    }

    private void put(String title, Item... items) throws Problem {
        book.commit(new ChangeOrder(title, "", Arrays.stream(items).<Edit>map(Edit.Put::new).toList()));
    }

    @BeforeEach
    void record() throws Problem {
        put("places", idc, room, next, rack, far);
        put("racked", server);
        var there = book.item(Server.class, server.id());
        put("carried off", there.mounted(Optional.of(new Mounting(far.id(), 1, 1, Face.FRONT))));
    }

    private List<String> titles(Room of) throws Problem {
        return book.history(of.id(), PageRequest.ALL).items().stream().map(past -> past.set().title()).toList();
    }

    @Test
    void tellsWhatCameAndWhatWentNewestFirst() throws Problem {
        assertThat(titles(room)).containsExactly("carried off", "racked", "places");
        assertThat(titles(next)).containsExactly("carried off", "places");
    }

    @Test
    void whatStoodInARackThatIsGoneIsStillTold() throws Problem {
        book.delete(Kind.RACK, rack.id());

        assertThat(book.history(room.id(), PageRequest.ALL).items()).extracting(past -> past.change().kind())
                .containsExactly(Kind.RACK, Kind.SERVER, Kind.SERVER, Kind.RACK);
    }

    @Test
    void comesInPages() throws Problem {
        var second = book.history(room.id(), new PageRequest(1, 1));

        assertThat(second.total()).isEqualTo(3);
        assertThat(second.items()).extracting(PastChange::set).extracting(set -> set.title())
                .containsExactly("racked");
    }

    @Test
    void aRoomThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> book.history(UUID.randomUUID(), PageRequest.ALL)).isInstanceOf(NotFound.class);
    }
}
