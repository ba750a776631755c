package org.dcos.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachedNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 24, 10.1.2.254, true", "10.1.2.3, 24, 10.1.3.3, false", "10.1.2.3, 0, 192.0.2.1, true",
        "10.1.2.3, 32, 10.1.2.3, true", "10.1.2.3, 32, 10.1.2.2, false", "200.1.2.3, 20, 200.1.15.9, true",
        "200.1.2.3, 20, 200.1.16.9, false", "2001:db8::1, 64, 2001:db8::ffff:1, true",
        "2001:db8::1, 64, 2001:db8:0:1::1, false", "2001:db8:0:f0::1, 60, 2001:db8:0:ff::1, true",
        "2001:db8::1, 128, 2001:db8::1, true", "::1, 0, 10.1.2.3, false"})
    void a_network_contains_what_begins_as_its_own_address_does(String own, int prefix, String other, boolean inside) {
        assertThat(network(own, prefix).contains(InetAddress.ofLiteral(other))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 24, 10.1.2.255, true", "10.1.2.3, 24, 10.1.2.0, true", "10.1.2.3, 24, 10.1.2.1, false",
        "10.1.2.3, 24, 10.1.3.255, false", "10.1.2.3, 16, 10.1.2.255, false", "10.1.2.2, 31, 10.1.2.3, false",
        "10.1.2.2, 32, 10.1.2.2, false", "10.1.2.1, 30, 10.1.2.3, true"})
    void network_and_broadcast_address_are_no_hosts(String own, int prefix, String other, boolean ofAll) {
        assertThat(network(own, prefix).isOfAllHosts(InetAddress.ofLiteral(other))).isEqualTo(ofAll);
    }

    @Test
    void this_machine_is_on_its_loopback_without_ethernet() throws Exception {
        assertThat(AttachedNetwork.ofThisMachine()).filteredOn(it -> it.address().isLoopbackAddress())
                .isNotEmpty().allMatch(it -> it.ethernet().isEmpty() && Set.of(8, 128).contains(it.prefixLength()));
    }

    private static AttachedNetwork network(String own, int prefix) {
        return new AttachedNetwork("eth0", 1, Optional.empty(), InetAddress.ofLiteral(own), prefix);
    }
}
