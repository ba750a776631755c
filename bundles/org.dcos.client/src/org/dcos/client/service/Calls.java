package org.dcos.client.service;

import java.io.IOException;
import java.util.function.UnaryOperator;

import org.dcos.client.transport.CertificateRefused;
import org.dcos.client.transport.Transport;
import org.dcos.domain.Secret;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;

/** Asks endpoints over a transport, on behalf of a token. Thread-safe. */
public final class Calls {

    private final Transport transport;
    private final UnaryOperator<WireRequest> authorize;

    private Calls(Transport transport, UnaryOperator<WireRequest> authorize) {
        this.transport = transport;
        this.authorize = authorize;
    }

    public static Calls withToken(Transport transport, Secret token) {
        return new Calls(transport, request -> request.with("Authorization", "Bearer " + new String(token.reveal())));
    }

    /** User and password, which get a token and nothing else. */
    public static Calls withPassword(Transport transport, String user, Secret password) {
        return new Calls(transport, request -> request.with("Authorization", basic(user, password)));
    }

    private static String basic(String user, Secret password) {
        byte[] pair = (user + ":" + new String(password.reveal())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return "Basic " + java.util.Base64.getEncoder().encodeToString(pair);
    }

    /** @throws Problem what the server-core refused; Unavailable when there was no answer */
    public <Q extends Record, R> R call(Endpoint<Q, R> endpoint, Q request) throws Problem {
        try {
            return ask(endpoint, request);
        } catch (IOException e) {
            throw new Unavailable(CertificateRefused.in(e).map(Throwable::getMessage).orElse(e.getMessage()), e);
        }
    }

    /** As {@link #call}, with a missing answer told apart. */
    public <Q extends Record, R> R ask(Endpoint<Q, R> endpoint, Q request) throws Problem, IOException {
        try {
            return endpoint.result(transport.send(ready(endpoint.request(request))));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The request was given up before the answer came.");
        }
    }

    /** Opens the stream of events. */
    public EventAnswer events(WireRequest request) throws IOException, InterruptedException {
        return transport.events(ready(request));
    }

    private WireRequest ready(WireRequest request) {
        return authorize.apply(request.with(WireResponse.API_HEADER, WireResponse.API_VERSION));
    }
}
