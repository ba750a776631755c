package org.dcos.server.cmdb.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Rack;
import org.dcos.server.cmdb.relocation.CableReach.Spot;
import org.junit.jupiter.api.Test;

class CableReachTest {

    private static final UUID ROOM = new UUID(0, 1);

    private static Rack rack(int place, String row, boolean descending) {
        return new Rack(new UUID(1, place), 1, ROOM, row, row + place, 42, OptionalInt.empty(), OptionalInt.empty(),
                descending, OptionalInt.of(place), Map.of(), Map.of());
    }

    @Test
    void withinARackItRunsAlongTheSide() {
        Rack rack = rack(1, "A", false);

        assertThat(CableReach.needs(Spot.at(rack, 1), Spot.at(rack, 41))).contains(2.1);
    }

    @Test
    void betweenRacksOfARowItRunsOverTheTop() {
        assertThat(CableReach.needs(Spot.at(rack(1, "A", false), 42), Spot.at(rack(4, "A", false), 42)))
                .contains(2.9);
        assertThat(CableReach.needs(Spot.at(rack(1, "A", false), 42), Spot.at(rack(4, "A", true), 1)))
                .as("U1 of a rack that counts down is at the top").contains(2.9);
    }

    @Test
    void howFarAnotherRowIsNobodyKnows() {
        Spot here = Spot.at(rack(1, "A", false), 1);
        Spot there = Spot.at(rack(2, "B", false), 1);

        assertThat(CableReach.needs(here, there)).isEmpty();
        assertThat(CableReach.reaches(Optional.of(100.0), here, here, here, there)).isFalse();
        assertThat(CableReach.reaches(Optional.empty(), here, there, here, there)).as("nothing moved").isTrue();
    }

    @Test
    void oneOfUnknownLengthIsAsLongAsItHadToBe() {
        Spot near = Spot.at(rack(2, "A", false), 40);
        Spot middle = Spot.at(rack(3, "A", false), 40);
        Spot far = Spot.at(rack(9, "A", false), 40);

        assertThat(CableReach.reaches(Optional.empty(), near, far, near, middle)).isTrue();
        assertThat(CableReach.reaches(Optional.empty(), near, middle, near, far)).isFalse();
    }
}
