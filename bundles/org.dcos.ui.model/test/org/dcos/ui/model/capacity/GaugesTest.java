package org.dcos.ui.model.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class GaugesTest {

    private final Gauges gauges = new Gauges(Texts.load(Locale.ENGLISH));

    private static RackCapacity rack(OptionalInt budget, int grams) {
        return new RackCapacity(UUID.randomUUID(), 42, 30.5, 4, 8_400, 2, budget, grams, 0, OptionalInt.of(800),
                new Use(96, 61), new Use(24, 12));
    }

    private GaugeSight gauge(Load load, String label) {
        return gauges.of(load).stream().filter(gauge -> gauge.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void reservedUnitsFillTheBarAndStandInTheNote() {
        var units = gauge(Load.of(rack(OptionalInt.empty(), 0), 0, 0), "Units");

        assertThat(units.text()).isEqualTo("30.5 / 42 U");
        assertThat(units.note()).isEqualTo("4 U reserved");
        assertThat(units.share()).hasValue(34.5 / 42);
    }

    @Test
    void aBudgetNearlyUsedWarnsAndAnExceededOneIsCritical() {
        assertThat(gauge(Load.of(rack(OptionalInt.of(9_000), 0), 0, 0), "Power at most").mark())
                .isEqualTo(Mark.WARNING);
        assertThat(gauge(Load.of(rack(OptionalInt.of(8_000), 0), 0, 0), "Power at most").mark())
                .isEqualTo(Mark.CRITICAL);
        assertThat(gauge(Load.of(rack(OptionalInt.of(20_000), 0), 6_200, 9), "Power now").text())
                .isEqualTo("6.2 / 20 kW");
    }

    @Test
    void withoutABudgetThereIsNoBarAndNoWarning() {
        var power = gauge(Load.of(rack(OptionalInt.empty(), 0), 0, 0), "Power at most");

        assertThat(power.text()).isEqualTo("8.4 kW");
        assertThat(power.share()).isEmpty();
        assertThat(power.note()).isEqualTo("2 devices not known");
    }

    @Test
    void aSumOverRacksOfWhichOneHasNoBudgetSaysSoAndClaimsNoShare() {
        var two = Load.of(rack(OptionalInt.of(9_000), 0), 0, 0).plus(Load.of(rack(OptionalInt.empty(), 0), 0, 0));

        assertThat(gauge(two, "Power at most").share()).isEmpty();
        assertThat(gauge(two, "Power at most").note()).isEqualTo("4 devices not known, 1 rack without limit");
    }

    @Test
    void weightAndPortsAreCountedUp() {
        var load = Load.of(rack(OptionalInt.of(9_000), 640_400), 0, 0);

        assertThat(gauge(load.plus(load), "Weight").text()).isEqualTo("1,281 / 1,600 kg");
        assertThat(gauge(load, "Network ports").text()).isEqualTo("61 / 96");
        assertThat(gauges.brief(load)).extracting(GaugeSight::text).containsExactly("30.5 / 42 U", "640 / 800 kg",
                "61 / 96 ports");
    }

    @Test
    void whatNothingIsRecordedOfHasNoGauge() {
        var bare = new RackCapacity(UUID.randomUUID(), 42, 0, 0, 0, 0, OptionalInt.empty(), 0, 0, OptionalInt.empty(),
                Use.NONE, Use.NONE);

        assertThat(gauges.of(Load.of(bare, 0, 0))).extracting(GaugeSight::label).containsExactly("Units");
        assertThat(gauges.of(Load.NONE)).isEmpty();
    }
}
