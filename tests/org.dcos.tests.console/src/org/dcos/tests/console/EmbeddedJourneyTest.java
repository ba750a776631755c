package org.dcos.tests.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.ui.parts.connection.Connector;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** On site: the server-core runs inside the console. */
class EmbeddedJourneyTest extends RackJourney {

    @Test
    @Order(1)
    void the_server_core_of_this_process_is_there_and_empty() {
        Screen.run(() -> {
            if (desk.estate().connection().getValue().filter(Connection::embedded).isEmpty()) {
                PlatformUI.getWorkbench().getService(Connector.class).embedded();
            }
        });

        Screen.until("it is connected", () -> desk.estate().connection().getValue().filter(Connection::embedded)
                .isPresent() && desk.estate().state().getValue() instanceof ConnectionState.Connected);

        assertThat(Screen.ui(this::estate).empty()).isTrue();
    }
}
