package org.dcos.net.ipmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sessions between real peers, followed from Open Session to Close Session. */
class CapturedSessionTest {

    private static final byte[] PASSWORD = "Passw0rd".getBytes(StandardCharsets.US_ASCII);

    /** What a capture says of its session. */
    private record Followed(CipherSuite suite, RakpExchange exchange, byte[] sik, SessionKeys keys) {}

    @ParameterizedTest
    @CsvSource({Capture.SUITE_3 + ",SUITE_3", Capture.SUITE_17 + ",SUITE_17"})
    void codes_of_the_key_exchange_are_those_of_the_peers(String file, CipherSuite suite) throws Exception {
        Followed session = follow(file);

        assertThat(session.suite()).isEqualTo(suite);
        assertThat(RakpKeys.rakp2AuthCode(session.exchange(), PASSWORD))
                .isEqualTo(Rakp2.decode(payload(file, PayloadType.RAKP_2)).authCode());
        assertThat(RakpKeys.rakp3AuthCode(session.exchange(), PASSWORD))
                .isEqualTo(Rakp3.decode(payload(file, PayloadType.RAKP_3)).authCode());
        assertThat(RakpKeys.rakp4CheckValue(session.exchange(), suite, session.sik()))
                .isEqualTo(Rakp4.decode(payload(file, PayloadType.RAKP_4)).integrityCheckValue());
    }

    @ParameterizedTest
    @CsvSource({Capture.SUITE_3 + ",100", Capture.SUITE_17 + ",12"})
    void every_packet_of_the_session_verifies_and_decrypts(String file, int atLeast) throws Exception {
        SessionKeys keys = follow(file).keys();

        List<IpmiLanMessage> messages = messages(file, keys);

        assertThat(messages).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(messages.getFirst().command()).isEqualTo(Command.SET_SESSION_PRIVILEGE_LEVEL.code());
        assertThat(messages.getLast().command()).isEqualTo(Command.CLOSE_SESSION.code());
    }

    @ParameterizedTest
    @CsvSource({Capture.SUITE_3, Capture.SUITE_17})
    void session_setup_messages_survive_decoding_and_encoding(String file) throws Exception {
        for (var datagram : Capture.read(file)) {
            if (FrameKind.of(datagram.bytes()) != FrameKind.RMCP_PLUS
                    || !SessionHeader.decode(datagram.bytes()).payloadType().isSessionSetup()) {
                continue;
            }
            var packet = SessionPacket.decode(datagram.bytes(), SessionKeys.NONE);
            byte[] payload = packet.payload();
            byte[] again = switch (packet.payloadType()) {
                case OPEN_SESSION_REQUEST -> OpenSessionRequest.decode(payload).encode();
                case OPEN_SESSION_RESPONSE -> OpenSessionResponse.decode(payload).encode();
                case RAKP_1 -> Rakp1.decode(payload).encode();
                case RAKP_2 -> Rakp2.decode(payload).encode();
                case RAKP_3 -> Rakp3.decode(payload).encode();
                case RAKP_4 -> Rakp4.decode(payload).encode();
                case IPMI_MESSAGE, SERIAL_OVER_LAN -> throw new AssertionError(packet);
            };
            assertThat(again).as(packet.payloadType().name()).isEqualTo(payload);
            assertThat(packet.encode(SessionKeys.NONE)).isEqualTo(datagram.bytes());
        }
    }

    @ParameterizedTest
    @CsvSource({Capture.SUITE_3, Capture.SUITE_17})
    void a_packet_encoded_with_the_same_vector_is_the_peers_byte_for_byte(String file) throws Exception {
        SessionKeys keys = follow(file).keys();
        for (var datagram : Capture.read(file)) {
            if (FrameKind.of(datagram.bytes()) == FrameKind.RMCP_PLUS
                    && SessionHeader.decode(datagram.bytes()).payloadType() == PayloadType.IPMI_MESSAGE) {
                var packet = SessionPacket.decode(datagram.bytes(), keys);
                byte[] iv = Arrays.copyOfRange(datagram.bytes(), 16, 32);
                assertThat(packet.encode(keys, iv)).isEqualTo(datagram.bytes());
            }
        }
    }

    @Test
    void one_changed_bit_anywhere_in_a_protected_packet_is_found() throws Exception {
        SessionKeys keys = follow(Capture.SUITE_17).keys();
        byte[] frame = Capture.read(Capture.SUITE_17).getLast().bytes();
        int refused = 0;

        for (int bit = 8 * RmcpHeader.LENGTH; bit < 8 * frame.length; bit++) {
            byte[] changed = frame.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                SessionPacket.decode(changed, keys);
            } catch (MalformedIpmiMessage _) {
                refused++;
            }
        }

        assertThat(refused).isEqualTo(8 * (frame.length - RmcpHeader.LENGTH));
    }

    private static Followed follow(String file) throws Exception {
        var response = OpenSessionResponse.decode(payload(file, PayloadType.OPEN_SESSION_RESPONSE));
        var rakp1 = Rakp1.decode(payload(file, PayloadType.RAKP_1));
        var rakp2 = Rakp2.decode(payload(file, PayloadType.RAKP_2));
        var suite = CipherSuite.of(response.algorithms()).orElseThrow();
        var exchange = new RakpExchange(suite.authentication(), response.consoleSessionId(), response.bmcSessionId(),
                rakp1.consoleRandom(), rakp2.bmcRandom(), rakp2.bmcGuid(), rakp1.role(), rakp1.userName());
        byte[] sik = RakpKeys.sessionIntegrityKey(exchange, PASSWORD);
        return new Followed(suite, exchange, sik, RakpKeys.sessionKeys(suite, sik));
    }

    private static byte[] payload(String file, PayloadType type) throws Exception {
        for (var datagram : Capture.read(file)) {
            if (FrameKind.of(datagram.bytes()) == FrameKind.RMCP_PLUS
                    && SessionHeader.decode(datagram.bytes()).payloadType() == type) {
                return SessionPacket.decode(datagram.bytes(), SessionKeys.NONE).payload();
            }
        }
        throw new AssertionError("no %s in %s".formatted(type, file));
    }

    private static List<IpmiLanMessage> messages(String file, SessionKeys keys) throws Exception {
        var messages = new ArrayList<IpmiLanMessage>();
        for (var datagram : Capture.read(file)) {
            if (FrameKind.of(datagram.bytes()) == FrameKind.RMCP_PLUS
                    && SessionHeader.decode(datagram.bytes()).payloadType() == PayloadType.IPMI_MESSAGE) {
                messages.add(IpmiLanMessage.decode(SessionPacket.decode(datagram.bytes(), keys).payload()));
            }
        }
        return messages;
    }
}
