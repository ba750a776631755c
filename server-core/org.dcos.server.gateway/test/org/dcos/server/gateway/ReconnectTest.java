package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import org.dcos.client.connection.TransportConnection;
import org.dcos.client.transport.HttpsTransport;
import org.dcos.domain.PageRequest;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Unavailable;
import org.dcos.server.gateway.https.HttpsListener;
import org.dcos.server.gateway.https.ListenAddress;
import org.dcos.server.gateway.tls.ServerCertificate;
import org.dcos.wire.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a remote console sees when the server-core, its certificate or the network in between changes. */
class ReconnectTest {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    @TempDir Path data;
    @TempDir Path otherData;

    private final FakeGateway gateway = new FakeGateway();
    private ServerCertificate certificate;
    private ListenAddress address = new ListenAddress("127.0.0.1", 0);
    private HttpsListener listener;

    @BeforeEach
    void start() throws IOException {
        certificate = ServerCertificate.in(data, Instant.now());
        restart(certificate);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private void restart(ServerCertificate with) throws IOException {
        listener = HttpsListener.open(address, with.context(), gateway);
        address = listener.address();
    }

    private Connection connect(Optional<Fingerprint> pin) {
        return new TransportConnection("test", false, new HttpsTransport("127.0.0.1", address.port(), pin),
                FakeCredentials.ADMIN, SILENCE);
    }

    private static void awaitState(Connection connection, Class<? extends ConnectionState> state) {
        Await.until(state.getSimpleName(), () -> state.isInstance(connection.state()));
    }

    @Test
    void goes_on_by_itself_after_a_restart_without_losing_an_event() throws IOException {
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        var states = new CopyOnWriteArrayList<ConnectionState>();
        try (Connection connection = connect(Optional.of(certificate.fingerprint()));
                Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(),
                        received::add)) {
            connection.onState(states::add);
            awaitState(connection, ConnectionState.Connected.class);
            long first = gateway.core.events.publish(new DomainEvent.PlacesChanged());
            Await.until("the first event", () -> received.stream().anyMatch(e -> e.sequence() == first));

            listener.close();
            awaitState(connection, ConnectionState.Retrying.class);
            gateway.core.events.publish(new DomainEvent.ServersChanged()); // while nobody listens
            restart(certificate);
            long last = gateway.core.events.publish(new DomainEvent.PlacesChanged());

            Await.until("the last event", () -> received.stream().anyMatch(e -> e.sequence() == last));
            assertThat(received.stream().filter(e -> !(e.event() instanceof DomainEvent.Resync))
                    .map(NumberedEvent::sequence))
                            .containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
            assertThat(states).hasAtLeastOneElementOfType(ConnectionState.Retrying.class);
            assertThat(states.getLast()).isInstanceOf(ConnectionState.Connected.class);
        }
    }

    @Test
    void says_since_when_and_why_it_tries_again_and_calls_fail_with_words_meanwhile() {
        try (Connection connection = connect(Optional.of(certificate.fingerprint()))) {
            awaitState(connection, ConnectionState.Connected.class);
            listener.close();
            Await.until("a second try",
                    () -> connection.state() instanceof ConnectionState.Retrying r && r.attempt() >= 2);
            var retrying = (ConnectionState.Retrying) connection.state();
            assertThat(retrying.why()).contains("refuses connections", Integer.toString(address.port()));
            assertThat(retrying.nextTry()).isAfter(retrying.since());
            assertThatThrownBy(() -> connection.serverCore().inventory().idcs(PageRequest.ALL))
                    .isInstanceOf(Unavailable.class).hasMessageContaining("refuses connections");
        }
    }

    @Test
    void gets_a_resync_when_the_missed_events_are_gone() throws IOException {
        var received = new CopyOnWriteArrayList<NumberedEvent>();
        try (Connection connection = connect(Optional.of(certificate.fingerprint()));
                Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(),
                        received::add)) {
            awaitState(connection, ConnectionState.Connected.class);
            long first = gateway.core.events.publish(new DomainEvent.PlacesChanged());
            Await.until("the first event", () -> received.stream().anyMatch(e -> e.sequence() == first));
            listener.close();
            gateway.core.events.publish(new DomainEvent.PlacesChanged());
            gateway.core.events.forget();
            received.clear();
            restart(certificate);
            Await.until("a resync", () -> received.stream().anyMatch(e -> e.event() instanceof DomainEvent.Resync));
        }
    }

    @Test
    void a_certificate_without_a_pin_is_refused_with_its_fingerprint() {
        try (Connection connection = connect(Optional.empty())) {
            awaitState(connection, ConnectionState.Refused.class);
            var refused = (ConnectionState.Refused) connection.state();
            assertThat(refused.reason()).isEqualTo(ConnectionState.Reason.CERTIFICATE_UNKNOWN);
            assertThat(refused.why()).contains(certificate.fingerprint().toString());
        }
    }

    @Test
    void a_changed_certificate_is_refused_with_both_fingerprints_and_no_token_is_sent() throws IOException {
        try (Connection connection = connect(Optional.of(certificate.fingerprint()))) {
            awaitState(connection, ConnectionState.Connected.class);
            listener.close();
            ServerCertificate other = ServerCertificate.in(otherData, Instant.now());
            var seen = gateway.audit.size();
            restart(other);
            awaitState(connection, ConnectionState.Refused.class);
            var refused = (ConnectionState.Refused) connection.state();
            assertThat(refused.reason()).isEqualTo(ConnectionState.Reason.CERTIFICATE_CHANGED);
            assertThat(refused.why()).contains(certificate.fingerprint().toString(), other.fingerprint().toString());
            assertThat(gateway.audit).hasSize(seen);
        }
    }

    @Test
    void a_slow_listener_gets_all_of_a_thousand_events() {
        var received = new CopyOnWriteArrayList<Long>();
        var go = new CountDownLatch(1);
        try (Connection connection = connect(Optional.of(certificate.fingerprint()))) {
            awaitState(connection, ConnectionState.Connected.class);
            try (Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(), event -> {
                hold(go);
                received.add(event.sequence());
            })) {
                long first = 0;
                long last = 0;
                for (int i = 0; i < 1_000; i++) {
                    last = gateway.core.events.publish(new DomainEvent.PlacesChanged());
                    first = first == 0 ? last : first;
                }
                go.countDown();
                Await.until("1,000 events", () -> received.size() >= 1_000);
                List<Long> expected = LongStream.rangeClosed(first, last).boxed().toList();
                assertThat(received).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void a_reader_too_slow_for_the_server_loses_its_stream_and_finds_the_rest_when_it_comes_again() {
        var received = new CopyOnWriteArrayList<Long>();
        try (Connection connection = connect(Optional.of(certificate.fingerprint()));
                Events.Subscription _ = connection.serverCore().events().subscribe(OptionalLong.empty(), e -> {
                    if (!(e.event() instanceof DomainEvent.Resync)) {
                        received.add(e.sequence());
                    }
                })) {
            awaitState(connection, ConnectionState.Connected.class);
            long first = gateway.core.events.publish(new DomainEvent.PlacesChanged());
            Await.until("the first event", () -> !received.isEmpty());
            long last = 0;
            for (int i = 0; i < 3_000; i++) { // faster than any network: more than are held for one listener
                last = gateway.core.events.publish(new DomainEvent.PlacesChanged());
            }
            long end = last;
            Await.until("the last event", () -> received.contains(end));
            assertThat(received).containsExactlyElementsOf(LongStream.rangeClosed(first, end).boxed().toList());
        }
    }

    @Test
    void silence_counts_as_a_drop() throws IOException {
        listener.close();
        var mute = new FakeGateway(Duration.ofMinutes(10)); // no heartbeat within the client's patience
        listener = HttpsListener.open(address, certificate.context(), mute);
        var whys = new CopyOnWriteArrayList<String>();
        try (Connection connection = connect(Optional.of(certificate.fingerprint()))) {
            connection.onState(state -> {
                if (state instanceof ConnectionState.Retrying retrying) {
                    whys.add(retrying.why());
                }
            });
            Await.until("a drop", () -> !whys.isEmpty());
            assertThat(whys.getFirst()).contains("Nothing was heard");
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
