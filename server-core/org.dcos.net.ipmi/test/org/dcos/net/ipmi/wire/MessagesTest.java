package org.dcos.net.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void a_request_is_laid_out_as_the_specification_says() {
        byte[] frame = IpmiLanMessage.request(NetFn.APPLICATION, 0, 5, 0x38, new byte[] {(byte) 0x8E, 4}).encode();

        assertThat(HexFormat.of().formatHex(frame)).isEqualTo("2018c88114388e04a1");
    }

    @Test
    void an_answer_carries_the_responders_lun_and_the_same_sequence() throws Exception {
        var request = IpmiLanMessage.request(NetFn.SENSOR_EVENT, 3, 63, 0x2D, new byte[] {1});

        var answer = IpmiLanMessage.decode(request.answer(0xCB, new byte[0]).encode());

        assertThat(answer).usingRecursiveComparison().isEqualTo(new IpmiLanMessage(IpmiLanMessage.CONSOLE,
                NetFn.SENSOR_EVENT + 1, 3, IpmiLanMessage.BMC, 63, 0x2D, new byte[] {(byte) 0xCB}));
    }

    @Test
    void a_wrong_checksum_is_refused() {
        byte[] frame = IpmiLanMessage.request(NetFn.CHASSIS, 0, 1, 1, new byte[0]).encode();
        frame[5]++;

        assertThatThrownBy(() -> IpmiLanMessage.decode(frame)).isInstanceOf(MalformedIpmiMessage.class);
    }

    @Test
    void a_ping_is_laid_out_as_the_specification_says() {
        assertThat(HexFormat.of().formatHex(new Presence.Ping(0x2A).encode())).isEqualTo("0600ff06000011be802a0000");
    }

    @Test
    void a_pong_tells_that_ipmi_is_supported() throws Exception {
        var pong = (Presence.Pong) Presence.decode(Presence.Pong.ofIpmi(7).encode());

        assertThat(pong.supportsIpmi()).isTrue();
        assertThat(pong.tag()).isEqualTo(7);
    }

    @Test
    void a_refusal_that_ends_after_its_status_is_read() throws Exception {
        var refusal = OpenSessionResponse.decode(new byte[] {1, 4}); // as ipmi_sim sends it

        assertThat(RakpStatus.of(refusal.status())).contains(RakpStatus.INVALID_AUTHENTICATION_ALGORITHM);
        assertThat(refusal.consoleSessionId()).isZero();
    }

    @Test
    void algorithms_left_to_the_controller_survive() throws Exception {
        var request = new OpenSessionRequest(1, 0, 9, new Algorithms(Algorithms.ANY, 1, Algorithms.ANY));

        assertThat(OpenSessionRequest.decode(request.encode())).isEqualTo(request);
    }

    @Test
    void only_suites_3_and_17_are_spoken() {
        assertThat(CipherSuite.values()).filteredOn(CipherSuite::isSpoken)
                .containsExactly(CipherSuite.SUITE_3, CipherSuite.SUITE_17);
    }

    @Test
    void suites_are_known_by_their_algorithms() {
        for (CipherSuite suite : CipherSuite.values()) {
            assertThat(CipherSuite.of(suite.algorithms())).contains(suite);
        }
    }

    @Test
    void packed_texts_are_read() {
        assertThat(PackedText.bcdPlus(new byte[] {0x12, (byte) 0x3B, (byte) 0xC4})).isEqualTo("123-.4");
        assertThat(PackedText.sixBit(new byte[] {0x29, (byte) 0xDC, (byte) 0xA6})).isEqualTo("IPMI"); // FRU spec §13.3
        assertThat(PackedText.latin1("a\tb\0c".getBytes())).isEqualTo("a.b");
    }
}
