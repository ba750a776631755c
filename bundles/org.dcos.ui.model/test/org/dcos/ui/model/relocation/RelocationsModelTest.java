package org.dcos.ui.model.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.A02;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.WEB;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.cmdb.RelocationStep;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.domain.relocation.Relocations;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.estate.Recorded;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelocationsModelTest {

    private static final RelocationMove MOVE = new RelocationMove(WEB.id(), WEB.name(), WEB.mounting().orElseThrow(),
            new Mounting(A02.id(), 5, 2, Face.FRONT), List.of(), List.of(), List.of());

    private final Settled world = new Settled();
    private final RelocationsModel model = new RelocationsModel(world.estates, Texts.load(Locale.ENGLISH),
            ZoneOffset.UTC);
    private final List<Relocation> open = new ArrayList<>();
    private final List<RelocationAction> ticked = new ArrayList<>();

    private static Relocation relocation(int number, RelocationMove move) {
        return new Relocation(new UUID(7, number), 1, "To A02", "", RelocationState.OPEN, Optional.of(NOW),
                Optional.empty(), List.of(WEB.id()), List.of(), List.of(move), Map.of(), Map.of());
    }

    @BeforeEach
    void connect() {
        open.add(relocation(1, MOVE));
        world.server.services.put("relocations", Ask.of(Relocations.class, Map.of(
                "relocations", _ -> new Page<>(List.copyOf(open), 0, open.size()),
                "outlook", _ -> new RelocationPlan(List.of(), List.of(), List.of()),
                "done", arguments -> {
                    var action = (RelocationAction) arguments[2];
                    ticked.add(action);
                    var after = relocation(1, open.getFirst().moves().getFirst()
                            .after(new RelocationStep(action, NOW, "li.wei", "")));
                    open.set(0, after);
                    return after;
                })));
        world.connect();
        model.load();
        world.settle();
        IValueChangeListener<Recorded> told = event -> model.changed(event.diff.getNewValue());
        world.estates.recorded().addValueChangeListener(told);
    }

    @Test
    void theStepsOfTheChosenOneStandInTheirOrderWithWhereTheyAreDone() {
        model.choose(Optional.of(open.getFirst().id()));
        world.settle();

        assertThat(model.steps().getValue()).extracting(StepRow::action).containsExactly(RelocationAction.values());
        assertThat(model.steps().getValue().getFirst().place()).isEqualTo(A01.name() + " U28");
        assertThat(model.steps().getValue().getLast().place()).isEqualTo(A02.name() + " U5");
        assertThat(model.steps().getValue()).extracting(StepRow::next).containsExactly(true, false, false, false,
                false, false);
        assertThat(model.outlook().getValue()).isPresent();
    }

    @Test
    void aTickedStepIsToldAndTheNextOneIsDue() {
        model.choose(Optional.of(open.getFirst().id()));
        world.settle();

        model.tick(model.steps().getValue().getFirst(), "");
        world.settle();

        assertThat(ticked).containsExactly(RelocationAction.POWER_OFF);
        assertThat(model.steps().getValue().get(1).next()).isTrue();
        assertThat(model.rows().getValue().getFirst().progress()).isEqualTo("1 of 6");
    }

    @Test
    void whatSomebodyElseBeginsAppearsByItself() {
        open.add(relocation(2, MOVE));
        world.server.send(new DomainEvent.RecordsChanged(5, Set.of(Kind.RELOCATION)));
        world.settle();

        assertThat(model.rows().getValue()).hasSize(2);
    }

    @Test
    void changesOfOtherKindsAskNothing() {
        open.add(relocation(2, MOVE));
        world.server.send(new DomainEvent.RecordsChanged(5, Set.of(Kind.VLAN, Kind.IP_ADDRESS)));
        world.settle();

        assertThat(model.rows().getValue()).hasSize(1);
    }

    @Test
    void theChosenOneIsGoneWhenItIsNoLongerThere() {
        model.choose(Optional.of(open.getFirst().id()));
        world.settle();
        open.clear();
        model.load();
        world.settle();

        assertThat(model.chosen()).isEmpty();
        assertThat(model.steps().getValue()).isEmpty();
    }
}
