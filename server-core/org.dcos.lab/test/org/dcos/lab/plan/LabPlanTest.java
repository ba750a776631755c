package org.dcos.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabPlanTest {

    private static final LabPlan SMALL = LabPlan.of(60, 1);
    private static final LabPlan LARGE = LabPlan.of(10_000, 1);

    @Test
    void sixty_servers_stand_in_three_racks_of_forty_two_units() {
        assertThat(SMALL.racks()).hasSize(3).allSatisfy(rack -> assertThat(rack.heightUnits()).isEqualTo(42));
        assertThat(SMALL.racks()).extracting(RackPlan::name).containsExactly("A01", "A02", "A03");
        assertThat(perRack(SMALL).values()).allSatisfy(servers -> assertThat(servers).hasSize(20));
    }

    @Test
    void the_same_seed_gives_the_same_plan_and_another_one_another() {
        assertThat(LabPlan.of(60, 1)).isEqualTo(SMALL);
        assertThat(LabPlan.of(60, 2)).isNotEqualTo(SMALL);
    }

    @Test
    void more_servers_leave_those_before_as_they_are() {
        assertThat(LARGE.servers().subList(0, 60)).isEqualTo(SMALL.servers());
    }

    @Test
    void no_two_servers_of_a_rack_share_a_unit_and_the_two_uppermost_stay_free() {
        perRack(LARGE).forEach((rack, servers) -> {
            var units = new HashSet<Integer>();
            for (ServerPlan server : servers) {
                for (int i = 0; i < server.hardware().heightUnits(); i++) {
                    assertThat(units.add(server.lowestUnit() + i)).as("%s %s", rack.name(), server.name()).isTrue();
                }
            }
            assertThat(units).allSatisfy(unit -> assertThat(unit).isBetween(1, 40));
        });
    }

    @Test
    void full_racks_hold_twenty_to_thirty_six_servers() {
        perRack(LARGE).entrySet().stream().filter(each -> each.getKey() != LARGE.racks().getLast())
                .forEach(each -> assertThat(each.getValue()).hasSizeBetween(20, 36));
    }

    @Test
    void names_serials_and_asset_tags_are_unique() {
        assertUnique(ServerPlan::name);
        assertUnique(ServerPlan::serial);
        assertUnique(ServerPlan::assetTag);
        assertThat(LARGE.racks()).extracting(RackPlan::name).doesNotHaveDuplicates();
    }

    @Test
    void some_serials_begin_with_zeros() {
        assertThat(SMALL.servers()).extracting(ServerPlan::serial).anyMatch(serial -> serial.startsWith("00"));
    }

    @Test
    void servers_differ_in_height_maker_and_power() {
        assertThat(SMALL.servers()).extracting(server -> server.hardware().heightUnits()).contains(1, 2, 4);
        assertThat(LARGE.servers()).extracting(server -> server.hardware().manufacturer())
                .contains(Manufacturer.values());
        assertThat(SMALL.servers()).extracting(ServerPlan::poweredOn).contains(true, false);
    }

    @Test
    void a_number_of_servers_out_of_range_is_refused_with_the_range() {
        assertThatThrownBy(() -> LabPlan.of(0, 1)).hasMessage("0 servers asked for, can be 1 to 50,000");
    }

    private static void assertUnique(Function<ServerPlan, String> field) {
        assertThat(LARGE.servers()).extracting(field).doesNotHaveDuplicates();
    }

    private static Map<RackPlan, List<ServerPlan>> perRack(LabPlan plan) {
        return plan.servers().stream().collect(Collectors.groupingBy(ServerPlan::rack));
    }
}
