package org.dcos.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dcos.client.transport.Transport;
import org.dcos.domain.Secret;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.junit.jupiter.api.Test;

class TransportConnectionTest {

    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();

    @Test
    void another_version_is_refused_with_both_named() throws Exception {
        try (var connection = connect(200, "application/json",
                "{\"product\":\"DCOS server-core\",\"version\":\"9.1.0\",\"apiVersion\":\"v2\"}")) {
            var refused = (ConnectionState.Refused) after(ConnectionState.Connecting.class);
            assertThat(refused.reason()).isEqualTo(ConnectionState.Reason.OTHER_VERSION);
            assertThat(refused.why()).contains("9.1.0", "v2", "v1");
            assertThat(connection.name()).isEqualTo("dc1:8443");
        }
    }

    @Test
    void what_is_no_server_core_is_told_and_tried_again() throws Exception {
        try (var _ = connect(200, "text/html", "<html>")) {
            var retrying = (ConnectionState.Retrying) after(ConnectionState.Connecting.class);
            assertThat(retrying.why()).contains("cannot be read");
        }
    }

    @Test
    void an_error_page_of_a_proxy_is_told_as_such() throws Exception {
        try (var _ = connect(502, "text/html", "<html>")) {
            var retrying = (ConnectionState.Retrying) after(ConnectionState.Connecting.class);
            assertThat(retrying.why()).contains("no server-core", "502", "proxy");
        }
    }

    private TransportConnection connect(int status, String type, String body) {
        var connection = new TransportConnection("dc1:8443", false, new Answering(status, type, body), Secret.of("t"));
        connection.onState(states::add);
        return connection;
    }

    /** The first state that is not of this kind. */
    private ConnectionState after(Class<? extends ConnectionState> kind) throws InterruptedException {
        ConnectionState state = states.poll(10, TimeUnit.SECONDS);
        while (kind.isInstance(state)) {
            state = states.poll(10, TimeUnit.SECONDS);
        }
        return state;
    }

    private record Answering(int status, String type, String body) implements Transport {

        @Override
        public WireResponse send(WireRequest request) {
            return new WireResponse(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public EventAnswer events(WireRequest request) throws IOException {
            throw new IOException("there are none here");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
