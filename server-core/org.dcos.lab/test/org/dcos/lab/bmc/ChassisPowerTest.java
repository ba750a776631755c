package org.dcos.lab.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChassisPowerTest {

    @Test
    void turning_on_takes_a_second_and_a_half() {
        var power = new ChassisPower(false);

        power.turnOn(0);

        assertThat(power.isOn(1_499)).isFalse();
        assertThat(power.isOn(1_500)).isTrue();
        assertThat(power.starts(1_500)).isEqualTo(1);
    }

    @Test
    void a_cycle_is_off_for_two_seconds_and_then_on() {
        var power = new ChassisPower(true);

        power.cycle(0);

        assertThat(power.isOn(999)).isTrue();
        assertThat(power.isOn(1_000)).isFalse();
        assertThat(power.isOn(2_999)).isFalse();
        assertThat(power.isOn(3_000)).isTrue();
        assertThat(power.starts(3_000)).isEqualTo(1);
    }

    @Test
    void a_cycle_that_nobody_watched_has_happened_all_the_same() {
        var power = new ChassisPower(true);

        power.cycle(0);

        assertThat(power.isOn(60_000)).isTrue();
        assertThat(power.starts(60_000)).isEqualTo(1);
    }

    @Test
    void turning_off_takes_back_the_second_half_of_a_cycle() {
        var power = new ChassisPower(true);
        power.cycle(0);

        power.turnOff(1_500);

        assertThat(power.isOn(60_000)).isFalse();
    }

    @Test
    void turning_on_takes_back_a_shutdown_that_has_not_happened() {
        var power = new ChassisPower(true);
        power.shutDown(0);

        power.turnOn(1_000);

        assertThat(power.isOn(60_000)).isTrue();
        assertThat(power.starts(60_000)).isZero();
    }

    @Test
    void a_reset_starts_the_host_and_stays_on() {
        var power = new ChassisPower(true);

        power.reset(0);

        assertThat(power.isOn(0)).isTrue();
        assertThat(power.starts(0)).isEqualTo(1);
    }
}
