package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.dcos.server.gateway.https.ListenAddress;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    @Test
    void reads_folder_and_address_in_any_order() {
        var expected = new ServerOptions(Path.of("/srv/dcos"), new ListenAddress("0.0.0.0", 8443), false);
        assertThat(ServerOptions.parse(List.of("--data", "/srv/dcos", "--listen", "0.0.0.0:8443"))).isEqualTo(expected);
        assertThat(ServerOptions.parse(List.of("--listen", "0.0.0.0:8443", "--data", "/srv/dcos"))).isEqualTo(expected);
    }

    @Test
    void what_is_missing_or_not_understood_is_named() {
        assertThatThrownBy(() -> ServerOptions.parse(List.of("--listen", "0.0.0.0:1")))
                .hasMessageContaining("--data is missing");
        assertThatThrownBy(() -> ServerOptions.parse(List.of("--data", "x")))
                .hasMessageContaining("--listen is missing");
        assertThatThrownBy(() -> ServerOptions.parse(List.of("--data"))).hasMessageContaining("after --data DIR");
        assertThatThrownBy(() -> ServerOptions.parse(List.of("--port", "1")))
                .hasMessageContaining("'--port' is not understood");
    }
}
