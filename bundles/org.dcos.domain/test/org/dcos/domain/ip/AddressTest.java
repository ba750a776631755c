package org.dcos.domain.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        // RFC 4291 §2.2
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789, abcd:ef01:2345:6789:abcd:ef01:2345:6789",
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        "FF01:0:0:0:0:0:0:101, ff01::101",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:13.1.68.3, ::d01:4403",
        "0:0:0:0:0:FFFF:129.144.52.38, ::ffff:129.144.52.38",
        "::FFFF:8190:3426, ::ffff:129.144.52.38",
        // RFC 5952 §4.1, §4.2.1, §4.2.2, §4.2.3, §4.3
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::A, 2001:db8::a",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:0:0:0:0:0:0:0, 1::",
        "1.2.3.4, 1.2.3.4",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0"})
    void every_form_is_read_and_one_is_written(String text, String canonical) {
        assertThat(Address.parse(text)).hasToString(canonical).isEqualTo(Address.parse(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|The address is missing. Write one like 10.0.0.1 or 2001:db8::1.",
        "server-1|'server-1' is no address: it has neither dots nor colons. "
                + "Write one like 10.0.0.1 or 2001:db8::1.",
        "10.0.0|'10.0.0' is no IPv4 address: there are 3 numbers, and four are needed, like 10.0.0.1.",
        "10.0.0.010|'10.0.0.010' is no IPv4 address: '010' starts with a zero, which some programs read as octal. "
                + "Write it without.",
        "10.0.0.256|'10.0.0.256' is no IPv4 address: 256 is more than 255.",
        "10.0.0.99999999999|'10.0.0.99999999999' is no IPv4 address: 99999999999 is more than 255.",
        "10..0.1|'10..0.1' is no IPv4 address: a number is missing. Write four, like 10.0.0.1.",
        "10.0.0.-1|'10.0.0.-1' is no IPv4 address: '-1' is not a number from 0 to 255.",
        "10.0.0.0/8|'10.0.0.0/8' is no address: it has a length. Leave out '/8'.",
        "fe80::1%eth0|'fe80::1%eth0' is no IPv6 address: it has a zone. Leave out '%eth0'.",
        "[::1]|'[::1]' is no IPv6 address: leave out the brackets.",
        "1::2::3|'1::2::3' is no IPv6 address: '::' may stand in it only once.",
        ":::|':::' is no IPv6 address: '::' may stand in it only once.",
        "1:2:3:4:5:6:7|'1:2:3:4:5:6:7' is no IPv6 address: it has 7 groups, and eight are needed. "
                + "A run of zero groups may be written as '::'.",
        "1::2:3:4:5:6:7:8|'1::2:3:4:5:6:7:8' is no IPv6 address: '::' stands for at least one group, "
                + "and there are 8 beside it.",
        "1:2:3:4:5:6:7:|'1:2:3:4:5:6:7:' is no IPv6 address: a group is missing beside a ':'.",
        "12345::|'12345::' is no IPv6 address: '12345' is not a group of one to four hexadecimal digits.",
        "::1.2.3|'::1.2.3' is no IPv6 address: there are 3 numbers, and four are needed, like 10.0.0.1."})
    void what_is_no_address_is_refused_with_a_reason(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text)).withMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 10.0.0.1", "10.0.0.1 ", "10.0.0.1\n", "１0.0.0.1", "::１", "0x0a.0.0.1", "+1.0.0.1",
        "1.2.3.4::", "1.2.3.4:5:6:7:8:9:a", "::1.2.3.4:5", "::g", ":1", "1:", ":", "1:2:3:4:5:6:7:8:9"})
    void lenient_forms_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }

    @Test
    void a_message_quotes_no_endless_text_and_no_control_characters() {
        assertThatThrownBy(() -> Address.parse("x\u001b[31m" + "y".repeat(100_000)))
                .hasMessageStartingWith("'x?[31myy").hasMessageContaining("…'").message().hasSizeLessThan(200);
    }

    @Test
    void addresses_sort_by_family_and_then_as_unsigned_numbers() {
        var sorted = Stream.of("ffff::", "8000::", "::1:0:0:0", "::fffe:ffff:ffff", "255.0.0.0", "1.0.0.0", "128.0.0.0")
                .map(Address::parse).sorted().map(Address::toString);

        assertThat(sorted).containsExactly("1.0.0.0", "128.0.0.0", "255.0.0.0", "::fffe:ffff:ffff", "::1:0:0:0",
                "8000::", "ffff::");
    }

    @Test
    void steps_carry_from_group_to_group() {
        assertThat(Address.parse("10.0.255.255").next()).hasToString("10.1.0.0");
        assertThat(Address.parse("::ffff:ffff:ffff:ffff").next()).hasToString("0:0:0:1::");
        assertThat(Address.parse("0:0:0:1::").previous()).hasToString("::ffff:ffff:ffff:ffff");
        assertThat(Address.parse("::1").plus(Long.MAX_VALUE)).hasToString("::8000:0:0:0");
    }

    @Test
    void steps_do_not_leave_the_family() {
        assertThatThrownBy(() -> Address.parse("255.255.255.255").next()).hasMessage("255.255.255.255 +1 is not "
                + "possible: IPv4 addresses go from 0.0.0.0 to 255.255.255.255.");
        assertThatIllegalArgumentException().isThrownBy(IpFamily.IPV4.first()::previous);
        assertThatIllegalArgumentException().isThrownBy(IpFamily.IPV6.last()::next);
        assertThatIllegalArgumentException().isThrownBy(IpFamily.IPV6.first()::previous);
        assertThat(IpFamily.IPV6.last().plus(0)).isEqualTo(IpFamily.IPV6.last());
    }

    @Test
    void a_distance_has_a_sign_and_an_end() {
        var ten = Address.parse("10.0.0.10");

        assertThat(ten.distanceTo(Address.parse("10.0.1.0"))).isEqualTo(246);
        assertThat(Address.parse("10.0.1.0").distanceTo(ten)).isEqualTo(-246);
        assertThat(IpFamily.IPV6.first().distanceTo(IpFamily.IPV6.last())).isEqualTo(Long.MAX_VALUE);
        assertThat(IpFamily.IPV6.last().distanceTo(IpFamily.IPV6.first())).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> ten.distanceTo(IpFamily.IPV6.first()))
                .hasMessage("10.0.0.10 is an IPv4 address and :: is IPv6: they cannot be taken together.");
    }

    @Test
    void bytes_are_of_four_or_sixteen() {
        assertThat(Address.parse("10.1.2.255").bytes()).containsExactly(10, 1, 2, -1);
        assertThat(Address.parse("2001:db8::ff").bytes()).hasSize(16).startsWith(0x20, 0x01, 0x0d, 0xb8).endsWith(0xff);
        assertThatThrownBy(() -> Address.ofBytes(new byte[5]))
                .hasMessage("An address has 4 bytes (IPv4) or 16 (IPv6); these are 5.");
    }

    @Test
    void an_ipv4_address_has_no_more_than_32_bits() {
        assertThatThrownBy(() -> new Address(IpFamily.IPV4, 0, 1L << 32))
                .hasMessage("An IPv4 address has 32 bits; 00000000000000000000000100000000 has more.");
    }
}
