package org.dcos.ui.model.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.A02;
import static org.dcos.ui.model.Samples.DB;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.ROOM;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.dcos.ui.model.capacity.CapacityModel;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.floor.FloorSight.RackTile;
import org.dcos.ui.model.rack.RackSight.Line;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class FloorModelTest {

    private final TestRealm realm = new TestRealm();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel estates = new EstateModel(realm, background::add, (_, work) -> delayed.add(work));
    private final SelectionModel selection = new SelectionModel(realm);
    private final Texts texts = Texts.load(Locale.ENGLISH);
    private final CapacityModel capacities = new CapacityModel(estates, texts);
    private final FloorModel model = new FloorModel(estates, selection, capacities, texts, InstantSource.fixed(NOW));

    /** Until nothing is left to do anywhere. */
    private void settle() {
        do {
            realm.runPosted();
            if (!background.isEmpty()) {
                background.remove().run();
            } else if (!delayed.isEmpty()) {
                delayed.remove().run();
            }
            realm.runPosted();
        } while (!background.isEmpty() || !delayed.isEmpty());
    }

    private static RackCapacity capacity(Rack rack, double used) {
        return new RackCapacity(rack.id(), 42, used, 0, 1500, 0, OptionalInt.of(9000), 43_000, 1, OptionalInt.of(800),
                new Use(48, 12), Use.NONE);
    }

    private void connected() {
        server.capacities = List.of(capacity(A01, 3), capacity(A02, 0));
        estates.connect(server);
        selection.select(new Selected.OfRoom(ROOM.id()));
        settle();
    }

    private RackTile tile(Rack rack) {
        return model.sight().getValue().rows().stream().flatMap(row -> row.spots().stream())
                .flatMap(Optional::stream).filter(its -> its.id().equals(rack.id())).findFirst().orElseThrow();
    }

    @Test
    void theRoomOfTheChosenPlaceIsShownByRows() {
        connected();
        selection.select(new Selected.OfRack(A02.id()));
        settle();

        var sight = model.sight().getValue();
        assertThat(sight.title()).isEqualTo("Room 201 · Shanghai A");
        assertThat(sight.rows()).extracting(FloorSight.Row::name).containsExactly("Row A");
        assertThat(sight.rows().getFirst().spots()).extracting(spot -> spot.map(RackTile::name).orElse("-"))
                .containsExactly("A01", "A02", "A10");
    }

    @Test
    void nothingIsDrawnInTheRealmItself() {
        estates.connect(server);
        settle();

        selection.select(new Selected.OfRoom(ROOM.id()));
        realm.runPosted();

        assertThat(model.sight().getValue()).isEqualTo(FloorSight.NONE);
        assertThat(background).hasSize(1);
    }

    @Test
    void aRackIsAsItsWorstServerAndSaysWhy() {
        server.estate = Samples.estate().withStatuses(List.of(
                Samples.status(WEB, PowerState.ON, Health.OK, Duration.ofSeconds(5)),
                Samples.status(DB, PowerState.ON, Health.OK, Duration.ofSeconds(40))));
        connected();
        assertThat(tile(A01).mark()).isEqualTo(Mark.WELL);

        server.send(new DomainEvent.AlertChanged(
                Samples.alert(DB, Severity.CRITICAL, AlertState.FIRING, "Inlet")));
        settle();

        assertThat(tile(A01).mark()).isEqualTo(Mark.CRITICAL);
        assertThat(tile(A01).why()).startsWith("srv-a01-02: ");
        assertThat(tile(A01).age()).contains(Duration.ofSeconds(40));
        assertThat(tile(A01).watts()).hasValue(820);
    }

    @Test
    void unitsAreCountedByTheServerCoreAgainWhenRecordsChange() {
        connected();
        assertThat(tile(A01).usedUnits()).isEqualTo(3);

        server.capacities = List.of(capacity(A01, 8.5));
        server.send(new DomainEvent.RecordsChanged(7, Set.of(Kind.SERVER)));
        settle();

        assertThat(tile(A01).usedUnits()).isEqualTo(9);
    }

    @Test
    void aRackThatIsRecordedAppearsByItself() {
        connected();

        var estate = Samples.estate();
        var fresh = new Rack(new UUID(3, 11), 1, ROOM.id(), "B", "B01", 42, OptionalInt.empty());
        server.estate = Estate.of(estate.idcs().values(), estate.rooms().values(),
                java.util.stream.Stream.concat(estate.racks().values().stream(), java.util.stream.Stream.of(fresh))
                        .toList(),
                estate.servers().values());
        server.send(new DomainEvent.PlacesChanged());
        settle();

        assertThat(model.sight().getValue().rows()).extracting(FloorSight.Row::row).containsExactly("A", "B");
        assertThat(model.sight().getValue().rows()).extracting(FloorSight.Row::frontsUp).containsExactly(false, true);
    }

    @Test
    void loadsAddUpToTheRowAndTheRoom() {
        connected();

        var sight = model.sight().getValue();
        assertThat(sight.load().racks()).isEqualTo(2);
        assertThat(sight.load().usedUnits()).isEqualTo(3);
        assertThat(sight.load(sight.rowOf(A01.id()).orElseThrow()).budget().sum()).isEqualTo(18_000);
    }

    @Test
    void theCardTellsUnitsPowerWeightAndPorts() {
        connected();

        assertThat(tile(A01).facts()).contains(new Line("Units", "3 / 42 U"), new Line("Power at most", "1.5 / 9 kW"),
                new Line("Weight", "43 / 800 kg, 1 device not known"), new Line("Network ports", "12 / 48"));
    }

    @Test
    void anIdcShowsItsFirstRoomWithRacks() {
        var empty = new Room(new UUID(2, 0), 1, Samples.IDC.id(), "Attic");
        var estate = Samples.estate();
        server.estate = Estate.of(estate.idcs().values(), List.of(empty, ROOM), estate.racks().values(), List.of());
        estates.connect(server);
        selection.select(new Selected.OfIdc(Samples.IDC.id()));
        settle();

        assertThat(model.sight().getValue().room()).contains(ROOM.id());
        assertThat(model.rooms()).extracting(FloorModel.Choice::title).containsExactly("Attic · Shanghai A",
                "Room 201 · Shanghai A");
    }

    @Test
    void aRoomThatIsPickedBecomesThePlaceOfAllViews() {
        connected();
        model.choose(ROOM.id());

        assertThat(selection.place().getValue()).isEqualTo(new Selected.OfRoom(ROOM.id()));
    }
}
