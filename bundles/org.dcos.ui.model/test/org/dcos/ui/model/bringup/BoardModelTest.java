package org.dcos.ui.model.bringup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.A02;
import static org.dcos.ui.model.Samples.DB;
import static org.dcos.ui.model.Samples.IDC;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.ROOM;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.bringup.BoardSight.Machine;
import org.dcos.ui.model.bringup.BoardSight.Todo;
import org.dcos.ui.model.bringup.BoardSight.Told;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardModelTest {

    private static final Server NEW = planned(3, "srv-a02-01", 10);
    private static final Server NEXT = planned(4, "srv-a02-02", 12);

    private final Settled world = new Settled();
    private final List<Arrival> known = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();
    private final BringUp bringUp = Ask.of(BringUp.class, answers);
    private BoardModel model;

    private static Server planned(int number, String name, int unit) {
        return new Server(new UUID(4, number), 1, name, "SN000" + number, Optional.empty(), "Huawei", "2288H V5", "",
                Optional.of(new Mounting(A02.id(), unit, 2, Face.FRONT)), LifecycleState.PLANNED);
    }

    @BeforeEach
    void connect() {
        world.server.estate = Estate.of(List.of(IDC), List.of(ROOM), List.of(A01, A02), List.of(WEB, DB, NEW, NEXT));
        answers.put("arrivals", _ -> new Page<>(List.copyOf(known), 0, known.size()));
        answers.put("settings", _ -> new BringUpSettings(true, List.of(), List.of(), "", "oob", true, 16, false));
        answers.put("assign", arguments -> {
            orders.add("assign " + arguments[1] + " " + arguments[2]);
            var after = Arrivals.of(1, Stage.IDENTIFIED, Optional.of((UUID) arguments[1]));
            return new Arrival(after.id(), 9, after.mac(), after.address(), 623, "", after.stage(), Optional.empty(),
                    after.server(), Optional.empty(), after.steps(), after.seen(), after.changed());
        });
        answers.put("dismiss", arguments -> {
            orders.add("dismiss " + arguments[1]);
            return null;
        });
    }

    private BoardSight sight() {
        world.connect();
        model = new BoardModel(world.estates, Texts.load(Locale.ENGLISH), Clock.fixed(NOW, ZoneOffset.UTC),
                _ -> bringUp);
        world.settle();
        return model.sight().getValue();
    }

    private Machine machine(Server server) {
        return model.sight().getValue().find(server.id().toString()).orElseThrow();
    }

    @Test
    void onlyRacksInWhichSomethingIsPlannedOrOnItsWayAreShown() {
        var sight = sight();

        assertThat(sight.racks()).extracting(BoardSight.RackOf::name).containsExactly("A02");
        assertThat(sight.racks().getFirst().note()).isEqualTo("0 of 2 in the pool");
        assertThat(sight.counts()).containsExactly(Map.entry(Way.PLANNED, 2));
        assertThat(sight.story()).isEmpty();
    }

    @Test
    void aMachineStandsInItsUnitWithTheStageOfItsArrival() {
        known.add(Arrivals.of(1, Stage.ACCEPTED, Optional.of(NEW.id())));
        sight();

        assertThat(machine(NEW).way()).isEqualTo(Way.ACCEPTED);
        assertThat(machine(NEW).word()).isEqualTo("accepted");
        assertThat(machine(NEXT).way()).isEqualTo(Way.PLANNED);
    }

    @Test
    void oneThatIsNotMatchedWaitsInTheLaneUnderWhatCanBeReadOnIt() {
        known.add(Arrivals.of(1, Stage.SEEN, Optional.empty()));
        known.add(Arrivals.troubled(Arrivals.telling(Arrivals.of(2, Stage.SEEN, Optional.empty()), "X", "SN77"),
                Cause.STRANGER, true));
        var sight = sight();

        assertThat(sight.lane()).extracting(Machine::name).containsExactly("SN77", "3c:ec:ef:00:00:01");
        assertThat(sight.troubled()).isEqualTo(1);
        assertThat(sight.counts()).containsEntry(Way.SEEN, 1);
    }

    @Test
    void whatStandsStillHasTheOneNextThingToDoAndThoseForAPersonComeFirst() {
        known.add(Arrivals.troubled(Arrivals.of(1, Stage.SEEN, Optional.of(NEW.id())), Cause.SILENT, false));
        known.add(Arrivals.troubled(Arrivals.of(2, Stage.SEEN, Optional.of(NEXT.id())), Cause.DIFFERENT, true));
        var todo = sight().todo();

        assertThat(todo).extracting(Todo::name).containsExactly("srv-a02-02", "srv-a02-01");
        assertThat(todo.getFirst().place()).isEqualTo("A02 U12");
        assertThat(todo.getFirst().cure()).isEqualTo("Do right.");
        assertThat(todo.getFirst().next()).isEmpty();
        assertThat(todo.getLast().next()).isEqualTo("Is tried again in 30 s");
    }

    @Test
    void theStoryTellsTheNewestFirstWithItsEvidence() {
        known.add(Arrivals.of(1, Stage.IDENTIFIED, Optional.of(NEW.id())));
        var story = sight().story();

        assertThat(story).extracting(Told::what).containsExactly("Matched", "Identified", "Logged in",
                "Asked for an address");
        assertThat(story.getFirst().evidence()).isEqualTo("evidence of MATCH");
        assertThat(story.getFirst().time()).isEqualTo("04:36:02");
        assertThat(story).allMatch(told -> told.machine().equals(NEW.id().toString()));
    }

    @Test
    void anEventMovesTheMachineOnAndAnOlderOneDoesNotMoveItBack() {
        var first = Arrivals.of(1, Stage.SEEN, Optional.of(NEW.id()));
        known.add(first);
        sight();

        world.server.send(new DomainEvent.ArrivalChanged(Arrivals.troubled(first, Cause.WRONG_LOGIN, false)));
        world.server.send(new DomainEvent.ArrivalChanged(first));
        world.settle();

        assertThat(machine(NEW).troubled()).isTrue();
        assertThat(machine(NEW).word()).isEqualTo("no login fits");
        assertThat(model.signal().getValue()).isEqualTo(new Signal(1, Signal.What.RED));
    }

    @Test
    void whatComesIntoThePoolIsWorthASound() {
        sight();

        world.server.send(new DomainEvent.ArrivalChanged(Arrivals.of(1, Stage.AVAILABLE, Optional.of(NEW.id()))));
        world.settle();

        assertThat(model.signal().getValue().what()).isEqualTo(Signal.What.IN_POOL);
        assertThat(model.sight().getValue().counts()).containsEntry(Way.AVAILABLE, 1);
    }

    @Test
    void oneThatIsDismissedIsGone() {
        known.add(Arrivals.of(1, Stage.SEEN, Optional.empty()));
        sight();

        model.dismiss(known.getFirst().id(), "a laptop");
        world.settle();

        assertThat(orders).containsExactly("dismiss a laptop");
        assertThat(model.sight().getValue().lane()).isEmpty();
    }

    @Test
    void serversOfTheRackOneWorksAtComeFirstAmongThoseItMayBe() {
        known.add(Arrivals.of(1, Stage.SEEN, Optional.empty()));
        sight();
        var found = new ArrayList<Candidate>();

        model.candidates(known.getFirst().id(), Optional.of(A02.id()), found::addAll);
        world.settle();

        assertThat(found).extracting(Candidate::name).containsExactly("srv-a02-01", "srv-a02-02");
        assertThat(found).allMatch(Candidate::near);
    }

    @Test
    void anAssignedMachineMovesFromTheLaneIntoItsRack() {
        known.add(Arrivals.of(1, Stage.SEEN, Optional.empty()));
        sight();

        model.assign(known.getFirst().id(), NEW.id(), "label on the chassis");
        world.settle();

        assertThat(orders).containsExactly("assign " + NEW.id() + " label on the chassis");
        assertThat(model.sight().getValue().lane()).isEmpty();
        assertThat(machine(NEW).way()).isEqualTo(Way.IDENTIFIED);
    }

    @Test
    void aRoomShowsAllItsRacks() {
        sight();

        model.show(new BoardFilter.OfRoom(ROOM.id()));
        world.settle();

        assertThat(model.sight().getValue().racks()).extracting(BoardSight.RackOf::name).containsExactly("A01", "A02");
        assertThat(machine(WEB).way()).isEqualTo(Way.OTHER);
    }
}
