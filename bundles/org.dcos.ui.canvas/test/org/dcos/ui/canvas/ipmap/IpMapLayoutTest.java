package org.dcos.ui.canvas.ipmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.RecordsData;
import org.dcos.ui.canvas.ipmap.IpMapLayout.Free;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.picture.Step;
import org.junit.jupiter.api.Test;

class IpMapLayoutTest {

    private final IpMapLayout site = IpMapLayout.of(RecordsData.site(), Cidr.parse("10.20.0.0/16"), 1200, 800);

    @Test
    void every_aligned_block_is_one_rectangle() {
        assertThat(site.placed()).isNotEmpty().allMatch(place -> place.boxes().size() == 1);
    }

    @Test
    void a_range_that_begins_and_ends_within_rows_has_three() {
        var net = IpMapLayout.of(RecordsData.site(), Cidr.parse("10.20.16.0/24"), 1200, 800);

        assertThat(net.find("10.20.16.100-10.20.16.149").orElseThrow().boxes()).hasSize(3);
    }

    @Test
    void a_block_lies_in_the_one_that_holds_it_below_its_name() {
        var outer = site.find("10.20.0.0/20").orElseThrow();
        var inner = site.find("10.20.1.0/24").orElseThrow();

        assertThat(inner.depth()).isEqualTo(outer.depth() + 1);
        assertThat(inner.boxes().getFirst().y()).isGreaterThanOrEqualTo(outer.title().orElseThrow().bottom());
        assertThat(inner.boxes().getFirst().bottom()).isLessThan(outer.boxes().getFirst().bottom());
    }

    @Test
    void the_innermost_block_is_under_the_pointer() {
        var box = site.box("10.20.1.0/24").orElseThrow();

        assertThat(site.at(box.centreX(), box.centreY())).contains("10.20.1.0/24");
        var title = site.find("10.20.0.0/20").orElseThrow().title().orElseThrow();
        assertThat(site.at(title.centreX(), title.centreY())).contains("10.20.0.0/20");
    }

    @Test
    void free_space_comes_in_blocks_as_large_as_they_go() {
        assertThat(site.free()).extracting(hole -> hole.cidr().toString()).contains("10.20.192.0/18",
                "10.20.160.0/19", "10.20.144.0/20", "10.20.136.0/21", "10.20.129.0/24");
        assertThat(site.free()).extracting(Free::cidr)
                .noneMatch(
                        hole -> hole.contains(Cidr.parse("10.20.1.0/24")) || hole.contains(Cidr.parse("10.20.4.0/24")));
    }

    @Test
    void free_space_in_a_divided_prefix_is_free() {
        var box = site.box("free:10.20.3.0/24").orElseThrow();

        assertThat(site.at(box.centreX(), box.bottom() - 5)).contains("free:10.20.3.0/24");
    }

    @Test
    void dragging_over_free_cells_wishes_the_aligned_block_around_them() {
        var wish = site.wish(Cidr.parse("10.20.193.0/24"), Cidr.parse("10.20.194.0/24"));

        assertThat(wish.cidr()).hasToString("10.20.192.0/22");
        assertThat(wish.free()).isTrue();
    }

    @Test
    void a_wish_that_meets_something_tells_what() {
        var wish = site.wish(Cidr.parse("10.20.3.0/24"), Cidr.parse("10.20.2.0/24"));

        assertThat(wish.taken()).hasValueSatisfying(block -> assertThat(block.name()).isEqualTo("Switches"));
    }

    @Test
    void the_way_leads_from_the_root_through_what_holds_what_is_shown() {
        var net = IpMapLayout.of(RecordsData.site(), Cidr.parse("10.20.16.0/24"), 1200, 800);

        assertThat(net.crumbs()).extracting(Cidr::toString).containsExactly("10.20.0.0/16", "10.20.16.0/20",
                "10.20.16.0/24");
    }

    @Test
    void cursor_keys_jump_over_blocks() {
        assertThat(site.step("10.20.0.0/24", Step.RIGHT)).isEqualTo("10.20.1.0/24");
        assertThat(site.step("10.20.4.0/23", Step.RIGHT)).isEqualTo("free:10.20.6.0/24");
        assertThat(site.step("10.20.0.0/24", Step.LEFT)).isEqualTo("10.20.0.0/24");
        assertThat(site.step("10.20.1.0/24", Step.DOWN)).isEqualTo("10.20.17.0/24");
    }

    @Test
    void a_prefix_in_use_hides_its_addresses_until_one_looks_into_it() {
        assertThat(site.find("10.20.16.20")).isEmpty();
        assertThat(IpMapLayout.of(RecordsData.site(), Cidr.parse("10.20.16.0/24"), 1200, 800).find("10.20.16.20"))
                .isPresent();
    }

    @Test
    void knows_ipv6_as_well() {
        var picture = new IpMapPicture(Cidr.parse("2001:db8::/48"), List.of(
                Block.of("2001:db8:0:100::/56", "Room 201", IpState.ACTIVE, RecordsData.card("x"))));
        var layout = IpMapLayout.of(picture, picture.root(), 1200, 800);

        assertThat(layout.placed()).hasSize(1);
        assertThat(layout.grid().cells()).isEqualTo(256);
        assertThat(layout.free()).extracting(hole -> hole.cidr().toString(), hole -> hole.cidr().length())
                .contains(tuple("2001:db8:0:8000::/49", 49));
    }

    @Test
    void a_tiny_prefix_has_no_more_cells_than_addresses() {
        var picture = new IpMapPicture(Cidr.parse("10.0.0.4/30"), List.of());

        assertThat(IpMapLayout.of(picture, picture.root(), 600, 300).grid().cells()).isEqualTo(4);
    }
}
