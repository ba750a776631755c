package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.dcos.client.Connections;
import org.dcos.client.transport.InJvmTransport;
import org.dcos.client.transport.Transport;
import org.dcos.domain.access.Role;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.problem.Unavailable;
import org.junit.jupiter.api.Test;

class InJvmContractTest extends ServerCoreContract {

    @Override
    Transport transport() {
        return new InJvmTransport(gateway);
    }

    @Override
    String origin() {
        return "embedded";
    }

    @Test
    void the_console_of_the_process_needs_no_token_of_its_own() throws Exception {
        var connections = new Connections();
        connections.setLocalGateway(gateway);
        try (Connection embedded = connections.embedded(Duration.ofSeconds(5))) {
            Await.until("connected", () -> embedded.state() instanceof ConnectionState.Connected);
            embedded.serverCore().access().me();
            assertThat(gateway.core.last().caller().role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(gateway.core.last().caller().name()).isEqualTo(System.getProperty("user.name"));
            assertThat(embedded.name()).isEqualTo("embedded");
        }
    }

    @Test
    void the_local_token_opens_nothing_from_elsewhere() {
        assertThat(gateway.credentials.byToken(gateway.localToken(), "10.0.0.1")).isEmpty();
        assertThat(new Doorkeeper(gateway.credentials).byToken(gateway.localToken(), "embedded")).isEmpty();
    }

    @Test
    void a_server_core_that_does_not_come_up_is_told() {
        assertThat(
                org.assertj.core.api.Assertions.catchThrowable(() -> new Connections().embedded(Duration.ofMillis(10))))
                        .isInstanceOf(Unavailable.class).hasMessageContaining("did not come up");
    }
}
