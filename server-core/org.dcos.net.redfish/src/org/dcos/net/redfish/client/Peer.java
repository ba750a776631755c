package org.dcos.net.redfish.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * What is known of one service: its root, and the session that is open with it. Everything but {@link #memory} and
 * {@link #end} happens in the caller's turn.
 */
final class Peer {

    static final int UNAUTHORIZED = 401;

    private static final String TOKEN = "X-Auth-Token"; // DSP0266 §13.3.4
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final RedfishTarget target;
    private final Line line;
    private final Turns turns;
    private final Map<Class<?>, Object> memory = new ConcurrentHashMap<>();
    private volatile Optional<Json> root = Optional.empty();
    private volatile Access access = new Access.None();

    /** How one gets in. */
    private sealed interface Access {

        record None() implements Access {}

        record Token(RedfishLogin login, String token, Optional<String> location) implements Access {
            @Override
            public String toString() {
                return "session of " + login.user();
            }
        }

        /** RFC 7617, for services without sessions, or without any left. */
        record Basic(RedfishLogin login) implements Access {}
    }

    Peer(RedfishTarget target, Line line) {
        this.target = target;
        this.line = line;
        this.turns = new Turns(line.options().mostWaiting());
    }

    RedfishTarget target() {
        return target;
    }

    Line line() {
        return line;
    }

    Turns turns() {
        return turns;
    }

    /** What others have found out about this service, until it is forgotten. */
    Map<Class<?>, Object> memory() {
        return memory;
    }

    /** The service root, which needs no login (DSP0266 §6.3). */
    Json root(Duration wait) throws RedfishException, InterruptedException {
        if (root.isEmpty()) {
            root = Optional.of(greet(wait).root());
        }
        return root.get();
    }

    /** Asks for the root anew. */
    Greeting greet(Duration wait) throws RedfishException, InterruptedException {
        Line.Answer answer = line.send(target, "GET", ServicePath.ROOT, Map.of(), Optional.empty(), wait);
        if (answer.status() / 100 == 3 || answer.status() == 404) { // old ones know it without the slash
            answer = line.send(target, "GET", ServicePath.ROOT.substring(0, ServicePath.ROOT.length() - 1), Map.of(),
                    Optional.empty(), wait);
        }
        if (answer.status() / 100 != 2) {
            throw new NotRedfish(target, "%s gives HTTP status %d".formatted(ServicePath.ROOT, answer.status()));
        }
        try {
            Json json = JsonBody.read(ServicePath.ROOT, answer.body());
            if (!json.has("RedfishVersion") && !json.textOrEmpty("@odata.type").contains("ServiceRoot")) {
                throw new NotRedfish(target, "%s is no service root".formatted(ServicePath.ROOT));
            }
            return new Greeting(json, answer.certificate()
                    .orElseThrow(() -> new NotRedfish(target, "it shows no certificate that can be read")));
        } catch (MalformedJson e) {
            throw new NotRedfish(target, e.getMessage(), e);
        }
    }

    /** The headers that let a request in; opens a session when there is none of this login. */
    Map<String, String> authorization(RedfishLogin login) throws RedfishException, InterruptedException {
        Access now = access;
        if (now instanceof Access.Token old && !old.login().equals(login)) {
            end(Duration.ofSeconds(2));
        }
        Access right = switch (now) {
            case Access.Token token when token.login().equals(login) -> token;
            case Access.Basic basic when basic.login().equals(login) -> basic;
            case Access.Token _ -> open(login);
            case Access.Basic _ -> open(login);
            case Access.None _ -> open(login);
        };
        access = right;
        return switch (right) {
            case Access.Token token -> Map.of(TOKEN, token.token());
            case Access.Basic basic -> Map.of("Authorization", basic.login().basic());
            case Access.None _ -> Map.of();
        };
    }

    /** The session is over, as the service says. @return whether another can be opened: false for a wrong login */
    boolean expired() {
        boolean hadToken = access instanceof Access.Token;
        access = new Access.None();
        return hadToken;
    }

    private Access open(RedfishLogin login) throws RedfishException, InterruptedException {
        Optional<String> sessions = sessions(root(line.options().answer()));
        if (sessions.isEmpty()) {
            return new Access.Basic(login);
        }
        byte[] body = JsonBody.write(Map.of("UserName", login.user(), "Password", login.password()));
        Line.Answer answer = line.send(target, "POST", sessions.get(), Map.of(), Optional.of(body),
                line.options().answer());
        Optional<String> token = answer.headers().firstValue(TOKEN);
        if (answer.status() / 100 == 2 && token.isPresent()) {
            return new Access.Token(login, token.get(), location(answer));
        }
        return refused(login, answer);
    }

    /** A service without sessions, or with none left, may still take user and password with each request. */
    private Access refused(RedfishLogin login, Line.Answer answer) throws RedfishException {
        List<ServiceMessage> messages = messages(answer);
        boolean full = messages.stream().anyMatch(message -> message.is("SessionLimitExceeded"));
        if (full || answer.status() / 100 == 2 || answer.status() == 404 || answer.status() == 405
                || answer.status() == 501) {
            return new Access.Basic(login);
        }
        boolean unauthorized = messages.stream().anyMatch(message -> message.key().contains("Unauthorized"));
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN
                || answer.status() == BAD_REQUEST && unauthorized) {
            throw new WrongLogin(target, login.user(), ServiceMessage.sentence(messages)
                    .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text).orElse(""));
        }
        throw new RedfishRefused(target, "to open a session", answer.status(), messages);
    }

    List<ServiceMessage> messages(Line.Answer answer) {
        try {
            return ServiceMessage.of(JsonBody.read("error", answer.body()));
        } catch (MalformedJson _) { // a web page, as with a proxy between: the status says enough
            return List.of();
        }
    }

    /** Closes the session with the service, if there is one; whether it listens does not matter. */
    void end(Duration wait) throws InterruptedException {
        Access before = access;
        access = new Access.None();
        if (before instanceof Access.Token token && token.location().isPresent()) {
            try {
                line.send(target, "DELETE", token.location().get(), Map.of(TOKEN, token.token()), Optional.empty(),
                        wait);
            } catch (RedfishException _) { // it will run out by itself
            }
        }
    }

    private static Optional<String> sessions(Json root) {
        return root.object("Links").link("Sessions")
                .or(() -> root.link("SessionService").map(service -> service.replaceAll("/$", "") + "/Sessions"))
                .flatMap(Peer::path);
    }

    private static Optional<String> location(Line.Answer answer) {
        return answer.headers().firstValue("Location").or(() -> {
            try {
                return JsonBody.read("session", answer.body()).link();
            } catch (MalformedJson _) {
                return Optional.empty();
            }
        }).flatMap(Peer::path);
    }

    private static Optional<String> path(String told) {
        try {
            return Optional.of(ServicePath.of(told));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
