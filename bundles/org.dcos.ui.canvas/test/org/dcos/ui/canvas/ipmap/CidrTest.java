package org.dcos.ui.canvas.ipmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "2001:db8::/48", "::1/128", "::/0",
        "2001:db8:0:1:1:1:1:1/128", "fe80::1:0:0:1/128"})
    void is_written_as_it_was_read(String text) {
        assertThat(Cidr.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/24,10.0.1.0/24,10.0.0.0/23", "10.0.1.0/24,10.0.2.0/24,10.0.0.0/22",
        "10.0.0.7/32,10.0.0.7/32,10.0.0.7/32", "2001:db8::/64,2001:db8:0:1::/64,2001:db8::/63"})
    void the_smallest_block_around_two_holds_both(String a, String b, String both) {
        assertThat(Cidr.of(a).with(Cidr.of(b))).hasToString(both);
        assertThat(Cidr.of(b).with(Cidr.of(a))).hasToString(both);
    }

    @Test
    void a_block_that_is_not_aligned_is_refused() {
        assertThatThrownBy(() -> Cidr.of("10.0.0.1/24")).hasMessageContaining("no block of length /24");
        assertThatThrownBy(() -> Cidr.of("10.0.0.0/33")).hasMessageContaining("/33 is no prefix");
    }
}
