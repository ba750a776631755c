package org.dcos.net.dhcp.subnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.dcos.net.dhcp.wire.HardwareAddress;
import org.dcos.net.dhcp.wire.Ipv4;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a server may be told, and what is wrong with the rest. */
class ConfigurationTest {

    private static final LeaseTimes HOUR = LeaseTimes.of(Duration.ofHours(1));
    private static final Pool POOL = Pool.of("10.0.0.10", "10.0.0.20");

    private static Subnet subnet(String name, String network) {
        return Subnet.attached(name, network, "eth0", POOL, HOUR);
    }

    @Test
    void a_pattern_has_stars_and_question_marks_and_no_case() {
        assertThat(new Glob("PXEClient*").matches("pxeclient:Arch:00007")).isTrue();
        assertThat(new Glob("*idrac?").matches("an iDRAC9")).isTrue();
        assertThat(new Glob("a*b*c").matches("axxbyyc")).isTrue();
        assertThat(new Glob("a*b*c").matches("axxbyycd")).isFalse();
        assertThat(new Glob("").matches("x")).isFalse();
        assertThat(new Glob("*").matches("")).isTrue();
        assertThat(new Glob("a.c").matches("abc")).isFalse();
    }

    @Test
    void no_text_of_a_client_makes_a_pattern_slow() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> IntStream.range(0, 1_000).forEach(
                        _ -> assertThat(new Glob("*a*a*a*a*a*a*a*b").matches("a".repeat(255))).isFalse()));
    }

    @Test
    void pools_reservations_and_subnets_have_to_fit_each_other() {
        assertThatIllegalArgumentException().isThrownBy(() -> subnet("rack", "10.0.1.0/24"))
                .withMessage("subnet rack: the pool 10.0.0.10 - 10.0.0.20 is not within the hosts of 10.0.1.0/24");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subnet("rack", "10.0.0.0/24").withPools(POOL, Pool.of("10.0.0.20", "10.0.0.30")))
                .withMessageContaining("overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subnet("rack", "10.0.0.0/24").withPools(Pool.of("10.0.0.0", "10.0.0.9")));
        assertThatIllegalArgumentException().isThrownBy(() -> subnet("rack", "10.0.0.0/24")
                .withReservations(Reservation.of(HardwareAddress.ethernet("02:dc:00:00:00:01"),
                        Ipv4.address("10.0.1.1"))))
                .withMessage("subnet rack: the reserved address 10.0.1.1 is no host of 10.0.0.0/24");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.of(Map.of("eth0", Ipv4.address("10.0.0.1")),
                        subnet("a", "10.0.0.0/24"), subnet("b", "10.0.0.0/16")))
                .withMessageContaining("overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.of(Map.of("eth1", Ipv4.address("10.0.0.1")),
                        subnet("a", "10.0.0.0/24")))
                .withMessage("subnet a is attached to eth0, which is not served: add it to the interfaces");
        assertThatIllegalArgumentException().isThrownBy(() -> Range.of("10.0.0.9", "10.0.0.1"))
                .withMessage("the range 10.0.0.9 - 10.0.0.1 has 0 addresses: 1 to 16777216 are possible");
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of("10.0.0.1/24"))
                .withMessage("10.0.0.1/24 has bits behind its prefix");
        assertThatIllegalArgumentException().isThrownBy(() -> LeaseTimes.of(Duration.ofSeconds(1)));
    }
}
