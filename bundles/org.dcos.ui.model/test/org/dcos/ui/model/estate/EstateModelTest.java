package org.dcos.ui.model.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.status.Health;
import org.dcos.ui.model.FakeServerCore;
import org.dcos.ui.model.Samples;
import org.dcos.ui.model.TestRealm;
import org.junit.jupiter.api.Test;

class EstateModelTest {

    private final TestRealm realm = new TestRealm();
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    private final FakeServerCore server = new FakeServerCore();
    private final EstateModel model = new EstateModel(realm, Runnable::run, (_, work) -> delayed.add(work));

    private void settle() {
        realm.runPosted();
        while (!delayed.isEmpty()) {
            delayed.remove().run();
            realm.runPosted();
        }
    }

    @Test
    void loads_everything_once_connected() {
        model.connect(server);
        settle();

        assertThat(model.estate().getValue().servers()).hasSize(2);
        assertThat(model.state().getValue()).isInstanceOf(ConnectionState.Connected.class);
    }

    @Test
    void many_events_reach_the_realm_as_one_change() {
        model.connect(server);
        settle();
        int[] changes = {0};
        model.estate().addValueChangeListener(_ -> changes[0]++);

        for (int i = 0; i < 500; i++) {
            server.send(new DomainEvent.StatusChanged(
                    List.of(Samples.status(Samples.WEB, PowerState.ON, Health.OK, Duration.ofSeconds(i)))));
        }
        settle();

        assertThat(changes[0]).isEqualTo(1);
        assertThat(model.estate().getValue().status(Samples.WEB.id()).powerAsOf())
                .contains(Samples.NOW.minusSeconds(499));
    }

    @Test
    void a_resolved_alert_leaves_the_estate() {
        model.connect(server);
        settle();
        server.send(new DomainEvent.AlertChanged(
                Samples.alert(Samples.WEB, Severity.CRITICAL, AlertState.FIRING, "Inlet")));
        settle();
        assertThat(model.estate().getValue().alerts()).hasSize(1);

        server.send(new DomainEvent.AlertChanged(
                Samples.alert(Samples.WEB, Severity.CRITICAL, AlertState.RESOLVED, "Inlet")));
        settle();

        assertThat(model.estate().getValue().alerts()).isEmpty();
    }

    @Test
    void an_older_version_of_a_server_never_replaces_a_newer_one() {
        var newer = new org.dcos.domain.cmdb.Server(Samples.WEB.id(), 5, "renamed", "SN0001", Optional.empty(), "", "",
                "",
                Optional.empty(), Samples.WEB.state());
        var estate = EstateModel.apply(Samples.estate(), new DomainEvent.ServerSaved(newer));

        assertThat(EstateModel.apply(estate, new DomainEvent.ServerSaved(Samples.WEB)).servers().get(Samples.WEB.id())
                .name())
                        .isEqualTo("renamed");
    }

    @Test
    void keeps_the_last_values_while_the_connection_is_lost_and_loads_again_when_it_is_back() {
        model.connect(server);
        settle();
        int loads = server.loads;

        server.become(new ConnectionState.Retrying(Samples.NOW, 1, Samples.NOW.plusSeconds(2), "connection reset"));
        settle();
        assertThat(model.estate().getValue().servers()).hasSize(2);

        server.become(new ConnectionState.Connected(Samples.NOW, "0.1.0"));
        settle();
        assertThat(server.loads).isGreaterThan(loads);
    }

    @Test
    void a_resync_loads_everything_again() {
        model.connect(server);
        settle();
        server.estate = Estate.of(List.of(Samples.IDC), List.of(Samples.ROOM), List.of(Samples.A01),
                List.of(Samples.WEB));

        server.send(new DomainEvent.Resync());
        settle();

        assertThat(model.estate().getValue().servers()).hasSize(1);
    }

    @Test
    void what_an_old_connection_sends_is_dropped() {
        model.connect(server);
        settle();
        var next = new FakeServerCore();
        next.estate = Estate.EMPTY;
        model.connect(next);
        settle();

        server.send(new DomainEvent.ServerSaved(Samples.WEB));
        settle();

        assertThat(server.closed).isTrue();
        assertThat(model.estate().getValue().servers()).isEmpty();
    }
}
