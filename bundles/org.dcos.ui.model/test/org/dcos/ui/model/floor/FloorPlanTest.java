package org.dcos.ui.model.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.Rack;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final UUID ROOM = new UUID(2, 1);

    private static Rack rack(String row, String name, int place) {
        return new Rack(UUID.nameUUIDFromBytes((row + name).getBytes()), 1, ROOM, row, name, 42, OptionalInt.empty(),
                OptionalInt.empty(), false, place > 0 ? OptionalInt.of(place) : OptionalInt.empty(), Map.of(),
                Map.of());
    }

    private static List<String> lines(Rack... racks) {
        return FloorPlan.of(Arrays.asList(racks)).lines().stream()
                .map(line -> line.row() + ":" + String.join(",",
                        line.spots().stream().map(spot -> spot.map(Rack::name).orElse("-")).toList()))
                .toList();
    }

    @Test
    void rowsComeByTheirNamesAndRacksByTheirsWhereNoPlaceIsRecorded() {
        assertThat(lines(rack("B10", "r2", 0), rack("B2", "r10", 0), rack("B2", "r9", 0)))
                .containsExactly("B2:r9,r10", "B10:r2");
    }

    @Test
    void aRecordedPlaceIsKeptAndLeavesGaps() {
        assertThat(lines(rack("A", "A07", 2), rack("A", "A01", 5))).containsExactly("A:-,A07,-,-,A01");
    }

    @Test
    void aRackWithoutAPlaceTakesTheFirstFreeOne() {
        assertThat(lines(rack("A", "A01", 2), rack("A", "A02", 0), rack("A", "A03", 0)))
                .containsExactly("A:A02,A01,A03");
    }

    @Test
    void twoRacksOnOnePlaceBothShow() {
        assertThat(lines(rack("A", "A01", 1), rack("A", "A02", 1))).containsExactly("A:A01,A02");
    }

    @Test
    void racksOfNoRowStandTogetherByWhatTheirNamesBeginWith() {
        assertThat(lines(rack("", "C01", 0), rack("", "D-2", 0), rack("", "C02", 0), rack("", "D-10", 0),
                rack("", "Net", 0), rack("", "MMR", 0))).containsExactly(":C01,C02", ":D-2,D-10", ":MMR,Net");
    }

    @Test
    void manyRacksOfNoRowAreBrokenIntoLinesOfEqualLength() {
        var racks = IntStream.rangeClosed(1, 100).mapToObj(i -> rack("", "R" + i, 0)).toList();

        assertThat(FloorPlan.of(racks).lines()).extracting(line -> line.spots().size()).containsExactly(34, 34, 32);
    }

    @Test
    void aPlaceFarAwayIsATypingErrorAndMakesNoEndlessRow() {
        assertThat(lines(rack("A", "A01", 9_000), rack("A", "A02", 1))).containsExactly("A:A02,A01");
    }

    @Test
    void anEmptyRoomHasNoLines() {
        assertThat(FloorPlan.of(List.of()).lines()).isEmpty();
    }
}
