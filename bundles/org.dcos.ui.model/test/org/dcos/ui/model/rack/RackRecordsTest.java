package org.dcos.ui.model.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.A01;
import static org.dcos.ui.model.Samples.A02;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.event.DomainEvent;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RackRecordsTest {

    private final Settled world = new Settled();
    private final RackRecords records = new RackRecords(world.estates, Texts.load(Locale.ENGLISH));

    private static Pdu pdu(int number, Optional<Mounting> mounting) {
        return new Pdu(new UUID(6, number), 1, "pdu-" + number, "P" + number, Optional.empty(), "", "", "", mounting,
                LifecycleState.ACTIVE, Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    private static RackReservation kept() {
        return new RackReservation(new UUID(8, 1), 1, A02.id(), 10, 4, "blue", "", Optional.empty(), Map.of(),
                Map.of());
    }

    @Test
    void whatStandsInARackAndWhatIsKeptThereIsKnownByTheRack() {
        world.server.records.put(pdu(1, Optional.of(new Mounting(A01.id(), 0, 0, Face.REAR))),
                pdu(2, Optional.empty()), kept());
        world.connect();

        var contents = records.contents().getValue();
        assertThat(contents.in(A01.id())).extracting(Device::name).containsExactly("pdu-1");
        assertThat(contents.kept(A02.id())).extracting(RackReservation::holder).containsExactly("blue");
        assertThat(contents.device(new UUID(6, 2))).as("what is not racked").isEmpty();
    }

    @Test
    void aNewDeviceAppearsByItself() {
        world.connect();
        assertThat(records.contents().getValue().in(A01.id())).isEmpty();

        world.server.records.put(pdu(1, Optional.of(new Mounting(A01.id(), 0, 0, Face.REAR))));
        world.server.send(new DomainEvent.RecordsChanged(3, Set.of(Kind.PDU)));
        world.settle();

        assertThat(records.contents().getValue().in(A01.id())).hasSize(1);
    }

    @Test
    void changesOfOtherKindsLoadNothing() {
        world.connect();
        world.server.records.lists.clear();

        world.server.send(new DomainEvent.RecordsChanged(3, Set.of(Kind.CABLE, Kind.SERVER)));
        world.settle();

        assertThat(world.server.records.lists).isEmpty();
    }

    @Test
    void withoutAConnectionNothingIsKnown() {
        world.server.records.put(kept());
        world.connect();
        world.estates.disconnect();
        world.settle();

        assertThat(records.contents().getValue()).isEqualTo(RackRecords.Contents.NONE);
    }

    @Test
    void closedItFollowsNothingAnyMore() {
        world.connect();
        records.close();
        world.settle();
        world.server.records.lists.clear();

        world.server.send(new DomainEvent.RecordsChanged(3, Set.of(Kind.PDU)));
        world.settle();

        assertThat(world.server.records.lists).isEmpty();
    }
}
