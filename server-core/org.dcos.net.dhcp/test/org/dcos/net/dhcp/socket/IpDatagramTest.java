package org.dcos.net.dhcp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.dcos.net.dhcp.wire.Ipv4;
import org.junit.jupiter.api.Test;

/** Headers that we make and read ourselves. */
class IpDatagramTest {

    /** From 10.0.0.1 port 67 to 10.0.0.10 port 68, "abc": put together apart from this code, with both checksums. */
    private static final byte[] REAL = HexFormat.of()
            .parseHex("4500001f00000000401166c40a0000010a00000a00430044000b26e4616263");

    private static final IpDatagram SAME = new IpDatagram(Ipv4.address("10.0.0.1"), 67, Ipv4.address("10.0.0.10"), 68,
            new byte[] {'a', 'b', 'c'});

    @Test
    void a_datagram_is_written_as_the_rfcs_ask_and_read_again() {
        assertThat(SAME.encode()).isEqualTo(REAL);
        assertThat(IpDatagram.decode(REAL, REAL.length)).hasValueSatisfying(it -> {
            assertThat(it.source()).isEqualTo(SAME.source());
            assertThat(it.targetPort()).isEqualTo(68);
            assertThat(it.data()).isEqualTo(SAME.data());
        });
    }

    @Test
    void a_datagram_that_is_cut_is_none() {
        for (int length = 0; length < REAL.length; length++) {
            assertThat(IpDatagram.decode(Arrays.copyOf(REAL, length), length)).as("%d octets", length).isEmpty();
        }
    }

    @Test
    void whatever_comes_is_read_or_passed_over() {
        var random = new Random(791);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = Arrays.copyOf(REAL, 20 + random.nextInt(40));
            for (int changes = random.nextInt(6); changes > 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            IpDatagram.decode(octets, octets.length)
                    .ifPresent(it -> assertThat(it.data().length).isLessThan(octets.length));
        }
    }
}
