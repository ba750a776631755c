package org.dcos.lab.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.lab.bmc.Simulated.PASSWORD;
import static org.dcos.lab.bmc.Simulated.USER;
import static org.dcos.net.ipmi.wire.CipherSuite.SUITE_17;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;

import org.dcos.lab.sensor.LabSensor;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BmcCommandTest {

    private static final int CHASSIS = 0x00;
    private static final int SENSOR = 0x04;
    private static final int STORAGE = 0x0A;
    private static final int INLET = LabSensor.INLET_TEMP.number();

    private final Simulated simulated = new Simulated();
    private final TestConsole console = new TestConsole(simulated.bmc(), SUITE_17);

    @BeforeEach
    void logIn() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);
    }

    @Test
    void cycle_reset_and_shutdown_of_a_server_that_is_off_are_refused_with_code_d5() throws MalformedIpmiMessage {
        simulated.bmc().setPower(false);

        assertThat(code(CHASSIS, 0x02, 2)).isEqualTo(0xD5);
        assertThat(code(CHASSIS, 0x02, 3)).isEqualTo(0xD5);
        assertThat(code(CHASSIS, 0x02, 5)).isEqualTo(0xD5);
        assertThat(code(CHASSIS, 0x02, 1)).isZero();
    }

    @Test
    void a_shutdown_takes_two_seconds() throws MalformedIpmiMessage {
        code(CHASSIS, 0x02, 5);

        simulated.passSeconds(1);
        assertThat(data(CHASSIS, 0x01)[0] & 1).isOne();
        simulated.passSeconds(1);
        assertThat(data(CHASSIS, 0x01)[0] & 1).isZero();
    }

    @Test
    void boot_flags_for_one_start_are_used_up_by_it() throws MalformedIpmiMessage {
        code(CHASSIS, 0x08, 5, 0x80, 0x04, 0, 0, 0);
        assertThat(data(CHASSIS, 0x09, 5, 0, 0)).startsWith(1, 5, 0x80, 0x04);

        code(CHASSIS, 0x02, 2);
        simulated.passSeconds(4);

        assertThat(data(CHASSIS, 0x09, 5, 0, 0)).startsWith(1, 5, 0, 0);
    }

    @Test
    void boot_flags_for_every_start_stay() throws MalformedIpmiMessage {
        code(CHASSIS, 0x08, 5, 0xC0, 0x08, 0, 0, 0);

        code(CHASSIS, 0x02, 3);

        assertThat(data(CHASSIS, 0x09, 5, 0, 0)).startsWith(1, 5, 0xC0, 0x08);
    }

    @Test
    void a_record_is_read_in_pieces_of_up_to_32_bytes_under_a_reservation() throws MalformedIpmiMessage {
        byte[] reserved = data(STORAGE, 0x22);
        int low = reserved[0];
        int high = reserved[1];

        assertThat(code(STORAGE, 0x23, 0, 0, 1, 0, 0, 33)).isEqualTo(0xCA);
        assertThat(code(STORAGE, 0x23, 0, 0, 1, 0, 0, 0xFF)).isEqualTo(0xCA);
        assertThat(data(STORAGE, 0x23, low, high, 1, 0, 5, 32)).hasSize(2 + 32).startsWith(2, 0);
        assertThat(code(STORAGE, 0x23, low + 1, high, 1, 0, 5, 32)).isEqualTo(0xC5);
        assertThat(code(STORAGE, 0x23, low, high, 99, 0, 5, 32)).isEqualTo(0xCB);
    }

    @Test
    void a_newer_reservation_cancels_the_older() throws MalformedIpmiMessage {
        byte[] first = data(STORAGE, 0x22);
        data(STORAGE, 0x22);

        assertThat(code(STORAGE, 0x23, first[0], first[1], 1, 0, 5, 16)).isEqualTo(0xC5);
    }

    @Test
    void a_crossed_threshold_leaves_an_event_and_another_when_it_clears() throws MalformedIpmiMessage {
        simulated.bmc().pin(LabSensor.INLET_TEMP, 43.5);
        assertThat(data(SENSOR, 0x2D, INLET)[2] & 0x3F).isEqualTo(0x18); // upper non-critical and critical
        int raised = simulated.bmc().eventCount();

        simulated.bmc().release(LabSensor.INLET_TEMP);

        assertThat(raised).isEqualTo(2);
        assertThat(simulated.bmc().eventCount()).isEqualTo(4);
        byte[] newest = data(STORAGE, 0x43, 0, 0, 0xFF, 0xFF, 0, 0xFF);
        assertThat(newest[2 + 11]).isEqualTo((byte) INLET);
        assertThat(newest[2 + 12] & 0x80).isEqualTo(0x80);
    }

    @Test
    void a_value_within_the_hysteresis_keeps_the_threshold_crossed() throws MalformedIpmiMessage {
        simulated.bmc().pin(LabSensor.CPU1_TEMP, 88);
        assertThat(data(SENSOR, 0x2D, LabSensor.CPU1_TEMP.number())[2] & 0x3F).isEqualTo(0x08);

        simulated.bmc().pin(LabSensor.CPU1_TEMP, 86);
        assertThat(data(SENSOR, 0x2D, LabSensor.CPU1_TEMP.number())[2] & 0x3F).isEqualTo(0x08);

        simulated.bmc().pin(LabSensor.CPU1_TEMP, 85);
        assertThat(data(SENSOR, 0x2D, LabSensor.CPU1_TEMP.number())[2] & 0x3F).isZero();
    }

    @Test
    void a_threshold_that_is_set_is_the_one_compared_with() throws MalformedIpmiMessage {
        byte[] before = data(SENSOR, 0x27, INLET);

        assertThat(code(SENSOR, 0x26, INLET, 0x08, 0, 0, 0, before[4] - 20, 0, 0)).isZero();

        assertThat(data(SENSOR, 0x27, INLET)[4]).isEqualTo((byte) (before[4] - 20));
        assertThat(data(SENSOR, 0x27, INLET)[5]).isEqualTo(before[5]);
    }

    @Test
    void sensors_of_a_server_that_is_off_are_unavailable_and_not_zero() throws MalformedIpmiMessage {
        simulated.bmc().setPower(false);

        assertThat(data(SENSOR, 0x2D, LabSensor.FAN1.number())[1] & 0x20).isEqualTo(0x20);
        assertThat(simulated.bmc().read(LabSensor.FAN1)).isEmpty();
    }

    @Test
    void a_discrete_sensor_has_no_thresholds() throws MalformedIpmiMessage {
        assertThat(code(SENSOR, 0x27, LabSensor.PSU1_STATUS.number())).isEqualTo(0xCD);
    }

    @Test
    void what_is_written_to_the_fru_is_read_back() throws MalformedIpmiMessage {
        assertThat(data(STORAGE, 0x12, 0, 0xF0, 0x01, 7, 8, 9)).containsExactly(3);

        assertThat(data(STORAGE, 0x11, 0, 0xF0, 0x01, 3)).containsExactly(3, 7, 8, 9);
    }

    @Test
    void reading_behind_the_end_of_the_fru_is_refused() throws MalformedIpmiMessage {
        assertThat(code(STORAGE, 0x11, 0, 0x00, 0x02, 1)).isEqualTo(0xC9);
        assertThat(code(STORAGE, 0x11, 9, 0x00, 0x00, 1)).isEqualTo(0xCB);
    }

    @Test
    void a_request_that_is_too_short_is_refused_with_code_c7() throws MalformedIpmiMessage {
        assertThat(code(SENSOR, 0x2D)).isEqualTo(0xC7);
        assertThat(code(STORAGE, 0x23, 0, 0)).isEqualTo(0xC7);
    }

    private int code(int netFn, int command, int... data) throws MalformedIpmiMessage {
        return console.send(netFn, command, data).orElseThrow().completionCode();
    }

    private byte[] data(int netFn, int command, int... data) throws MalformedIpmiMessage {
        var answer = console.send(netFn, command, data).orElseThrow();
        assertThat(answer.completionCode()).isZero();
        return answer.data();
    }
}
