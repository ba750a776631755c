package org.dcos.server.cmdb.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.junit.jupiter.api.Test;

class AddressPoolTest {

    private static final Cidr NETWORK = Cidr.parse("10.0.0.0/28");

    private final AddressPool pool = AddressPool.ofHosts(NETWORK, addresses("10.0.0.2", "10.0.0.3", "10.0.0.9"))
            .withGateway(Address.parse("10.0.0.1")).withReserved(List.of(AddressRange.parse("10.0.0.12-10.0.1.40")));

    @Test
    void the_next_address_is_the_lowest_that_nobody_has() {
        assertThat(pool.next()).contains(Address.parse("10.0.0.4"));
        assertThat(pool.nextAfter(Address.parse("10.0.0.8"))).contains(Address.parse("10.0.0.10"));
        assertThat(pool.nextAfter(Address.parse("10.0.0.11"))).isEmpty();
        assertThat(pool.nextAfter(Address.parse("10.0.0.15"))).isEmpty();
        assertThat(pool.nextAfter(Address.parse("9.0.0.0"))).contains(Address.parse("10.0.0.4"));
    }

    @Test
    void every_address_has_a_standing() {
        assertThat(standings("9.255.255.255", "10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.4", "10.0.0.12", "10.0.0.15",
                "10.0.1.0")).containsExactly(Standing.OUTSIDE, Standing.NETWORK, Standing.GATEWAY, Standing.USED,
                        Standing.FREE, Standing.RESERVED, Standing.BROADCAST, Standing.OUTSIDE);
        assertThat(AddressPool.ofHosts(Cidr.parse("2001:db8::/64"), List.of()).standing(Address.parse("2001:db8::")))
                .isEqualTo(Standing.SUBNET_ROUTER_ANYCAST);
    }

    @Test
    void free_addresses_are_taken_from_the_lowest_on() {
        assertThat(pool.take(6)).isEqualTo(addresses("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7", "10.0.0.8",
                "10.0.0.10"));
        assertThat(pool.take(100)).hasSize(7);
        assertThat(pool.take(0)).isEmpty();
        assertThat(pool.freeSize()).hasToString("7");
        assertThat(pool.free()).map(AddressRange::toString).containsExactly("10.0.0.4-10.0.0.8", "10.0.0.10-10.0.0.11");
    }

    @Test
    void a_row_is_taken_from_the_smallest_range_that_has_it() {
        assertThat(pool.takeContiguous(2)).contains(AddressRange.parse("10.0.0.10-10.0.0.11"));
        assertThat(pool.takeContiguous(3)).contains(AddressRange.parse("10.0.0.4-10.0.0.6"));
        assertThat(pool.takeContiguous(6)).isEmpty();
    }

    @Test
    void a_link_of_two_and_a_single_address_have_no_edges() {
        assertThat(AddressPool.ofHosts(Cidr.parse("10.0.0.0/31"), List.of()).take(9))
                .isEqualTo(addresses("10.0.0.0", "10.0.0.1"));
        assertThat(AddressPool.ofHosts(Cidr.parse("10.0.0.7/32"), List.of()).take(9))
                .isEqualTo(addresses("10.0.0.7"));
    }

    @Test
    void a_stock_of_addresses_gives_out_all_of_them() {
        assertThat(AddressPool.ofAll(Cidr.parse("198.51.100.0/30"), List.of()).take(9)).hasSize(4);
    }

    @Test
    void the_last_address_of_all_is_given_out_once() {
        var last = AddressPool.ofAll(Cidr.parse("255.255.255.254/31"), addresses("255.255.255.254"));

        assertThat(last.take(9)).isEqualTo(addresses("255.255.255.255"));
        assertThat(last.nextAfter(Address.parse("255.255.255.255"))).isEmpty();
    }

    @Test
    void a_large_network_is_no_slower_than_a_small_one() {
        var large = AddressPool.ofHosts(Cidr.parse("2001:db8::/32"), addresses("2001:db8::1"));

        assertThat(large.next()).contains(Address.parse("2001:db8::2"));
        assertThat(large.take(2)).isEqualTo(addresses("2001:db8::2", "2001:db8::3"));
        assertThat(large.takeContiguous(1L << 62)).isPresent();
        assertThat(large.freeSize()).hasToString("79228162514264337593543950334");
    }

    @Test
    void a_gateway_is_an_address_that_a_host_can_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressPool.ofHosts(NETWORK, List.of()).withGateway(Address.parse("10.0.0.15")))
                .withMessage("10.0.0.15 cannot be the gateway of 10.0.0.0/28. Choose one of 10.0.0.1-10.0.0.14.");
    }

    @Test
    void requests_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pool.take(65_537))
                .withMessage("65537 addresses cannot be taken at once. Ask for at most 65536.");
        assertThatIllegalArgumentException().isThrownBy(() -> pool.takeContiguous(0));
    }

    private Stream<Standing> standings(String... addresses) {
        return Stream.of(addresses).map(Address::parse).map(pool::standing);
    }

    private static List<Address> addresses(String... texts) {
        return Stream.of(texts).map(Address::parse).toList();
    }
}
