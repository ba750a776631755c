package org.dcos.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.alert.AlertRule;
import org.dcos.domain.alert.AlertState;
import org.dcos.domain.alert.Ending;
import org.dcos.domain.alert.Finding;
import org.dcos.domain.alert.Severity;
import org.dcos.domain.monitor.Observation;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final List<Alert> told = new ArrayList<>();
    private final Engine engine = new Engine(List.of(Samples.UNREACHABLE, Samples.WARNING, Samples.CRITICAL),
            told::add);

    private List<Alert> take() {
        var taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private static AlertRule changed(AlertRule rule, boolean enabled, Severity severity) {
        return new AlertRule(rule.id(), 2, rule.name(), enabled, severity, rule.condition(), rule.holdFor());
    }

    @Test
    void raises_once_and_resolves_once() {
        engine.observed(Samples.sensors(0, Samples.inlet(39)));
        engine.observed(Samples.sensors(60, Samples.inlet(40)));
        engine.observed(Samples.sensors(120, Samples.inlet(37.5)));
        engine.observed(Samples.sensors(180, Samples.inlet(36)));
        engine.observed(Samples.sensors(240, Samples.inlet(36)));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(told.getFirst().what()).isEqualTo("Inlet Temp 39.0 °C above 38.0 °C");
        assertThat(told.getFirst().why())
                .isEqualTo("Value 39.0 °C is at or above the upper non-critical threshold 38.0 °C of the"
                        + " sensor; it clears below 37.0 °C.");
        assertThat(told.getLast().id()).isEqualTo(told.getFirst().id());
        assertThat(told.getLast().resolved()).contains(Samples.at(180));
        assertThat(told.getLast().why()).endsWith("Ended: Value is back at 36.0 °C.");
        assertThat(told.getLast().finding()).contains(new Finding.SensorBeyondThreshold("Inlet Temp", 39, "°C", true,
                Finding.Threshold.NON_CRITICAL, 38, 37, Duration.ZERO));
        assertThat(told.getLast().ending()).contains(new Ending.ValueBack(36, "°C"));
    }

    @Test
    void tells_of_a_silent_bmc_after_the_hold_time_although_nothing_more_is_observed() {
        engine.observed(Samples.silent(0));
        engine.holdTimesOver(Samples.at(29));
        assertThat(told).isEmpty();

        engine.holdTimesOver(Samples.at(31));

        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.what()).isEqualTo("BMC is unreachable");
            assertThat(alert.why())
                    .isEqualTo("No answer from 10.0.0.1:623 after 4 tries in 6 s. It has been so for 30 s.");
            assertThat(alert.since()).isEqualTo(Samples.at(0));
            assertThat(alert.fired()).contains(Samples.at(30));
        });
    }

    @Test
    void a_bmc_that_answers_within_the_hold_time_raises_nothing() {
        engine.observed(Samples.silent(0));
        engine.observed(Samples.power(20));
        engine.holdTimesOver(Samples.at(60));

        assertThat(told).isEmpty();
    }

    @Test
    void a_bmc_that_answers_again_resolves() {
        engine.observed(Samples.silent(0));
        engine.observed(Samples.silent(30));
        engine.observed(Samples.power(60));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
    }

    @Test
    void a_critical_alert_keeps_the_warning_of_the_same_sensor_quiet() {
        engine.observed(Samples.sensors(0, Samples.inlet(45)));

        assertThat(told).extracting(Alert::severity).containsExactly(Severity.CRITICAL);
    }

    @Test
    void a_critical_alert_takes_over_from_a_warning_and_hands_back() {
        engine.observed(Samples.sensors(0, Samples.inlet(40)));
        engine.observed(Samples.sensors(60, Samples.inlet(45)));
        assertThat(take()).extracting(alert -> alert.severity() + " " + alert.state())
                .containsExactly("WARNING FIRING", "CRITICAL FIRING", "WARNING RESOLVED");

        engine.observed(Samples.sensors(120, Samples.inlet(40)));

        assertThat(told).extracting(alert -> alert.severity() + " " + alert.state())
                .containsExactly("CRITICAL RESOLVED", "WARNING FIRING");
        assertThat(told.getLast().since()).isEqualTo(Samples.at(0));
        assertThat(told.getLast().fired()).contains(Samples.at(120));
    }

    @Test
    void a_critical_alert_on_one_sensor_leaves_the_warning_of_another_alone() {
        engine.observed(Samples.sensors(0, Samples.inlet(45), Samples.reading(2, "Outlet Temp", 40, Samples.INLET)));

        assertThat(told).extracting(alert -> alert.severity() + " " + alert.subject())
                .containsExactlyInAnyOrder("CRITICAL Inlet Temp", "WARNING Outlet Temp");
    }

    @Test
    void an_unavailable_reading_neither_raises_nor_clears() {
        engine.observed(Samples.sensors(0, Samples.unavailable("Inlet Temp")));
        engine.observed(Samples.sensors(60, Samples.inlet(40)));
        engine.observed(Samples.sensors(120, Samples.unavailable("Inlet Temp")));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.FIRING);
    }

    @Test
    void a_silent_bmc_leaves_its_sensors_alerts_as_they_are() {
        engine.observed(Samples.sensors(0, Samples.inlet(40)));
        take();
        engine.observed(Samples.silent(60));
        engine.observed(Samples.power(70));

        assertThat(told).isEmpty();
    }

    @Test
    void a_server_no_longer_watched_resolves_all_its_alerts() {
        engine.observed(Samples.sensors(0, Samples.inlet(45)));
        engine.observed(Samples.silent(0));
        engine.holdTimesOver(Samples.at(40));
        take();

        engine.unwatched(Samples.SERVER, Samples.at(50));

        assertThat(told).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.why()).endsWith("Ended: The server was deleted or has no BMC any more.");
        });
    }

    @Test
    void a_rule_that_is_disabled_or_deleted_resolves_its_alerts() {
        engine.observed(Samples.sensors(0, Samples.inlet(45), Samples.reading(2, "Outlet Temp", 40, Samples.INLET)));
        take();

        engine.rules(List.of(changed(Samples.WARNING, false, Severity.WARNING)), Samples.at(10));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.RESOLVED, AlertState.RESOLVED);
        engine.observed(Samples.sensors(60, Samples.inlet(45)));
        assertThat(told).hasSize(2);
    }

    @Test
    void a_rule_that_changed_counts_from_the_next_observation_on() {
        engine.observed(Samples.sensors(0, Samples.inlet(40)));
        engine.rules(List.of(changed(Samples.WARNING, true, Severity.CRITICAL)), Samples.at(10));
        engine.observed(Samples.sensors(60, Samples.inlet(40)));

        assertThat(told).extracting(Alert::severity).containsExactly(Severity.WARNING, Severity.CRITICAL);
        assertThat(told).extracting(Alert::id).containsOnly(told.getFirst().id());
    }

    @Test
    void a_rule_that_no_longer_covers_the_sensor_resolves() {
        var limit = Samples.rule(4, Severity.INFO, Samples.above("*Inlet*", 20, 19), 0);
        engine.rules(List.of(limit), Samples.at(0));
        engine.observed(Samples.sensors(0, Samples.inlet(25)));
        engine.rules(List.of(Samples.rule(4, Severity.INFO, Samples.above("*CPU*", 20, 19), 0)), Samples.at(1));
        engine.observed(Samples.sensors(60, Samples.inlet(25)));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
    }

    @Test
    void a_sensor_that_is_no_longer_reported_resolves_but_an_empty_answer_does_not() {
        engine.observed(Samples.sensors(0, Samples.inlet(40)));
        engine.observed(Samples.sensors(60));
        assertThat(told).hasSize(1);

        engine.observed(Samples.sensors(120, Samples.reading(2, "Outlet Temp", 20, Samples.INLET)));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
    }

    @Test
    void sensors_of_one_name_have_alerts_of_their_own() {
        SensorReading[] both = {Samples.reading(14, "Temp", 40, Samples.INLET),
            Samples.reading(15, "Temp", 20, Samples.INLET)};
        engine.observed(Samples.sensors(0, both));
        engine.observed(Samples.sensors(60, both));

        assertThat(told).singleElement().satisfies(alert -> assertThat(alert.subject()).isEqualTo("Temp #14"));
    }

    @Test
    void tells_of_a_failed_part_by_its_state() {
        engine.observed(Samples.sensors(0, Samples.discrete("PSU1 Status", Level.CRITICAL, "Failure detected")));

        assertThat(told).extracting(Alert::what).containsExactly("PSU1 Status: Failure detected");
    }

    @Test
    void goes_on_after_a_restart_without_a_second_alert() {
        engine.observed(Samples.sensors(0, Samples.inlet(45)));
        var open = told.getFirst();
        take();
        var again = new Engine(List.of(Samples.UNREACHABLE, Samples.WARNING, Samples.CRITICAL), told::add);
        again.restore(List.of(open), Set.of(Samples.SERVER), Samples.at(100));

        again.observed(Samples.sensors(120, Samples.inlet(45)));
        assertThat(told).isEmpty();
        again.observed(Samples.sensors(180, Samples.inlet(20)));

        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(open.id());
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
        });
    }

    @Test
    void resolves_at_a_restart_what_has_lost_its_rule_or_its_bmc_meanwhile() {
        engine.observed(Samples.sensors(0, Samples.inlet(45)));
        var open = take().getFirst();

        new Engine(List.of(), told::add).restore(List.of(open), Set.of(Samples.SERVER), Samples.at(1));
        new Engine(List.of(Samples.CRITICAL), told::add).restore(List.of(open), Set.of(), Samples.at(1));

        assertThat(told).extracting(Alert::state).containsExactly(AlertState.RESOLVED, AlertState.RESOLVED);
    }

    @Test
    void changes_an_alert_only_while_it_is_open() {
        engine.observed(Samples.sensors(0, Samples.inlet(45)));
        var id = told.getFirst().id();

        assertThat(engine.change(Samples.SERVER, id, alert -> alert)).isPresent();
        engine.observed(Samples.sensors(60, Samples.inlet(20)));

        assertThat(engine.change(Samples.SERVER, id, alert -> alert)).isEqualTo(Optional.empty());
    }

    @Test
    void makes_no_garbage_while_all_is_well() {
        var readings = new ArrayList<SensorReading>();
        for (int n = 0; n < 13; n++) {
            readings.add(Samples.reading(n, "Sensor " + n, 20, Samples.INLET));
        }
        var quiet = new Observation.Sensors(Samples.SERVER, Samples.at(0), readings);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) { // until it is compiled
            engine.observed(quiet);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            engine.observed(quiet);
        }

        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10_000.0).isLessThan(16);
    }

    @Test
    void bears_a_storm_and_its_end() {
        int servers = 10_000;
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < servers; n++) {
                engine.observed(new Observation.Silent(new UUID(3, n), Samples.at(round * 30), "silent"));
            }
        }
        assertThat(take()).hasSize(servers);
        for (int n = 0; n < servers; n++) {
            engine.observed(new Observation.Power(new UUID(3, n), Samples.at(90), PowerState.ON));
        }

        assertThat(told).hasSize(servers);
        assertThat(new HashSet<>(told.stream().map(Alert::state).toList())).containsExactly(AlertState.RESOLVED);
    }
}
