package org.dcos.server.cmdb.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.dcos.domain.ip.Cidr;
import org.dcos.domain.problem.Conflict;
import org.junit.jupiter.api.Test;

class SubdivisionTest {

    private static final Cidr SITE = Cidr.parse("10.0.0.0/16");

    @Test
    void free_space_is_the_fewest_blocks_around_the_children() {
        assertThat(divided(SITE, "10.0.1.0/24", "10.0.128.0/17").free()).isEqualTo(networks("10.0.0.0/24",
                "10.0.2.0/23", "10.0.4.0/22", "10.0.8.0/21", "10.0.16.0/20", "10.0.32.0/19", "10.0.64.0/18"));
        assertThat(Subdivision.of(SITE).free()).containsExactly(SITE);
        assertThat(divided(SITE, "10.0.0.0/16").free()).isEmpty();
        assertThat(divided(SITE, "10.0.1.0/24").freeSize()).hasToString("65280");
    }

    @Test
    void the_space_at_both_ends_of_all_addresses_is_free_too() {
        assertThat(divided(Cidr.parse("0.0.0.0/0"), "0.0.0.0/1", "192.0.0.0/2").free())
                .isEqualTo(networks("128.0.0.0/2"));
        assertThat(divided(Cidr.parse("::/0"), "8000::/1").free()).isEqualTo(networks("::/1"));
        assertThat(divided(Cidr.parse("::/0"), "::/128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128").free())
                .hasSize(254);
    }

    @Test
    void children_are_within_and_apart() {
        assertThatIllegalArgumentException().isThrownBy(() -> divided(SITE, "10.1.0.0/24"))
                .withMessage("10.1.0.0/24 is not within 10.0.0.0/16.");
        assertThatIllegalArgumentException().isThrownBy(() -> divided(SITE, "10.0.1.0/24", "10.0.0.0/23"))
                .withMessage("10.0.0.0/23 and 10.0.1.0/24 overlap within 10.0.0.0/16.");
    }

    @Test
    void a_block_that_is_taken_is_refused_by_name() throws Conflict {
        var site = divided(SITE, "10.0.1.0/24");

        assertThat(site.with(Cidr.parse("10.0.0.0/24")).children()).isEqualTo(networks("10.0.0.0/24", "10.0.1.0/24"));
        assertThatThrownBy(() -> site.with(Cidr.parse("10.0.0.0/22"))).isInstanceOf(Conflict.class).hasMessage(
                "10.0.0.0/22 is not free: 10.0.1.0/24 is taken in 10.0.0.0/16. Choose a free block.");
        assertThatThrownBy(() -> site.with(Cidr.parse("10.1.0.0/24"))).isInstanceOf(Conflict.class).hasMessage(
                "10.1.0.0/24 is not within 10.0.0.0/16. Choose a block from 10.0.0.0 to 10.0.255.255.");
    }

    @Test
    void a_block_is_carved_from_the_smallest_that_fits_so_that_large_ones_stay_whole() {
        var site = divided(SITE, "10.0.0.0/17", "10.0.128.0/25", "10.0.129.0/24");

        assertThat(site.carve(26)).contains(Cidr.parse("10.0.128.128/26"));
        assertThat(site.carve(24)).contains(Cidr.parse("10.0.130.0/24"));
        assertThat(site.carve(18)).contains(Cidr.parse("10.0.192.0/18"));
        assertThat(site.carve(17)).isEmpty();
    }

    @Test
    void of_equal_blocks_the_lowest_is_carved() {
        assertThat(divided(SITE, "10.0.64.0/18", "10.0.192.0/18").carve(18)).contains(Cidr.parse("10.0.0.0/18"));
    }

    @Test
    void several_blocks_are_carved_as_one_after_the_other_would_be() {
        assertThat(divided(SITE, "10.0.0.0/17", "10.0.128.0/25").carve(26, 3)).isEqualTo(networks("10.0.128.128/26",
                "10.0.128.192/26", "10.0.129.0/26"));
        assertThat(divided(SITE, "10.0.0.0/17").carve(18, 3)).hasSize(2);
        assertThat(Subdivision.of(Cidr.parse("2001:db8::/32")).carve(64, 1000)).hasSize(1000).isSorted();
    }

    @Test
    void no_block_is_carved_that_is_larger_than_the_network() {
        assertThatIllegalArgumentException().isThrownBy(() -> Subdivision.of(SITE).carve(15))
                .withMessage("10.0.0.0/16 has no room for a block of /15. Give a length from 16 to 32.");
    }

    @Test
    void a_split_takes_the_children_along() throws Conflict {
        List<Subdivision> parts = divided(SITE, "10.0.1.0/24", "10.0.128.0/18", "10.0.192.0/24").split(18);

        assertThat(parts).containsExactly(divided(Cidr.parse("10.0.0.0/18"), "10.0.1.0/24"),
                Subdivision.of(Cidr.parse("10.0.64.0/18")), divided(Cidr.parse("10.0.128.0/18"), "10.0.128.0/18"),
                divided(Cidr.parse("10.0.192.0/18"), "10.0.192.0/24"));
    }

    @Test
    void a_split_names_the_first_child_that_spans_parts() {
        assertThatThrownBy(() -> divided(SITE, "10.0.0.0/24", "10.0.64.0/22", "10.0.128.0/20").split(24))
                .isInstanceOf(Conflict.class).hasMessage("10.0.0.0/16 cannot be split into blocks of /24: 10.0.64.0/22 "
                        + "spans 4 of them. Split that block first, or choose a length from 16 to 20.");
    }

    @Test
    void a_split_into_too_many_parts_is_refused() {
        assertThatThrownBy(() -> Subdivision.of(Cidr.parse("2001:db8::/32")).split(64)).isInstanceOf(Conflict.class)
                .hasMessage("Splitting 2001:db8::/32 into blocks of /64 makes more than 65536 of them. "
                        + "Carve the blocks you need.");
    }

    @Test
    void blocks_that_fill_a_network_merge_into_it() throws Conflict {
        assertThat(Subdivision.merge(networks("10.0.1.0/24", "10.0.0.0/24", "10.0.2.0/23")))
                .isEqualTo(Cidr.parse("10.0.0.0/22"));
        assertThat(Subdivision.merge(networks("10.0.1.0/24"))).isEqualTo(Cidr.parse("10.0.1.0/24"));
        assertThat(Subdivision.merge(networks("::/1", "8000::/1"))).isEqualTo(Cidr.parse("::/0"));
    }

    @Test
    void blocks_that_do_not_fill_a_network_are_told_what_is_missing() {
        assertThatThrownBy(() -> Subdivision.merge(networks("10.0.0.0/24", "10.0.2.0/24"))).isInstanceOf(Conflict.class)
                .hasMessage("The blocks do not fill 10.0.0.0/22: 10.0.1.0/24 is missing (and 1 more). "
                        + "Add what is missing, or merge fewer.");
        assertThatThrownBy(() -> Subdivision.merge(networks("10.0.0.0/24", "10.0.0.0/24")))
                .isInstanceOf(Conflict.class).hasMessageContaining("overlap");
        assertThatThrownBy(() -> Subdivision.merge(networks("10.0.0.0/24", "::/64")))
                .isInstanceOf(Conflict.class).hasMessageContaining("two families");
        assertThatIllegalArgumentException().isThrownBy(() -> Subdivision.merge(List.of()));
    }

    private static Subdivision divided(Cidr parent, String... children) {
        return new Subdivision(parent, networks(children));
    }

    private static List<Cidr> networks(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
