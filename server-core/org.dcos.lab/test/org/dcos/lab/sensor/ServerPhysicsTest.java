package org.dcos.lab.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.dcos.lab.plan.LabPlan;
import org.dcos.lab.plan.ServerPlan;
import org.dcos.net.ipmi.sdr.FullSensor;
import org.dcos.net.ipmi.sdr.Threshold;
import org.junit.jupiter.api.Test;

class ServerPhysicsTest {

    private static final long NOON = Instant.parse("2026-11-23T04:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final LabPlan PLAN = LabPlan.of(200, 1);
    private static final ServerPlan SERVER = PLAN.servers().getFirst();

    @Test
    void the_same_moment_always_reads_the_same() {
        assertThat(value(LabSensor.CPU1_TEMP, NOON)).isEqualTo(value(LabSensor.CPU1_TEMP, NOON));
    }

    @Test
    void a_second_changes_little_and_a_day_changes_much() {
        double now = value(LabSensor.CPU1_TEMP, NOON);

        double coolest = LongStream.range(0, 24)
                .mapToDouble(hour -> value(LabSensor.CPU1_TEMP, NOON + hour * 60 * MINUTE)).min().orElseThrow();

        assertThat(value(LabSensor.CPU1_TEMP, NOON + 1_000)).isCloseTo(now, within(1.0));
        assertThat(now - coolest).isGreaterThan(3);
    }

    @Test
    void nothing_crosses_a_threshold_by_itself() {
        for (ServerPlan server : PLAN.servers()) {
            for (LabSensor sensor : LabSensor.values()) {
                SensorLayout.of(server.hardware()).analog(sensor).ifPresent(analog -> LongStream.range(0, 48)
                        .map(half -> NOON + half * 30 * MINUTE)
                        .forEach(time -> assertNormal(analog, server, sensor, time)));
            }
        }
    }

    @Test
    void a_server_that_is_off_has_no_processor_and_fan_readings_but_an_inlet_and_standby_power() {
        assertThat(Arrays.stream(LabSensor.values()).filter(sensor -> Double.isNaN(off(sensor)))).containsExactly(
                LabSensor.CPU1_TEMP, LabSensor.CPU2_TEMP, LabSensor.FAN1, LabSensor.FAN2, LabSensor.FAN3,
                LabSensor.FAN4, LabSensor.P12V);
        assertThat(off(LabSensor.PSU1_POWER)).isLessThan(12);
    }

    @Test
    void a_hot_inlet_heats_the_processors_and_the_fans_follow() {
        var pins = new Pins();
        pins.pin(LabSensor.INLET_TEMP, 47);

        double cpu = ServerPhysics.value(LabSensor.CPU1_TEMP, SERVER, NOON, true, pins);
        double fan = ServerPhysics.value(LabSensor.FAN1, SERVER, NOON, true, pins);

        assertThat(cpu).isGreaterThan(value(LabSensor.CPU1_TEMP, NOON) + 15);
        assertThat(fan).isGreaterThan(1.2 * value(LabSensor.FAN1, NOON));
    }

    @Test
    void a_released_pin_gives_the_sensor_back() {
        var pins = new Pins();
        pins.pin(LabSensor.P5V, 3);
        pins.release(LabSensor.P5V);

        assertThat(ServerPhysics.value(LabSensor.P5V, SERVER, NOON, true, pins)).isEqualTo(value(LabSensor.P5V, NOON));
    }

    private static void assertNormal(FullSensor analog, ServerPlan server, LabSensor sensor, long time) {
        int raw = analog.conversion().raw(ServerPhysics.value(sensor, server, time, true, new Pins()));
        var format = analog.common().units().format();
        for (Threshold threshold : analog.common().readableThresholds()) {
            int distance = format.toNumber(raw) - format.toNumber(analog.thresholds().at(threshold));
            assertThat(threshold.isUpper() ? -distance : distance)
                    .as("%s of %s, %s", sensor.displayName(), server.hardware(), threshold).isPositive();
        }
    }

    private static double value(LabSensor sensor, long time) {
        return ServerPhysics.value(sensor, SERVER, time, true, new Pins());
    }

    private static double off(LabSensor sensor) {
        return ServerPhysics.value(sensor, SERVER, NOON, false, new Pins());
    }
}
