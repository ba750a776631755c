package org.dcos.ui.model.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.ROOM;
import static org.dcos.ui.model.Samples.WEB;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeatModelTest {

    private final Settled world = new Settled();
    private final SelectionModel selection = new SelectionModel(world.realm);
    private HeatModel model;

    @BeforeEach
    void connect() {
        world.connect();
        model = new HeatModel(world.estates, selection, Texts.load(Locale.ENGLISH), () -> NOW);
        world.settle();
    }

    @Test
    void racksWithoutServersAreLeftOut() {
        assertThat(model.sight().getValue().rows()).hasSize(1);
        assertThat(model.sight().getValue().rows().getFirst().racks()).extracting(HeatSight.RackOf::name)
                .containsExactly(A01.name());
        assertThat(model.sight().getValue().servers()).isEqualTo(2);
        assertThat(model.sight().getValue().title()).isEqualTo("Room 201 · Shanghai A");
    }

    @Test
    void aCellFollowsTheStateOfItsServer() {
        world.server.send(new DomainEvent.StatusChanged(List.of(
                Samples.status(WEB, PowerState.ON, Health.CRITICAL, Duration.ofSeconds(20)))));
        world.settle();

        var cell = model.sight().getValue().rows().getFirst().racks().getFirst().cells().getFirst();
        assertThat(cell.mark()).isEqualTo(Mark.CRITICAL);
        assertThat(cell.celsius()).isEqualTo(23.5);
        assertThat(cell.watts()).isEqualTo(410);
        assertThat(model.tell(WEB.id()).orElseThrow().facts()).extracting(line -> line.value())
                .contains("A01 U28", "23.5 °C, 20 s ago");
    }

    @Test
    void anotherRoomIsShownWhenItIsChosen() {
        selection.select(new Selected.OfRoom(new UUID(2, 99)));
        world.settle();
        assertThat(model.sight().getValue().rows()).isEmpty();

        model.whole(true);
        world.settle();
        assertThat(model.sight().getValue().rows()).isNotEmpty();

        model.whole(false);
        selection.select(new Selected.OfRoom(ROOM.id()));
        world.settle();
        assertThat(model.sight().getValue().servers()).isEqualTo(2);
    }
}
