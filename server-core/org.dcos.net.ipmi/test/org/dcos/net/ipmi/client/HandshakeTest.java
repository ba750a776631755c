package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dcos.net.ipmi.wire.Algorithms;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.OpenSessionRequest;
import org.dcos.net.ipmi.wire.OpenSessionResponse;
import org.dcos.net.ipmi.wire.Rakp1;
import org.dcos.net.ipmi.wire.Rakp2;
import org.dcos.net.ipmi.wire.RakpExchange;
import org.dcos.net.ipmi.wire.RakpKeys;
import org.dcos.net.ipmi.wire.RakpStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    private static final int CONSOLE = 0x1234;
    private static final int BMC = 0x5678;
    private static final byte[] GUID = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Handshake handshake;

    @BeforeEach
    void start() throws Exception {
        var target = BmcTarget.of(InetAddress.getByName("127.0.0.1"), Credential.of("admin", "secret".toCharArray()));
        handshake = new Handshake(target, CipherSuite.SUITE_17, CONSOLE, new byte[16]);
    }

    @Test
    void an_answer_to_an_earlier_open_session_is_taken() throws Exception {
        var first = OpenSessionRequest.decode(handshake.openSession());
        handshake.openSession();

        assertThat(handshake.onOpenSession(accept(first, CipherSuite.SUITE_17).encode()))
                .isInstanceOf(Handshake.Step.Next.class);
    }

    @Test
    void an_answer_with_other_algorithms_than_asked_is_a_violation() throws Exception {
        var request = OpenSessionRequest.decode(handshake.openSession());

        var step = handshake.onOpenSession(accept(request, CipherSuite.SUITE_3).encode());

        assertThat(step).isInstanceOfSatisfying(Handshake.Step.Failed.class,
                failed -> assertThat(failed.reason()).isInstanceOf(ProtocolViolation.class));
    }

    @Test
    void an_answer_for_another_console_is_ignored() throws Exception {
        var request = OpenSessionRequest.decode(handshake.openSession());
        var other = new OpenSessionResponse(request.tag(), 0, 4, CONSOLE + 1, BMC, request.algorithms());

        assertThat(handshake.onOpenSession(other.encode())).isInstanceOf(Handshake.Step.Ignored.class);
    }

    @Test
    void no_free_session_is_a_reason_to_wait() throws Exception {
        var request = OpenSessionRequest.decode(handshake.openSession());
        byte[] refusal = OpenSessionResponse.refusal(request, RakpStatus.INSUFFICIENT_RESOURCES).encode();

        assertThat(handshake.onOpenSession(refusal)).isInstanceOf(Handshake.Step.Again.class);
    }

    @Test
    void a_reserved_status_is_a_refusal_with_its_number() throws Exception {
        var request = OpenSessionRequest.decode(handshake.openSession());
        var odd = new OpenSessionResponse(request.tag(), 0xC0, 0, CONSOLE, 0, new Algorithms(0, 0, 0));

        assertThat(handshake.onOpenSession(odd.encode())).isInstanceOfSatisfying(Handshake.Step.Failed.class,
                failed -> assertThat(failed.reason()).isInstanceOf(SessionRefused.class).hasMessageContaining("C0h"));
    }

    @Test
    void only_the_answer_to_the_newest_rakp_1_counts() throws Exception {
        open();
        var first = Rakp1.decode(handshake.rakp1());
        var second = Rakp1.decode(handshake.rakp1());

        assertThat(handshake.onRakp2(answer(first))).isInstanceOf(Handshake.Step.Ignored.class);
        assertThat(handshake.onRakp2(answer(second))).isInstanceOf(Handshake.Step.Next.class);
    }

    @Test
    void a_code_cut_short_is_a_wrong_password() throws Exception {
        open();
        byte[] answer = answer(Rakp1.decode(handshake.rakp1()));

        var step = handshake.onRakp2(Arrays.copyOf(answer, answer.length - 12));

        assertThat(step).isInstanceOfSatisfying(Handshake.Step.Failed.class,
                failed -> assertThat(failed.reason()).isInstanceOf(WrongPassword.class));
    }

    private void open() throws Exception {
        var request = OpenSessionRequest.decode(handshake.openSession());
        handshake.onOpenSession(accept(request, CipherSuite.SUITE_17).encode());
    }

    private static OpenSessionResponse accept(OpenSessionRequest request, CipherSuite suite) {
        return new OpenSessionResponse(request.tag(), 0, 4, request.consoleSessionId(), BMC, suite.algorithms());
    }

    private static byte[] answer(Rakp1 message) {
        byte[] bmcRandom = new byte[16];
        var exchange = new RakpExchange(CipherSuite.SUITE_17.authentication(), CONSOLE, BMC, message.consoleRandom(),
                bmcRandom, GUID, message.role(), message.userName());
        return new Rakp2(message.tag(), 0, CONSOLE, bmcRandom, GUID,
                RakpKeys.rakp2AuthCode(exchange, "secret".getBytes(StandardCharsets.US_ASCII))).encode();
    }
}
