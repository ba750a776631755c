package org.dcos.server.cmdb.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationIssue;
import org.dcos.domain.relocation.RelocationIssue.What;
import org.dcos.domain.relocation.RelocationPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelocationBookTest {

    private MovingEstate estate;
    private NetworkDevice web;
    private NetworkDevice tor;

    @BeforeEach
    void machines() throws Problem {
        estate = new MovingEstate();
        web = estate.device("web-1", 0, 5, 2);
        tor = estate.device("tor-1", 0, 12, 1);
    }

    private static List<What> whats(RelocationPlan plan) {
        return plan.issues().stream().map(RelocationIssue::what).toList();
    }

    @Test
    void aPlanTellsUnitsPowerAndWeightOfBothRacksBeforeAndAfter() throws Problem {
        RelocationPlan plan = estate.book.plan(MovingEstate.order(estate.to(web, 1, 3)));

        assertThat(plan.possible()).isTrue();
        assertThat(plan.machines()).singleElement().satisfies(machine -> {
            assertThat(machine.from()).isEqualTo("Shanghai A / 201 / A01 U5-U6");
            assertThat(machine.to()).isEqualTo("Shanghai A / 201 / A02 U3-U4");
        });
        assertThat(plan.racks()).satisfiesExactly(from -> {
            assertThat(from.unitsBefore()).isEqualTo(3);
            assertThat(from.unitsAfter()).isEqualTo(1);
            assertThat(from.wattsBefore()).isEqualTo(1000);
            assertThat(from.wattsAfter()).isEqualTo(500);
        }, to -> {
            assertThat(to.unitsAfter()).isEqualTo(2);
            assertThat(to.wattsAfter()).isEqualTo(500);
            assertThat(to.gramsAfter()).isEqualTo(10_000);
        });
        assertThat(estate.all(Relocation.class)).isEmpty();
    }

    @Test
    void aFullTargetAReservationAndTooMuchPowerStandInTheWay() throws Problem {
        estate.device("db-1", 1, 1, 2);
        for (int unit = 5; unit < 10; unit++) {
            estate.device("db-" + unit, 1, unit, 1);
        }
        estate.put(new RackReservation(UUID.randomUUID(), 0, estate.racks.get(1).id(), 3, 2, "storage", "arrives soon",
                Optional.empty(), Map.of(), Map.of()));

        assertThat(whats(estate.book.plan(MovingEstate.order(estate.to(web, 1, 2))))).containsExactly(What.UNITS_TAKEN,
                What.UNITS_KEPT, What.POWER_EXCEEDED);
        assertThat(whats(estate.book.plan(MovingEstate.order(estate.to(web, 2, 12))))).containsExactly(
                What.OUTSIDE_RACK);
        var refused = catchThrowableOfType(Invalid.class,
                () -> estate.book.begin(MovingEstate.order(estate.to(web, 1, 2))));
        assertThat(refused.violations()).extracting(Invalid.Violation::message).contains(
                "web-1 cannot stand at Shanghai A / 201 / A02 U2-U3: db-1 takes U1-U2.");
        assertThat(estate.all(Relocation.class)).isEmpty();
    }

    @Test
    void whatBreaksIsTold_shortCablesPrefixesOfTheOldRoomAndWhatDependsOnTheMachine() throws Problem {
        var eth = estate.port(web, "eth0");
        estate.cable(eth, estate.port(tor, "1"), Optional.of(2.0));
        estate.prefix("10.1.0.0/24", estate.room);
        estate.address("10.1.0.7", eth);
        estate.put(new Relation(UUID.randomUUID(), 0, tor.id(), web.id(), "boots from", true, "", Map.of(), Map.of()));

        RelocationPlan plan = estate.book.plan(MovingEstate.order(estate.to(web, 4, 1)));

        assertThat(plan.possible()).isTrue();
        assertThat(plan.issues()).extracting(RelocationIssue::message).containsExactlyInAnyOrder(
                "tor-1 boots from web-1, and stands still without it.",
                "The cable from web-1 eth0 to tor-1 1 (2 m) does not reach the new place: it is taken off.",
                "web-1 has 10.1.0.7 of 10.1.0.0/24, which is used in 201 only: "
                        + "it needs another address in the new place.");
    }

    @Test
    void aCableInTheSameRackReachesAndOneThatIsLongEnoughReachesTheNextRack() throws Problem {
        estate.cable(estate.port(web, "eth0"), estate.port(tor, "1"), Optional.of(3.0));
        estate.cable(estate.port(web, "eth1"), estate.port(tor, "2"), Optional.empty());

        assertThat(whats(estate.book.plan(MovingEstate.order(estate.to(web, 0, 1))))).isEmpty();
        assertThat(whats(estate.book.plan(MovingEstate.order(estate.to(web, 1, 9))))).containsExactly(
                What.CABLE_TOO_SHORT);
    }

    @Test
    void nobodyElseTakesTheTargetNorTheOldPlaceWhileItIsOnItsWay() throws Problem {
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));
        assertThatThrownBy(() -> estate.device("thief", 1, 4, 1)).isInstanceOf(Invalid.class)
                .hasMessageContaining("kept for relocation tidy up");

        estate.upTo(begun, web, RelocationAction.CARRY);

        assertThatThrownBy(() -> estate.device("thief", 0, 6, 1)).isInstanceOf(Invalid.class)
                .hasMessageContaining("kept for relocation tidy up");
        RackReservation kept = estate.all(RackReservation.class).getFirst();
        assertThatThrownBy(() -> estate.records.commit("", "",
                List.of(new Edit.Delete(Kind.RACK_RESERVATION, kept.id(), 0)))).isInstanceOf(Conflict.class)
                        .hasMessageContaining("under way");
    }

    @Test
    void eachStepChangesTheRecordsWithIt() throws Problem {
        Cable stays = estate.cable(estate.port(web, "eth0"), estate.port(tor, "1"), Optional.of(5.0));
        Cable goes = estate.cable(estate.port(web, "eth1"), estate.port(tor, "2"), Optional.of(1.0));
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));

        estate.upTo(begun, web, RelocationAction.POWER_OFF);
        assertThat(estate.recorded(NetworkDevice.class, web.id()).state()).isEqualTo(LifecycleState.MAINTENANCE);
        estate.upTo(begun, web, RelocationAction.UNPLUG);
        assertThat(estate.recorded(Cable.class, stays.id()).state()).isEqualTo(CableState.PLANNED);
        assertThat(estate.there(goes)).isFalse();
        estate.upTo(begun, web, RelocationAction.CARRY);
        assertThat(estate.recorded(NetworkDevice.class, web.id()).mounting()).isEmpty();
        estate.upTo(begun, web, RelocationAction.MOUNT);
        assertThat(estate.recorded(NetworkDevice.class, web.id()).mounting()).contains(
                new Mounting(estate.racks.get(1).id(), 3, 2, Face.FRONT));
        estate.upTo(begun, web, RelocationAction.CABLE);
        assertThat(estate.recorded(Cable.class, stays.id()).state()).isEqualTo(CableState.CONNECTED);
        Relocation ended = estate.upTo(begun, web, RelocationAction.POWER_ON);

        assertThat(estate.recorded(NetworkDevice.class, web.id()).state()).isEqualTo(LifecycleState.ACTIVE);
        assertThat(ended.state()).isEqualTo(RelocationState.DONE);
        assertThat(ended.devices()).isEmpty();
        assertThat(estate.all(RackReservation.class)).isEmpty();
    }

    @Test
    void aStepSaidTwiceIsDoneOnceAndOneOutOfTurnIsRefused() throws Problem {
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));
        estate.book.done(begun.id(), web.id(), RelocationAction.POWER_OFF, "by hand");
        int sets = estate.store.transactions();

        Relocation again = estate.book.done(begun.id(), web.id(), RelocationAction.POWER_OFF, "by hand");

        assertThat(estate.store.transactions()).isEqualTo(sets);
        assertThat(MovingEstate.move(again, web).done()).singleElement()
                .satisfies(step -> assertThat(step.note()).isEqualTo("by hand"));
        assertThatThrownBy(() -> estate.book.done(begun.id(), web.id(), RelocationAction.MOUNT, ""))
                .isInstanceOf(Conflict.class).hasMessage("The next step is to unplug web-1, not to mount web-1.");
    }

    @Test
    void twoMachinesTakeEachOthersPlaces() throws Problem {
        NetworkDevice db = estate.device("db-1", 1, 5, 2);
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 5), estate.to(db, 0, 5)));
        estate.upTo(begun, web, RelocationAction.CARRY);
        assertThatThrownBy(() -> estate.book.done(begun.id(), web.id(), RelocationAction.MOUNT, ""))
                .isInstanceOf(Conflict.class)
                .hasMessage("db-1 still stands where web-1 is to be mounted. Carry it first.");

        estate.upTo(begun, db, RelocationAction.POWER_ON);
        Relocation ended = estate.upTo(begun, web, RelocationAction.POWER_ON);

        assertThat(ended.state()).isEqualTo(RelocationState.DONE);
        assertThat(estate.recorded(NetworkDevice.class, db.id()).mounting()).isEqualTo(web.mounting());
        assertThat(estate.recorded(NetworkDevice.class, web.id()).mounting()).isEqualTo(db.mounting());
    }

    @Test
    void aMachineUnderWayIsNotMovedByHandNorByAnotherRelocation() throws Problem {
        estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));

        assertThat(whats(estate.book.plan(MovingEstate.order(estate.to(web, 2, 3))))).containsExactly(What.UNDER_WAY);
        var moved = new NetworkDevice(web.id(), 1, web.name(), web.serial(), web.assetTag(), web.manufacturer(),
                web.model(), web.owner(), Optional.empty(), web.state(), web.role(), web.deviceType(), web.business(),
                web.labels(), web.fields());
        assertThatThrownBy(() -> estate.put(moved)).isInstanceOf(Invalid.class)
                .hasMessageContaining("do its next step, or roll it back");
    }

    @Test
    void unitsKeptForTheOwnerAreUsedAndGivenBackByARollBack() throws Problem {
        var kept = estate.put(new RackReservation(UUID.randomUUID(), 0, estate.racks.get(1).id(), 1, 10, "net", "",
                Optional.empty(), Map.of(), Map.of()));
        String before = estate.export();

        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));
        assertThat(estate.all(RackReservation.class)).hasSize(3);
        assertThat(estate.recorded(RackReservation.class, kept.id()).heightUnits()).isEqualTo(2);
        estate.upTo(begun, web, RelocationAction.MOUNT);
        estate.book.rollBack(begun.id(), "the new rack is too warm");

        assertThat(estate.export()).isEqualTo(before);
    }

    @Test
    void whatOthersChangedMeanwhileStaysWhenItIsRolledBack() throws Problem {
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));
        estate.upTo(begun, web, RelocationAction.CARRY);
        var now = estate.recorded(NetworkDevice.class, web.id());
        estate.put(new NetworkDevice(now.id(), now.version(), "web-01", now.serial(), now.assetTag(),
                now.manufacturer(), now.model(), now.owner(), now.mounting(), now.state(), now.role(), now.deviceType(),
                now.business(), now.labels(), now.fields()));

        Relocation back = estate.book.rollBack(begun.id(), "");

        assertThat(back.state()).isEqualTo(RelocationState.ROLLED_BACK);
        assertThat(estate.recorded(NetworkDevice.class, web.id())).satisfies(device -> {
            assertThat(device.name()).isEqualTo("web-01");
            assertThat(device.mounting()).isEqualTo(web.mounting());
            assertThat(device.state()).isEqualTo(LifecycleState.ACTIVE);
        });
        assertThatThrownBy(() -> estate.book.done(begun.id(), web.id(), RelocationAction.MOUNT, ""))
                .isInstanceOf(Conflict.class).hasMessageContaining("was rolled back");
    }

    @Test
    void theOutlookTellsOnlyWhatIsLeft() throws Problem {
        NetworkDevice db = estate.device("db-1", 0, 1, 1);
        Relocation begun = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3), estate.to(db, 1, 7)));
        estate.upTo(begun, web, RelocationAction.MOUNT);

        RelocationPlan outlook = estate.book.outlook(begun.id());

        assertThat(outlook.issues()).isEmpty();
        assertThat(outlook.machines()).extracting(RelocationPlan.Machine::name).containsExactly("db-1");
    }

    @Test
    void theOnesUnderWayComeFirst() throws Problem {
        Relocation first = estate.book.begin(MovingEstate.order(estate.to(web, 1, 3)));
        estate.now = estate.now.plusSeconds(5);
        Relocation second = estate.book.begin(MovingEstate.order(estate.to(tor, 1, 8)));
        estate.book.rollBack(second.id(), "");

        assertThat(estate.book.relocations(Optional.empty(), PageRequest.ALL).items()).extracting(Relocation::id)
                .containsExactly(first.id(), second.id());
    }
}
