package org.dcos.lab.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.lab.bmc.Simulated.PASSWORD;
import static org.dcos.lab.bmc.Simulated.USER;
import static org.dcos.net.ipmi.wire.CipherSuite.SUITE_17;
import static org.dcos.net.ipmi.wire.CipherSuite.SUITE_3;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.ADMINISTRATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;

import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BmcSessionTest {

    private static final int APPLICATION = 0x06;
    private static final int GET_DEVICE_ID = 0x01;
    private static final int CLOSE_SESSION = 0x3C;

    private final Simulated simulated = new Simulated();
    private final TestConsole console = new TestConsole(simulated.bmc(), SUITE_17);

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void a_session_opens_with_suites_3_and_17(CipherSuite suite) throws MalformedIpmiMessage {
        var other = new TestConsole(simulated.bmc(), suite);

        assertThat(other.logIn(USER, PASSWORD, ADMINISTRATOR)).isEqualTo(RakpStatus.NO_ERRORS);
        assertThat(other.send(APPLICATION, GET_DEVICE_ID).orElseThrow().completionCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"}, mode = EnumSource.Mode.EXCLUDE)
    void all_other_suites_are_refused(CipherSuite suite) throws MalformedIpmiMessage {
        assertThat(new TestConsole(simulated.bmc(), suite).open()).isEqualTo(RakpStatus.NO_CIPHER_SUITE_MATCH);
    }

    @Test
    void a_wrong_password_is_refused_in_the_fourth_message() throws MalformedIpmiMessage {
        assertThat(console.logIn(USER, "wrong", ADMINISTRATOR)).isEqualTo(RakpStatus.INVALID_INTEGRITY_CHECK_VALUE);
    }

    @Test
    void an_unknown_user_is_refused_in_the_second_message() throws MalformedIpmiMessage {
        assertThat(console.logIn("nobody", PASSWORD, ADMINISTRATOR)).isEqualTo(RakpStatus.UNAUTHORIZED_NAME);
        assertThat(console.logIn("", "", ADMINISTRATOR)).isEqualTo(RakpStatus.UNAUTHORIZED_NAME);
    }

    @Test
    void a_role_above_the_users_limit_is_refused() throws MalformedIpmiMessage {
        assertThat(console.logIn("operator", PASSWORD, ADMINISTRATOR)).isEqualTo(RakpStatus.UNAUTHORIZED_ROLE);
        assertThat(console.logIn("operator", PASSWORD, OPERATOR)).isEqualTo(RakpStatus.NO_ERRORS);
    }

    @Test
    void a_packet_that_comes_twice_is_answered_once() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);
        byte[] packet = console.packet(APPLICATION, GET_DEVICE_ID);

        assertThat(console.deliver(packet)).isPresent();
        assertThat(console.deliver(packet)).isEmpty();
    }

    @Test
    void a_packet_far_ahead_of_the_sequence_is_not_answered() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);
        console.skipSequence(16);

        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isEmpty();
    }

    @Test
    void a_flipped_bit_is_not_answered_and_the_session_goes_on() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);
        byte[] packet = console.packet(APPLICATION, GET_DEVICE_ID);
        packet[40] ^= 1;

        assertThat(console.deliver(packet)).isEmpty();
        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isPresent();
    }

    @Test
    void a_session_ends_after_a_minute_of_silence() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);

        simulated.passSeconds(60);
        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isPresent();
        simulated.passSeconds(61);
        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isEmpty();
    }

    @Test
    void a_closed_session_does_not_answer() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);
        int id = console.bmcSession();

        var closed = console.send(APPLICATION, CLOSE_SESSION, id, id >> 8, id >> 16, id >> 24).orElseThrow();

        assertThat(closed.completionCode()).isZero();
        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isEmpty();
        assertThat(simulated.bmc().activeSessions()).isZero();
    }

    @Test
    void six_sessions_are_open_at_once_and_a_seventh_is_refused() throws MalformedIpmiMessage {
        for (int i = 0; i < SessionTable.MOST; i++) {
            assertThat(new TestConsole(simulated.bmc(), SUITE_3).logIn(USER, PASSWORD, ADMINISTRATOR))
                    .isEqualTo(RakpStatus.NO_ERRORS);
        }

        assertThat(console.open()).isEqualTo(RakpStatus.INSUFFICIENT_RESOURCES);
    }

    @Test
    void set_ups_that_nobody_goes_on_with_lock_nobody_out() throws MalformedIpmiMessage {
        for (int i = 0; i < 100; i++) {
            new TestConsole(simulated.bmc(), SUITE_3).open();
        }

        assertThat(console.logIn(USER, PASSWORD, ADMINISTRATOR)).isEqualTo(RakpStatus.NO_ERRORS);
    }

    @Test
    void a_command_above_the_sessions_level_is_refused_with_code_d4() throws MalformedIpmiMessage {
        console.logIn("viewer", PASSWORD, PrivilegeLevel.USER);

        assertThat(console.send(0x00, 0x02, 0).orElseThrow().completionCode()).isEqualTo(0xD4);
        assertThat(simulated.bmc().isOn()).isTrue();
    }

    @Test
    void an_unknown_command_is_refused_with_code_c1() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);

        assertThat(console.send(0x30, 0x01).orElseThrow().completionCode()).isEqualTo(0xC1);
    }

    @Test
    void a_new_password_holds_for_the_next_session_and_leaves_this_one_alone() throws MalformedIpmiMessage {
        console.logIn(USER, PASSWORD, ADMINISTRATOR);

        simulated.bmc().setPassword("another");

        assertThat(console.send(APPLICATION, GET_DEVICE_ID)).isPresent();
        assertThat(new TestConsole(simulated.bmc(), SUITE_3).logIn(USER, "another", ADMINISTRATOR))
                .isEqualTo(RakpStatus.NO_ERRORS);
    }
}
