package org.dcos.server.gateway.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    @Test
    void reads_names_and_addresses_of_both_kinds() {
        assertThat(ListenAddress.parse("127.0.0.1:8443")).isEqualTo(new ListenAddress("127.0.0.1", 8443));
        assertThat(ListenAddress.parse("[::1]:8443")).isEqualTo(new ListenAddress("::1", 8443))
                .hasToString("[::1]:8443");
        assertThat(ListenAddress.parse("dc1.example:0")).hasToString("dc1.example:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8443", ":8443", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
        "::1:8443", "[::1]", "a:1:2"})
    void refuses_what_is_none_and_shows_how_it_looks(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'").hasMessageContaining("127.0.0.1:8443");
    }
}
