package org.dcos.net.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionPacketTest {

    private static final byte[] SIK = "a session integrity key".getBytes();

    @ParameterizedTest
    @EnumSource(value = CipherSuite.class, names = {"SUITE_3", "SUITE_17"})
    void every_payload_length_comes_back(CipherSuite suite) throws Exception {
        SessionKeys keys = RakpKeys.sessionKeys(suite, SIK);
        var random = new Random(1);
        for (int length = 0; length < 100; length++) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);

            byte[] frame = SessionPacket.inSession(keys, PayloadType.IPMI_MESSAGE, -2, -1, payload).encode(keys);
            var packet = SessionPacket.decode(frame, keys);

            assertThat(packet.payload()).isEqualTo(payload);
            assertThat(packet.sessionId()).isEqualTo(-2);
            assertThat(packet.sequence()).isEqualTo(-1);
        }
    }

    @Test
    void covered_bytes_of_an_authenticated_packet_fill_whole_words() {
        SessionKeys keys = RakpKeys.sessionKeys(CipherSuite.SUITE_3, SIK);

        byte[] frame = SessionPacket.inSession(keys, PayloadType.IPMI_MESSAGE, 1, 1, new byte[7]).encode(keys);

        assertThat((frame.length - RmcpHeader.LENGTH - 12) % 4).isZero();
    }

    @Test
    void an_unprotected_packet_is_refused_inside_of_a_session() {
        SessionKeys keys = RakpKeys.sessionKeys(CipherSuite.SUITE_3, SIK);
        byte[] frame = new SessionPacket(PayloadType.IPMI_MESSAGE, false, false, 1, 1, new byte[8])
                .encode(SessionKeys.NONE);

        assertThatThrownBy(() -> SessionPacket.decode(frame, keys)).isInstanceOf(MalformedIpmiMessage.class)
                .hasMessageContaining("not protected");
    }

    @Test
    void an_authenticated_packet_that_is_not_encrypted_is_refused() {
        SessionKeys keys = RakpKeys.sessionKeys(CipherSuite.SUITE_3, SIK);
        byte[] frame = new SessionPacket(PayloadType.IPMI_MESSAGE, false, true, 1, 1, new byte[8]).encode(keys);

        assertThatThrownBy(() -> SessionPacket.decode(frame, keys)).isInstanceOf(MalformedIpmiMessage.class);
    }

    @Test
    void a_packet_of_other_keys_is_refused() {
        SessionKeys keys = RakpKeys.sessionKeys(CipherSuite.SUITE_17, SIK);
        SessionKeys others = RakpKeys.sessionKeys(CipherSuite.SUITE_17, "another".getBytes());
        byte[] frame = SessionPacket.inSession(others, PayloadType.IPMI_MESSAGE, 1, 1, new byte[8]).encode(others);

        assertThatThrownBy(() -> SessionPacket.decode(frame, keys)).isInstanceOf(MalformedIpmiMessage.class)
                .hasMessageContaining("AuthCode");
    }

    @Test
    void two_packets_never_share_an_initialization_vector() {
        SessionKeys keys = RakpKeys.sessionKeys(CipherSuite.SUITE_3, SIK);
        var packet = SessionPacket.inSession(keys, PayloadType.IPMI_MESSAGE, 1, 1, new byte[8]);

        byte[] first = Arrays.copyOfRange(packet.encode(keys), 16, 32);
        byte[] second = Arrays.copyOfRange(packet.encode(keys), 16, 32);

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void protecting_without_keys_is_a_bug() {
        var packet = new SessionPacket(PayloadType.IPMI_MESSAGE, true, true, 1, 1, new byte[8]);

        assertThatThrownBy(() -> packet.encode(SessionKeys.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_do_not_show_themselves() {
        assertThat(RakpKeys.sessionKeys(CipherSuite.SUITE_3, SIK)).hasToString(
                "session keys of HMAC_SHA1_96, AES_CBC_128");
    }

    @Test
    void a_v1_5_packet_may_end_with_the_legacy_pad() throws Exception {
        byte[] frame = new SessionlessPacket(new byte[] {1, 2, 3}).encode();

        var packet = SessionlessPacket.decode(Arrays.copyOf(frame, frame.length + 1));

        assertThat(packet.message()).containsExactly(1, 2, 3);
    }
}
