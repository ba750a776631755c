package org.dcos.domain.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.1.2.3/24|10.1.2.3/24 has host bits set; the network is 10.1.2.0/24.",
        "2001:db8::1/32|2001:db8::1/32 has host bits set; the network is 2001:db8::/32.",
        "10.1.2.3|'10.1.2.3' is no network: it has no length. Write 10.1.2.3/32 for this one address.",
        "10.1.2.0/33|'10.1.2.0/33' is no network: the length '33' is not a number from 0 to 32.",
        "::/129|'::/129' is no network: the length '129' is not a number from 0 to 128.",
        "10.1.2.0/|'10.1.2.0/' is no network: the length '' is not a number from 0 to 32.",
        "10.1.2.0/024|'10.1.2.0/024' is no network: the length '024' is not a number from 0 to 32.",
        "10.1.2.0/24/8|'10.1.2.0/24/8' is no network: the length '24/8' is not a number from 0 to 32.",
        "10.1.2.3/255.255.255.0|'10.1.2.3/255.255.255.0' is no network: write the length instead of the mask: "
                + "10.1.2.0/24.",
        "10.1.2.0/255.0.255.0|'10.1.2.0/255.0.255.0' is no network: write a length from 0 to 32 instead of "
                + "'255.0.255.0'.",
        "10.1.2/24|'10.1.2' is no IPv4 address: there are 3 numbers, and four are needed, like 10.0.0.1."})
    void what_is_no_network_is_refused_with_what_was_probably_meant(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessage(reason);
    }

    /** RFC 4291 §2.3 lists these as legal texts of one 60-bit prefix. */
    @ParameterizedTest
    @CsvSource({"2001:0DB8:0000:CD30:0000:0000:0000:0000/60", "2001:0DB8::CD30:0:0:0:0/60", "2001:0DB8:0:CD30::/60"})
    void a_prefix_is_read_in_every_form_and_written_in_one(String text) {
        assertThat(Cidr.parse(text)).hasToString("2001:db8:0:cd30::/60");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.1-10.0.0.254, 256",
        "10.0.0.0/30, 10.0.0.1-10.0.0.2, 4",
        "10.0.0.0/31, 10.0.0.0-10.0.0.1, 2",
        "10.0.0.7/32, 10.0.0.7, 1",
        "0.0.0.0/0, 0.0.0.1-255.255.255.254, 4294967296",
        "2001:db8::/64, 2001:db8::1-2001:db8::ffff:ffff:ffff:ffff, 18446744073709551616",
        "2001:db8::/126, 2001:db8::1-2001:db8::3, 4",
        "2001:db8::/127, 2001:db8::-2001:db8::1, 2",
        "2001:db8::/128, 2001:db8::, 1"})
    void hosts_get_what_the_family_leaves_to_them(String network, String usable, String size) {
        assertThat(Cidr.parse(network).usable()).hasToString(usable).isEqualTo(AddressRange.parse(usable));
        assertThat(Cidr.parse(network).size()).hasToString(size);
    }

    @Test
    void a_size_that_is_no_long_ends_at_the_greatest() {
        assertThat(Cidr.parse("::/66").sizeCapped()).isEqualTo(1L << 62);
        assertThat(Cidr.parse("::/65").sizeCapped()).isEqualTo(Long.MAX_VALUE);
        assertThat(Cidr.all(IpFamily.IPV6).size()).hasToString("340282366920938463463374607431768211456");
        assertThat(Cidr.all(IpFamily.IPV6).range().sizeCapped()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void networks_contain_or_are_apart() {
        var site = Cidr.parse("10.0.0.0/16");

        assertThat(site.contains(Cidr.parse("10.0.255.0/24"))).isTrue();
        assertThat(site.contains(site)).isTrue();
        assertThat(site.contains(Cidr.parse("10.0.0.0/15"))).isFalse();
        assertThat(site.overlaps(Cidr.parse("10.0.0.0/15"))).isTrue();
        assertThat(site.overlaps(Cidr.parse("10.1.0.0/16"))).isFalse();
        assertThat(site.contains(Address.parse("10.0.255.255"))).isTrue();
        assertThat(site.contains(Address.parse("::ffff:10.0.0.1"))).isFalse();
        assertThat(Cidr.all(IpFamily.IPV4).overlaps(Cidr.all(IpFamily.IPV6))).isFalse();
    }

    @Test
    void a_network_knows_its_relatives() {
        var network = Cidr.parse("10.0.1.0/24");

        assertThat(network.parent(16)).hasToString("10.0.0.0/16");
        assertThat(network.sibling()).contains(Cidr.parse("10.0.0.0/24"));
        assertThat(network.isSiblingOf(Cidr.parse("10.0.2.0/24"))).isFalse();
        assertThat(network.halves()).hasToString("[10.0.1.0/25, 10.0.1.128/25]");
        assertThat(Cidr.all(IpFamily.IPV6).sibling()).isEmpty();
        assertThatThrownBy(() -> network.parent(25))
                .hasMessage("A /25 is inside 10.0.1.0/24, not around it. Give a length from 0 to 24.");
        assertThatThrownBy(() -> Cidr.parse("10.0.0.1/32").halves())
                .hasMessage("10.0.0.1/32 is one address and has no halves.");
    }

    @Test
    void a_split_makes_only_the_parts_that_are_asked_for() {
        assertThat(Cidr.parse("2001:db8::/32").split(64).skip(65_535).limit(2)).map(Cidr::toString)
                .containsExactly("2001:db8:0:ffff::/64", "2001:db8:1::/64");
        assertThat(Cidr.parse("2001:db8::/32").part(64, 0xFFFF_FFFFL)).hasToString("2001:db8:ffff:ffff::/64");
        assertThat(Cidr.all(IpFamily.IPV6).split(128).limit(2)).containsExactly(Cidr.parse("::/128"),
                Cidr.parse("::1/128"));
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/24").split(23)).hasMessage(
                "10.0.0.0/24 cannot be split into networks of /23. Give a length from 24 to 32.");
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/24").part(25, 2))
                .hasMessage("10.0.0.0/24 has 2 parts of /25, counted from 0; there is no part 2.");
    }

    @Test
    void a_sixteen_is_256_twenty_fours() {
        var site = Cidr.parse("10.20.0.0/16");
        List<Cidr> parts = site.split(24).toList();

        assertThat(parts).hasSize(256).isSorted().startsWith(Cidr.parse("10.20.0.0/24"))
                .endsWith(Cidr.parse("10.20.255.0/24"));
        assertThat(Cidr.aggregate(parts)).containsExactly(site);
    }

    @Test
    void aggregation_joins_siblings_only() {
        assertThat(Cidr.aggregate(networks("10.0.3.0/24", "10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24", "10.0.1.7/32",
                "10.0.5.0/24", "10.0.6.0/24", "2001:db8::/33", "2001:db8:8000::/33"))).hasToString(
                        "[10.0.0.0/22, 10.0.5.0/24, 10.0.6.0/24, 2001:db8::/32]");
    }

    @Test
    void a_parent_sorts_before_what_it_holds() {
        assertThat(networks("10.0.0.0/24", "::/0", "10.0.0.0/8", "9.0.0.0/8", "10.0.0.0/25").stream().sorted())
                .containsExactlyElementsOf(networks("9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/24", "10.0.0.0/25", "::/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.0.1-10.0.0.9|[10.0.0.1/32, 10.0.0.2/31, 10.0.0.4/30, 10.0.0.8/31]",
        "10.0.0.0 - 10.0.0.255|[10.0.0.0/24]",
        "0.0.0.0-255.255.255.255|[0.0.0.0/0]",
        "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff|[::/0]",
        "10.0.0.7|[10.0.0.7/32]",
        "::1-::1:0:0:0:0|[::1/128, ::2/127, ::4/126]"})
    void a_range_is_the_fewest_networks(String range, String networks) {
        List<Cidr> found = AddressRange.parse(range).networks();

        assertThat(found.toString()).startsWith(networks.substring(0, networks.length() - 1));
        assertThat(new AddressRange(found.getFirst().first(), found.getLast().last()))
                .isEqualTo(AddressRange.parse(range));
    }

    @Test
    void a_range_runs_upwards_within_one_family() {
        assertThatThrownBy(() -> AddressRange.parse("10.0.0.9-10.0.0.1"))
                .hasMessage("10.0.0.9-10.0.0.1 runs backwards; write 10.0.0.1-10.0.0.9.");
        assertThatThrownBy(() -> AddressRange.parse("10.0.0.9-::1"))
                .hasMessage("10.0.0.9 is an IPv4 address and ::1 is IPv6: they cannot be taken together.");
    }

    @Test
    void ranges_meet_in_what_both_have() {
        var range = AddressRange.parse("10.0.0.10-10.0.0.20");

        assertThat(range.intersection(AddressRange.parse("10.0.0.20-10.0.0.30"))).map(AddressRange::toString)
                .contains("10.0.0.20");
        assertThat(range.intersection(AddressRange.parse("10.0.0.21-10.0.0.30"))).isEmpty();
        assertThat(range.contains(AddressRange.parse("10.0.0.11-10.0.0.20"))).isTrue();
        assertThat(range.size()).hasToString("11");
        assertThat(range.sizeCapped()).isEqualTo(11);
    }

    private static List<Cidr> networks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
