package org.dcos.server.store.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertFilter;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Condition;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.server.store.database.OpenDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAlertStoreTest extends OpenDatabase {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SERVER = UUID.randomUUID();

    private JpaAlertStore store;

    @BeforeEach
    void store() {
        store = new JpaAlertStore(database);
    }

    @Test
    void gives_back_an_alert_with_all_its_fields() throws Conflict {
        var alert = new Alert(UUID.randomUUID(), 0, UUID.randomUUID(), SERVER, "Inlet Temp", Severity.CRITICAL,
                AlertState.ACKNOWLEDGED, "Inlet Temp 44.1 °C above 42.0 °C", "srv · A03 U28", "why", T,
                Optional.of(T.plusSeconds(60)), Optional.empty(), Optional.of("li.wei"), Optional.of(T.plusSeconds(90)),
                "on it");

        Alert saved = store.save(alert);

        assertThat(saved.version()).isEqualTo(1);
        reopen();
        assertThat(new JpaAlertStore(database).alert(alert.id())).contains(saved);
        assertThat(saved.fired()).isEqualTo(alert.fired());
    }

    @Test
    void keeps_every_kind_of_finding_with_its_parts() throws Conflict {
        var held = Duration.ofSeconds(90);
        var findings = new ArrayList<Finding>(List.of(
                new Finding.BmcUnreachable("No answer.\nTwice = \\ nothing", Optional.empty(), held),
                new Finding.SensorBeyondLimit("Inlet", 44.1, "°C", true, 42, 40, "Too = warm", Duration.ZERO),
                new Finding.SensorBeyondThreshold("Fan 1", 300, "rpm", false, Finding.Threshold.NON_RECOVERABLE, 400,
                        450.5, held),
                new Finding.SensorInState("PSU 1", List.of("Failure detected", ""), Level.CRITICAL, held),
                new Finding.SensorInState("PSU 2", List.of(), Level.WARNING, held)));
        for (var cause : List.of(new Cause.NoAnswer(4, Duration.ofMillis(9_300), true), new Cause.NotSent(),
                new Cause.NoAddress(), new Cause.WrongLogin("root"), new Cause.LoginForgotten(),
                new Cause.Refused("Chassis Control", 0xD4), new Cause.SessionRefused(1), new Cause.NoSafeSuite(),
                new Cause.NotIpmi("short frame"))) {
            findings.add(new Finding.BmcUnreachable("said",
                    Optional.of(new BmcTrouble("10.0.0.1", 623, cause)), held));
        }

        for (var finding : findings) {
            var saved = store.save(with(alert("a", AlertState.FIRING, 0), Optional.of(finding), Optional.empty()));
            assertThat(saved.finding()).contains(finding);
        }
    }

    @Test
    void keeps_every_kind_of_ending_with_its_parts() throws Conflict {
        var endings = new ArrayList<Ending>(
                List.of(new Ending.ValueBack(-3.5, "°C"), new Ending.StateBack(Level.OK)));
        for (var reason : Ending.Reason.values()) {
            endings.add(new Ending.Because(reason));
        }
        for (var ending : endings) {
            var saved = store.save(with(alert("a", AlertState.RESOLVED, 0), Optional.empty(), Optional.of(ending)));
            assertThat(saved.ending()).contains(ending);
        }
    }

    @Test
    void parts_that_are_too_long_or_unknown_leave_the_sentences() throws Conflict {
        var endless = new Finding.SensorInState("PSU", Collections.nCopies(500, "Failure detected once more"),
                Level.CRITICAL, Duration.ZERO);

        var saved = store.save(with(alert("what", AlertState.FIRING, 0), Optional.of(endless), Optional.empty()));

        assertThat(saved.finding()).isEmpty();
        assertThat(saved.what()).isEqualTo("what");
        assertThat(AlertParts.finding("kind=Future\nheld=PT0S")).isEmpty();
        assertThat(AlertParts.ending("nonsense")).isEmpty();
    }

    @Test
    void lists_open_ones_first_then_newest_first_and_no_pending_ones() throws Conflict {
        store.save(alert("resolved new", AlertState.RESOLVED, 50));
        store.save(alert("firing old", AlertState.FIRING, 10));
        store.save(alert("acknowledged new", AlertState.ACKNOWLEDGED, 40));
        store.save(alert("resolved old", AlertState.RESOLVED, 20));
        store.save(alert("pending", AlertState.PENDING, 60));

        assertThat(whats(AlertFilter.NONE)).containsExactly("acknowledged new", "firing old", "resolved new",
                "resolved old");
        assertThat(whats(AlertFilter.OPEN)).containsExactly("acknowledged new", "firing old");
        assertThat(whats(new AlertFilter(Optional.of(false), Optional.of(Severity.WARNING), Optional.of(SERVER))))
                .hasSize(2);
        assertThat(whats(new AlertFilter(Optional.empty(), Optional.of(Severity.INFO), Optional.empty()))).isEmpty();
        assertThat(whats(new AlertFilter(Optional.empty(), Optional.empty(), Optional.of(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void refuses_an_old_version_of_an_alert() throws Conflict {
        Alert first = store.save(alert("a", AlertState.FIRING, 0));
        store.save(with(first, AlertState.RESOLVED));

        assertThatThrownBy(() -> store.save(with(first, AlertState.ACKNOWLEDGED))).isInstanceOf(Conflict.class);
    }

    @Test
    void saves_many_at_once_all_or_none() throws Conflict {
        var saved = store.saveAll(List.of(alert("a", AlertState.FIRING, 0), alert("b", AlertState.FIRING, 1)));
        assertThat(saved).extracting(Alert::version).containsExactly(1L, 1L);
        store.save(with(saved.getLast(), AlertState.RESOLVED));

        assertThatThrownBy(() -> store.saveAll(saved.stream().map(a -> with(a, AlertState.ACKNOWLEDGED)).toList()))
                .isInstanceOf(Conflict.class);

        assertThat(store.alert(saved.getFirst().id())).map(Alert::state).contains(AlertState.FIRING);
    }

    @Test
    void keeps_every_kind_of_condition() throws Conflict {
        var conditions = List.<Condition>of(new Condition.BmcUnreachable(),
                new Condition.SensorOwnThreshold(Severity.WARNING, 2.5),
                new Condition.SensorLimit("*Inlet*", Optional.of("°C"), true, 42, 40),
                new Condition.SensorLimit("Fan*", Optional.empty(), false, 800, 900));
        for (Condition condition : conditions) {
            store.save(new AlertRule(UUID.randomUUID(), 0, "rule " + conditions.indexOf(condition), true,
                    Severity.CRITICAL,
                    condition, Duration.ofSeconds(90)));
        }

        assertThat(store.rules()).extracting(AlertRule::condition).containsExactlyElementsOf(conditions);
        assertThat(store.rules())
                .allMatch(rule -> rule.version() == 1 && rule.holdFor().equals(Duration.ofSeconds(90)));
    }

    @Test
    void a_rule_may_change_its_kind_and_its_name_is_unique() throws Conflict {
        AlertRule rule = store.save(rule("a", new Condition.SensorOwnThreshold(Severity.WARNING, 2.5)));
        store.save(rule("b", new Condition.BmcUnreachable()));

        AlertRule changed = store.save(new AlertRule(rule.id(), 1, "a", false, Severity.INFO,
                new Condition.BmcUnreachable(), Duration.ZERO));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(store.rules().getFirst()).isEqualTo(changed);
        assertThatThrownBy(() -> store.save(rule("b", new Condition.BmcUnreachable()))).isInstanceOf(Conflict.class)
                .hasMessageContaining("rule named b");
        assertThat(store.deleteRule(rule.id())).isTrue();
        assertThat(store.deleteRule(rule.id())).isFalse();
    }

    private static AlertRule rule(String name, Condition condition) {
        return new AlertRule(UUID.randomUUID(), 0, name, true, Severity.CRITICAL, condition, Duration.ZERO);
    }

    private static Alert alert(String what, AlertState state, int since) {
        return new Alert(UUID.randomUUID(), 0, UUID.randomUUID(), SERVER, "", Severity.WARNING, state, what, "", "",
                T.plusSeconds(since), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static Alert with(Alert alert, AlertState state) {
        return new Alert(alert.id(), alert.version(), alert.rule(), alert.server(), alert.subject(), alert.severity(),
                state,
                alert.what(), alert.where(), alert.why(), alert.since(), alert.fired(), alert.resolved(),
                alert.acknowledgedBy(), alert.acknowledged(), alert.note());
    }

    private static Alert with(Alert a, Optional<Finding> finding, Optional<Ending> ending) {
        return new Alert(a.id(), a.version(), a.rule(), a.server(), a.subject(), a.severity(), a.state(), a.what(),
                a.where(), a.why(), a.since(), a.fired(), a.resolved(), a.acknowledgedBy(), a.acknowledged(), a.note(),
                finding, ending);
    }

    private List<String> whats(AlertFilter filter) {
        return store.alerts(filter, PageRequest.ALL).items().stream().map(Alert::what).toList();
    }
}
