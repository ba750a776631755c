package org.dcos.ui.model.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.DB;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.capacity.RackCapacity.Use;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class PlacesModelTest {

    private final PlacesModel places = new PlacesModel(Texts.load(Locale.ENGLISH), InstantSource.fixed(NOW));

    @Test
    void shows_idc_room_row_and_racks_in_natural_order() {
        var idc = places.tree(Samples.estate(), Map.of()).getFirst();

        assertThat(idc.label()).isEqualTo("Shanghai A");
        assertThat(idc.detail()).isEqualTo("1 room");
        var row = idc.children().getFirst().children().getFirst();
        assertThat(row.label()).isEqualTo("Row A");
        assertThat(row.children()).extracting(PlaceNode::label).containsExactly("A01", "A02", "A10");
        assertThat(row.children().getFirst().detail()).isEqualTo("3/42 U");
    }

    @Test
    void a_rack_is_as_full_as_its_capacity_says_which_counts_more_than_servers() {
        var rack = Samples.estate().racks().values().stream().filter(one -> one.name().equals("A01")).findFirst()
                .orElseThrow();
        var capacity = new RackCapacity(rack.id(), 42, 5.5, 0, 0, 0, OptionalInt.empty(), 0, 0, OptionalInt.empty(),
                Use.NONE, Use.NONE);

        var row = places.tree(Samples.estate(), Map.of(rack.id(), capacity)).getFirst().children().getFirst().children()
                .getFirst();

        assertThat(row.children().getFirst().detail()).isEqualTo("5.5/42 U");
    }

    @Test
    void a_place_is_as_bad_as_the_worst_server_in_it() {
        var estate = Samples.estate().withStatuses(List.of(
                Samples.status(WEB, PowerState.ON, Health.OK, Duration.ofSeconds(5)),
                Samples.status(DB, PowerState.ON, Health.CRITICAL, Duration.ofSeconds(5))));

        assertThat(places.tree(estate, Map.of()).getFirst().mark()).isEqualTo(Mark.CRITICAL);
    }
}
