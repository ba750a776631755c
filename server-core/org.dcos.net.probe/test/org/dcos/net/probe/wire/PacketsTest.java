package org.dcos.net.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet4Address;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PacketsTest {

    private static final Inet4Address TARGET = Inet4Address.ofLiteral("192.0.2.7");
    private static final MacAddress OWN = new MacAddress(0x0242_AC11_0002L);
    private static final MacAddress OTHER = new MacAddress(0x0242_AC11_0003L);

    @Test
    void the_checksum_is_that_of_the_example_in_rfc_1071() {
        byte[] example = hex("0001f203f4f5f6f7"); // §3: the sum is ddf2

        assertThat(InternetChecksum.of(example, 0, example.length)).isEqualTo(~0xDDF2 & 0xFFFF);
    }

    @Test
    void an_odd_octet_counts_as_the_high_half_of_a_word() {
        assertThat(InternetChecksum.of(hex("0001f2"), 0, 3)).isEqualTo(InternetChecksum.of(hex("0001f200"), 0, 4));
    }

    @Test
    void carries_of_a_long_message_are_folded_until_none_is_left() {
        byte[] ones = new byte[65_534];
        Arrays.fill(ones, (byte) 0xFF);

        assertThat(InternetChecksum.of(ones, 0, ones.length)).isZero();
    }

    @Test
    void an_echo_request_is_what_ping_sends() {
        // 0800 + 1234 + 0001 + 4 x 5a5a = 1839d, with the carry 839e, and its complement 7c61
        var echo = new IcmpMessage.Echo(false, 0x1234, 1, hex("5a5a5a5a5a5a5a5a"));

        assertThat(echo.encode()).isEqualTo(hex("08007c6112340001" + "5a5a5a5a5a5a5a5a"));
    }

    @Test
    void an_echo_reply_brings_back_what_was_sent() throws MalformedPacket {
        byte[] reply = new IcmpMessage.Echo(true, 65_535, 65_535, hex("010203")).encode();

        assertThat(IcmpMessage.decode(reply, 0, reply.length)).isInstanceOfSatisfying(IcmpMessage.Echo.class, echo -> {
            assertThat(echo.reply()).isTrue();
            assertThat(echo.identifier()).isEqualTo(65_535);
            assertThat(echo.sequence()).isEqualTo(65_535);
            assertThat(echo.data()).isEqualTo(hex("010203"));
        });
    }

    @Test
    void an_error_about_an_echo_names_its_target_and_numbers() throws MalformedPacket {
        byte[] error = error(Ipv4.ICMP, "0800000012340007");

        assertThat(IcmpMessage.decode(error, 0, error.length))
                .isEqualTo(new IcmpMessage.Undelivered(3, 13, TARGET, 0x1234, 7));
    }

    @Test
    void an_error_about_anything_else_is_no_error_about_an_echo() throws MalformedPacket {
        byte[] udp = error(17, "0800000012340007");
        byte[] reply = error(Ipv4.ICMP, "0000000012340007");

        assertThat(IcmpMessage.decode(udp, 0, udp.length)).isEqualTo(new IcmpMessage.Other(3, 13));
        assertThat(IcmpMessage.decode(reply, 0, reply.length)).isEqualTo(new IcmpMessage.Other(3, 13));
    }

    @Test
    void an_icmp_message_with_a_flipped_bit_is_refused() {
        byte[] reply = new IcmpMessage.Echo(true, 1, 1, hex("010203")).encode();
        reply[9] ^= 4;

        assertThatExceptionOfType(MalformedPacket.class)
                .isThrownBy(() -> IcmpMessage.decode(reply, 0, reply.length)).withMessageContaining("checksum");
    }

    @Test
    void an_arp_probe_has_no_sender_address_and_no_target_hardware() {
        assertThat(ArpPacket.probe(OWN, TARGET).encode()).isEqualTo(hex(
                "0001" + "0800" + "06" + "04" + "0001" + "0242ac110002" + "00000000" + "000000000000" + "c0000207"));
    }

    @Test
    void an_arp_packet_survives_the_wire_and_its_padding() throws MalformedPacket {
        var reply = new ArpPacket(ArpPacket.REPLY, OTHER, TARGET, OWN, Ipv4.address(0));
        byte[] padded = Arrays.copyOf(reply.encode(), 46);

        assertThat(ArpPacket.decode(padded, padded.length)).isEqualTo(reply);
    }

    @Test
    void whoever_sends_arp_from_the_address_has_it() {
        var reply = new ArpPacket(ArpPacket.REPLY, OTHER, TARGET, OWN, Ipv4.address(0));
        var request = new ArpPacket(ArpPacket.REQUEST, OTHER, TARGET, MacAddress.ZERO, Ipv4.address(9));

        assertThat(reply.claims(TARGET, OWN)).isTrue();
        assertThat(request.claims(TARGET, OWN)).isTrue();
    }

    @Test
    void a_probe_of_another_claims_the_address_but_our_own_does_not() {
        assertThat(ArpPacket.probe(OTHER, TARGET).claims(TARGET, OWN)).isTrue();
        assertThat(ArpPacket.probe(OWN, TARGET).claims(TARGET, OWN)).isFalse();
    }

    @Test
    void who_only_looks_for_the_address_does_not_have_it() {
        var request = new ArpPacket(ArpPacket.REQUEST, OTHER, Ipv4.address(9), MacAddress.ZERO, TARGET);

        assertThat(request.claims(TARGET, OWN)).isFalse();
    }

    @Test
    void a_hardware_address_is_written_as_usual() {
        assertThat(OWN).hasToString("02:42:ac:11:00:02");
        assertThat(MacAddress.of(OWN.octets())).isEqualTo(OWN);
    }

    /** Destination unreachable, communication prohibited (RFC 1812 §5.2.7.1), quoting a header and eight octets. */
    private static byte[] error(int protocol, String quoted) {
        byte[] message = hex("030d000000000000" + "4500001c000000004001f00d" + "c0000201" + "c0000207" + quoted);
        message[17] = (byte) protocol;
        int checksum = InternetChecksum.of(message, 0, message.length);
        message[2] = (byte) (checksum >> 8);
        message[3] = (byte) checksum;
        return message;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
