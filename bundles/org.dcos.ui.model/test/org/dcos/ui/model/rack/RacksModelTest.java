package org.dcos.ui.model.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.DB;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.ROOM;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RackSight.DeviceSight;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RacksModelTest {

    private final RacksModel racks = new RacksModel(Texts.load(Locale.ENGLISH), InstantSource.fixed(NOW));

    @Test
    void a_rack_is_shown_with_its_whole_row() {
        var shown = racks.racks(Samples.estate(), new Selected.OfRack(A01.id()));

        assertThat(shown).extracting(RackSight::name).containsExactly("A01", "A02", "A10");
        assertThat(racks.title(Samples.estate(), new Selected.OfRow(ROOM.id(), "A")))
                .isEqualTo("Row A · Room 201 · Shanghai A");
    }

    @Test
    void the_head_tells_power_drawn_and_budget() {
        var estate = Samples.estate().withStatuses(List.of(
                Samples.status(WEB, PowerState.ON, Health.OK, Duration.ZERO),
                Samples.status(DB, PowerState.ON, Health.OK, Duration.ZERO)));

        var rack = racks.racks(estate, new Selected.OfRack(A01.id())).getFirst();

        assertThat(rack.powerText()).isEqualTo("0.8 / 9 kW");
        assertThat(rack.powerHigh()).isFalse();
    }

    @Test
    void an_old_value_is_marked_stale_with_its_age_and_never_shown_as_current() {
        var estate = Samples.estate()
                .withStatuses(List.of(Samples.status(WEB, PowerState.ON, Health.CRITICAL, Duration.ofMinutes(6))));

        var device = device(estate);

        assertThat(device.mark()).isEqualTo(Mark.STALE);
        assertThat(device.ageText()).isEqualTo("6 min");
        assertThat(device.muted()).isTrue();
    }

    @Test
    void a_machine_that_is_off_has_a_ring_and_is_muted() {
        var device = device(Samples.estate()
                .withStatuses(List.of(Samples.status(WEB, PowerState.OFF, Health.OK, Duration.ofSeconds(3)))));

        assertThat(device.mark()).isEqualTo(Mark.OFF);
        assertThat(device.ageText()).isEmpty();
    }

    @Test
    void a_machine_of_which_nothing_is_known_has_no_mark() {
        assertThat(device(Samples.estate()).mark()).isEqualTo(Mark.NONE);
    }

    @Test
    void the_hover_card_tells_serial_position_and_ages() {
        var device = device(Samples.estate()
                .withStatuses(List.of(Samples.status(WEB, PowerState.ON, Health.OK, Duration.ofSeconds(20)))));

        assertThat(device.hover()).extracting(RackSight.Line::value).contains("SN0001", "A01 U28–29", "on, 20 s ago");
    }

    private DeviceSight device(org.dcos.ui.model.estate.Estate estate) {
        return racks.racks(estate, new Selected.OfRack(A01.id())).getFirst().devices().getFirst();
    }
}
