package org.dcos.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Condition.SensorLimit;
import org.dcos.domain.alert.Condition.SensorOwnThreshold;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertServiceTest {

    private static final Caller ANNA = new Caller("anna", Role.OPERATOR, "10.9.9.9");

    private final Fakes.Alerts store = new Fakes.Alerts();
    private final Fakes.Settings settings = new Fakes.Settings();
    private final Fakes.Deeds deeds = new Fakes.Deeds();
    private final Fakes.Inventory inventory = new Fakes.Inventory();
    private final Fakes.Clock clock = new Fakes.Clock();
    private final List<DomainEvent> events = new ArrayList<>();
    private AlertService service;

    AlertServiceTest() {
        inventory.add(Samples.SERVER, "srv-a03-04", 28);
        service = start();
    }

    private AlertService start() {
        return new AlertService(store, inventory, new Fakes.Bmcs(inventory), settings, deeds, events::add, clock);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** The inlet is at 45 °C; what that raises is stored. */
    private Alert raised() {
        service.observed(Samples.sensors(0, Samples.inlet(45)));
        service.writeAll();
        return service.alerts(AlertFilter.OPEN, PageRequest.ALL).items().getFirst();
    }

    private AlertRule ruleNamed(String name) {
        return service.rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void makes_the_default_rules_once() throws Exception {
        assertThat(service.rules()).extracting(AlertRule::name).containsExactly("BMC unreachable",
                "Sensor beyond its critical threshold", "Sensor beyond its non-critical threshold");
        service.deleteRule(ruleNamed("BMC unreachable").id());

        service = start();

        assertThat(service.rules()).hasSize(2);
    }

    @Test
    void stores_and_tells_what_is_raised_with_its_place() {
        var alert = raised();

        assertThat(alert.where()).isEqualTo("srv-a03-04 · A03 U28");
        assertThat(alert.what()).isEqualTo("Inlet Temp 45.0 °C above 42.0 °C");
        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        assertThat(events).containsExactly(new DomainEvent.AlertChanged(alert));
    }

    @Test
    void an_operator_acknowledges_and_the_deed_is_noted() throws Exception {
        var alert = raised();
        clock.advance(Duration.ofMinutes(5));

        var acknowledged = ANNA.call(() -> service.acknowledge(alert.id(), " fan is being changed "));

        assertThat(acknowledged.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(acknowledged.acknowledgedBy()).contains("anna");
        assertThat(acknowledged.note()).isEqualTo("fan is being changed");
        assertThat(service.alert(alert.id())).isEqualTo(acknowledged);
        assertThat(deeds.entries)
                .containsExactly(new AuditEntry(0, clock.instant(), "anna", "10.9.9.9", "alert.acknowledge",
                        Optional.of(alert.id()), "Inlet Temp 45.0 °C above 42.0 °C, srv-a03-04 · A03 U28",
                        "fan is being changed"));
    }

    @Test
    void an_acknowledged_alert_resolves_and_keeps_who_looked_after_it() throws Exception {
        var alert = raised();
        ANNA.call(() -> service.acknowledge(alert.id(), ""));

        service.observed(Samples.sensors(60, Samples.inlet(20)));
        service.writeAll();

        var resolved = service.alert(alert.id());
        assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(resolved.acknowledgedBy()).contains("anna");
        assertThatThrownBy(() -> service.acknowledge(alert.id(), "")).isInstanceOf(Conflict.class)
                .hasMessageContaining("resolved already");
    }

    @Test
    void refuses_to_acknowledge_what_there_is_not() {
        assertThatThrownBy(() -> service.acknowledge(UUID.randomUUID(), "")).isInstanceOf(NotFound.class);
    }

    @Test
    void an_acknowledgement_that_cannot_be_stored_changes_nothing() {
        var alert = raised();
        store.down = true;
        assertThatThrownBy(() -> service.acknowledge(alert.id(), "")).isInstanceOf(Unavailable.class);
        store.down = false;

        service.observed(Samples.sensors(60, Samples.inlet(20)));
        service.writeAll();

        assertThat(store.alerts.get(alert.id()).acknowledgedBy()).isEmpty();
    }

    @Test
    void no_alert_is_lost_while_the_store_is_down() {
        store.down = true;
        service.observed(Samples.sensors(0, Samples.inlet(45)));
        service.writeAll();
        assertThat(store.alerts).isEmpty();
        store.down = false;

        service.writeAll();

        assertThat(store.alerts.values()).extracting(Alert::state).containsExactly(AlertState.FIRING);
    }

    @Test
    void goes_on_with_open_alerts_after_a_restart() {
        var alert = raised();
        service = start();

        service.observed(Samples.sensors(60, Samples.inlet(45)));
        service.writeAll();
        service.observed(Samples.sensors(120, Samples.inlet(20)));
        service.writeAll();

        assertThat(store.alerts.values()).extracting(Alert::id, Alert::state)
                .containsExactly(tuple(alert.id(), AlertState.RESOLVED));
        assertThat(store.alerts.get(alert.id()).where()).isEqualTo("srv-a03-04 · A03 U28");
    }

    @Test
    void resolves_what_belongs_to_a_server_that_was_deleted_meanwhile() {
        var alert = raised();
        inventory.servers.clear();

        service = start();
        service.writeAll();

        assertThat(store.alerts.get(alert.id()).state()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void a_deleted_rule_resolves_its_alerts() throws Exception {
        var alert = raised();

        ANNA.call(() -> {
            service.deleteRule(alert.rule());
            return null;
        });

        assertThat(service.alert(alert.id()).state()).isEqualTo(AlertState.RESOLVED);
        assertThat(deeds.entries).extracting(AuditEntry::action).containsExactly("alert-rule.delete");
    }

    @Test
    void a_new_rule_counts_from_the_next_observation_on() throws Exception {
        service.save(new AlertRule(UUID.randomUUID(), 0, "Warm inlet", true, Severity.INFO,
                Samples.above("*inlet*", 22, 21), Duration.ZERO));

        service.observed(Samples.sensors(0, Samples.inlet(23)));
        service.writeAll();

        assertThat(store.alerts.values()).extracting(Alert::severity).containsExactly(Severity.INFO);
    }

    @Test
    void fires_when_the_hold_time_is_over() {
        service.observed(Samples.silent(0));
        clock.advance(Duration.ofSeconds(31));

        service.holdTimesOver();
        service.writeAll();

        assertThat(store.alerts.values()).extracting(Alert::what).containsExactly("BMC is unreachable");
    }

    @Test
    void names_everything_that_is_wrong_with_a_rule() {
        var wrong = new AlertRule(UUID.randomUUID(), 0, "bmc UNREACHABLE", true, Severity.INFO,
                new SensorLimit(" ", Optional.empty(), true, Double.NaN, 50), Duration.ofDays(2));
        assertThat(violations(wrong)).containsExactly("name", "holdFor", "condition.sensor", "condition.raiseAt");

        var swapped = new AlertRule(UUID.randomUUID(), 0, "x", true, Severity.INFO,
                new SensorLimit("*", Optional.empty(), true, 40, 41), Duration.ZERO);
        assertThat(violations(swapped)).containsExactly("condition.clearAt");

        var own = new AlertRule(UUID.randomUUID(), 0, "x", true, Severity.INFO,
                new SensorOwnThreshold(Severity.INFO, 99), Duration.ofSeconds(-1));
        assertThat(violations(own)).containsExactly("holdFor", "condition.level", "condition.hysteresisPercent");
    }

    private List<String> violations(AlertRule rule) {
        return catchThrowableOfType(Invalid.class, () -> service.save(rule)).violations().stream()
                .map(Invalid.Violation::field).toList();
    }

    @Test
    void stores_a_storm_in_full() {
        int servers = 10_000;
        for (int n = 0; n < servers; n++) {
            inventory.add(new UUID(7, n), "srv-" + n, 1);
        }
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < servers; n++) {
                service.observed(new Observation.Silent(new UUID(7, n), Samples.at(round * 30), "silent"));
            }
        }
        service.writeAll();

        assertThat(store.alerts).hasSize(servers);
        assertThat(events).hasSize(servers);
    }
}
