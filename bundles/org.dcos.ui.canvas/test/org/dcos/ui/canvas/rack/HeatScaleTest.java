package org.dcos.ui.canvas.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Rack;
import org.junit.jupiter.api.Test;

class HeatScaleTest {

    private final Device hot = measured(Device.server("hot", "hot", 1, 2), 760, 44);
    private final Device cool = measured(Device.server("cool", "cool", 5, 1), 95, 20);
    private final Device silent = Device.server("silent", "silent", 9, 1);
    private final RackPicture picture = new RackPicture(
            List.of(new Rack("a", "A", "", 42, "", Mark.NONE, List.of(hot, cool, silent))));

    @Test
    void power_counts_per_unit_up_to_a_round_figure() {
        var scale = HeatScale.of(ColourBy.POWER, picture);

        assertThat(scale.high()).isEqualTo(400);
        assertThat(scale.share(hot)).hasValue(0.95);
    }

    @Test
    void a_device_without_a_value_has_no_share_rather_than_zero() {
        assertThat(HeatScale.of(ColourBy.POWER, picture).share(silent)).isEmpty();
        assertThat(HeatScale.of(ColourBy.TEMPERATURE, picture).text(silent)).isEmpty();
    }

    @Test
    void usual_temperatures_are_quiet_and_a_hot_one_is_not() {
        var scale = HeatScale.of(ColourBy.TEMPERATURE, picture);

        assertThat(scale.share(cool).orElseThrow()).isLessThan(0.05);
        assertThat(scale.share(hot).orElseThrow()).isGreaterThan(0.9);
        assertThat(scale.text(hot)).isEqualTo("44 °C");
    }

    @Test
    void age_is_full_at_ten_minutes() {
        var old = silent.measured(OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(Duration.ofMinutes(20)));

        assertThat(HeatScale.of(ColourBy.AGE, picture).share(old)).hasValue(1);
    }

    @Test
    void state_has_no_scale() {
        assertThat(HeatScale.of(ColourBy.STATE, picture).measures()).isFalse();
    }

    private static Device measured(Device device, double watts, double celsius) {
        return device.measured(OptionalDouble.of(watts), OptionalDouble.of(celsius),
                Optional.of(Duration.ofSeconds(20)));
    }
}
