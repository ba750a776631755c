package org.dcos.client.connection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.dcos.client.service.Calls;
import org.dcos.client.service.RemoteServerCore;
import org.dcos.client.transport.CertificateRefused;
import org.dcos.client.transport.Transport;
import org.dcos.domain.About;
import org.dcos.domain.Secret;
import org.dcos.domain.ServerCore;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.connection.ConnectionState.Reason;
import org.dcos.domain.problem.Denied;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.AccessEndpoints;
import org.dcos.wire.endpoint.Endpoint.None;

/**
 * A connection that keeps itself: it is connected while the stream of events is open, and after a drop tries again by
 * itself, with growing pauses. It gives up only where somebody has to act: wrong token, unknown or changed certificate,
 * other version. Owns its transport. One virtual thread runs it; listeners are called from there.
 */
public final class TransportConnection implements Connection {

    /** Three heartbeats of the server-core. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final String name;
    private final boolean embedded;
    private final Transport transport;
    private final Calls calls;
    private final EventHub events;
    private final EventStream stream;
    private final ServerCore serverCore;
    private final States states = new States();
    private final Thread keeper;
    private volatile boolean closed;

    public TransportConnection(String name, boolean embedded, Transport transport, Secret token) {
        this(name, embedded, transport, token, SILENCE);
    }

    /** @param silence of the stream of events after which it counts as dropped; 30 s but in tests */
    public TransportConnection(String name, boolean embedded, Transport transport, Secret token, Duration silence) {
        this.name = name;
        this.embedded = embedded;
        this.transport = transport;
        this.calls = Calls.withToken(transport, token);
        this.events = new EventHub(calls, silence);
        this.stream = new EventStream(calls, OptionalLong.empty(), silence);
        this.serverCore = new RemoteServerCore(calls, events);
        this.states.set(new ConnectionState.Connecting(1));
        this.keeper = Thread.ofVirtual().name("dcos-connection").start(this::keep);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean embedded() {
        return embedded;
    }

    @Override
    public ServerCore serverCore() {
        return serverCore;
    }

    @Override
    public ConnectionState state() {
        return states.current();
    }

    @Override
    public AutoCloseable onState(Consumer<ConnectionState> listener) {
        return states.listen(listener);
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        stream.close();
        events.close();
        transport.close();
        states.set(new ConnectionState.Closed());
    }

    private void keep() {
        Instant since = Instant.now();
        int failures = 0;
        try {
            while (!closed) {
                String why;
                try {
                    String version = handshake();
                    connected(version);
                    failures = 0;
                    why = stream.read(events::publish);
                    since = Instant.now();
                } catch (Problem | IOException e) {
                    Optional<ConnectionState> refused = refused(e);
                    if (refused.isPresent()) {
                        change(refused.get());
                        return;
                    }
                    why = e.getMessage();
                }
                failures++;
                Duration wait = Backoff.after(failures, ThreadLocalRandom.current());
                change(new ConnectionState.Retrying(since, failures, Instant.now().plus(wait), why));
                Thread.sleep(wait);
                change(new ConnectionState.Connecting(failures + 1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** @return the server-core's version */
    private String handshake() throws Problem, IOException {
        About about = calls.ask(AccessEndpoints.VERSION, new None());
        if (!WireResponse.API_VERSION.equals(about.apiVersion())) {
            throw new OtherVersion(about);
        }
        stream.open();
        return about.version();
    }

    private void connected(String version) {
        boolean missedForSure = stream.position().isEmpty();
        change(new ConnectionState.Connected(Instant.now(), version));
        if (missedForSure) { // no place to go on from is known: what happened before cannot be asked for
            events.resync();
        }
    }

    /** Whether the failure is one that trying again does not cure. */
    private static Optional<ConnectionState> refused(Exception e) {
        Optional<CertificateRefused> certificate = CertificateRefused.in(e);
        if (certificate.isPresent()) {
            return Optional.of(certificate.get().pinned().isEmpty()
                    ? new ConnectionState.Refused(Reason.CERTIFICATE_UNKNOWN, certificate.get().getMessage()
                            + " Compare it with the one that the server-core shows in its log, "
                            + "and trust it if they are equal.")
                    : new ConnectionState.Refused(Reason.CERTIFICATE_CHANGED, certificate.get().getMessage()
                            + " Either the server-core was set up anew, or somebody sits in between. "
                            + "Ask who runs it before you trust it."));
        }
        return switch (e) {
            case Denied denied when denied.reason() == Denied.Reason.NOT_AUTHENTICATED ->
                    Optional.of(new ConnectionState.Refused(Reason.WRONG_TOKEN, denied.getMessage()));
            case OtherVersion other ->
                    Optional.of(new ConnectionState.Refused(Reason.OTHER_VERSION, other.getMessage()));
            default -> Optional.empty();
        };
    }

    private void change(ConnectionState state) {
        if (!closed) {
            states.set(state);
        }
    }

    private static final class OtherVersion extends IOException {
        private static final long serialVersionUID = 1L;

        OtherVersion(About about) {
            super("%s %s speaks %s of the API, this console speaks %s. Use a console of the same version.".formatted(
                    about.product(), about.version(), about.apiVersion(), WireResponse.API_VERSION));
        }
    }
}
