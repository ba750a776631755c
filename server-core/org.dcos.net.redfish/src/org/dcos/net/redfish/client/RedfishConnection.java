package org.dcos.net.redfish.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * Requests to one service under one login. The session behind it is shared and outlives this; each request waits for
 * its turn. Reading is tried again once; what changes something is sent once.
 */
public final class RedfishConnection {

    private static final int ACCEPTED = 202;
    private static final int PRECONDITION_FAILED = 412;
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Peer peer;
    private final RedfishLogin login;
    private final Urgency urgency;

    RedfishConnection(Peer peer, RedfishLogin login, Urgency urgency) {
        this.peer = peer;
        this.login = login;
        this.urgency = urgency;
    }

    public RedfishTarget target() {
        return peer.target();
    }

    /** The service root. */
    public Json root() throws RedfishException, InterruptedException {
        takeTurn();
        try {
            return peer.root(peer.line().options().answer());
        } finally {
            peer.turns().give();
        }
    }

    public Json get(String path) throws RedfishException, InterruptedException {
        return read(path).body();
    }

    /** Empty when the service says that there is no such thing. */
    public Optional<Json> find(String path) throws RedfishException, InterruptedException {
        try {
            return Optional.of(get(path));
        } catch (RedfishRefused e) {
            if (e.notThere()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** With its ETag. */
    public Resource read(String path) throws RedfishException, InterruptedException {
        for (int tried = 1;; tried++) {
            try {
                Line.Answer answer = exchange("GET", path, Map.of(), Optional.empty());
                if (answer.status() != UNAVAILABLE || tried == TRIES) {
                    return resource("GET", path, answer);
                }
                Thread.sleep(pause(answer));
            } catch (ServiceSilent e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Sent once; waits for the end of the task where the service makes it one. */
    public Resource post(String path, Map<String, ?> body) throws RedfishException, InterruptedException {
        Line.Answer answer = exchange("POST", path, Map.of(), Optional.of(JsonBody.write(body)));
        return done("POST", path, answer);
    }

    public Resource delete(String path) throws RedfishException, InterruptedException {
        return done("DELETE", path, exchange("DELETE", path, Map.of(), Optional.empty()));
    }

    /** Changes what was read before under its ETag; read anew when somebody else was faster. */
    public Resource patch(String path, Map<String, ?> change) throws RedfishException, InterruptedException {
        byte[] body = JsonBody.write(change);
        Optional<String> etag = read(path).etag();
        Line.Answer answer = patch(path, body, etag);
        if (answer.status() == PRECONDITION_FAILED) {
            etag = read(path).etag();
            answer = patch(path, body, etag);
        }
        if (answer.status() == PRECONDITION_FAILED && etag.filter(tag -> tag.startsWith("W/")).isPresent()) {
            // RFC 9110 §13.1.1 compares strongly, and some services hold to it while they tell weak tags
            answer = patch(path, body, etag.map(tag -> tag.substring(2)));
        }
        if (answer.status() == PRECONDITION_REQUIRED && etag.isEmpty()) {
            answer = patch(path, body, Optional.of("*"));
        }
        Resource result = done("PATCH", path, answer);
        refuseRemarks(path, change, result);
        return result;
    }

    private Line.Answer patch(String path, byte[] body, Optional<String> etag)
            throws RedfishException, InterruptedException {
        return exchange("PATCH", path, etag.map(tag -> Map.of("If-Match", tag)).orElse(Map.of()), Optional.of(body));
    }

    /** Success with a remark that a property was not taken is none (DSP0266 §9.5.11.1). */
    private void refuseRemarks(String path, Map<String, ?> change, Resource result) throws RedfishRefused {
        for (String name : change.keySet()) {
            if (result.body().objects(name + ServiceMessage.EXTENDED_INFO).isEmpty()) {
                continue;
            }
            List<ServiceMessage> remarks = ServiceMessage.of(result.body()).stream()
                    .filter(message -> message.key().startsWith("Property")
                            && !message.is("PropertyValueModified"))
                    .toList();
            if (!remarks.isEmpty()) {
                throw new RedfishRefused(target(), "PATCH " + path, result.status(), remarks);
            }
        }
    }

    /** What was found out about this service earlier, or is now; until it is forgotten. */
    public <T> T remembered(Class<T> type, Supplier<T> first) {
        return type.cast(peer.memory().computeIfAbsent(type, _ -> first.get()));
    }

    private Resource done(String method, String path, Line.Answer answer)
            throws RedfishException, InterruptedException {
        Resource result = resource(method, path, answer);
        if (result.status() != ACCEPTED) {
            return result;
        }
        Optional<String> monitor = result.location().or(() -> result.body().text("TaskMonitor"))
                .or(() -> result.body().link());
        return monitor.isPresent() ? await(monitor.get()) : result;
    }

    /** DSP0266 §14: 202 as long as it goes on; then the answer of what was asked for, or the task as it ended. */
    private Resource await(String monitor) throws RedfishException, InterruptedException {
        Duration bound = peer.line().options().task();
        long until = System.nanoTime() + bound.toNanos();
        while (true) {
            Line.Answer answer = exchange("GET", path(monitor), Map.of(), Optional.empty());
            Resource state = resource("GET", monitor, answer);
            String task = state.body().textOrEmpty("TaskState");
            switch (task) {
                case "Exception", "Killed", "Cancelled", "Interrupted" -> throw new RedfishRefused(target(),
                        "the order, in its task " + monitor, state.status(), ServiceMessage.of(state.body()));
                case "Completed" -> {
                    return state;
                }
                default -> {
                    if (state.status() != ACCEPTED && task.isEmpty()) {
                        return state;
                    }
                }
            }
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new TaskUnfinished(target(), monitor, bound);
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, pause(answer).toNanos())));
        }
    }

    /** One request in its turn; a session that has run out is opened again, once. */
    private Line.Answer exchange(String method, String path, Map<String, String> headers, Optional<byte[]> body)
            throws RedfishException, InterruptedException {
        String checked = path(path);
        takeTurn();
        try {
            Line.Answer answer = send(method, checked, headers, body);
            if (answer.status() == Peer.UNAUTHORIZED && peer.expired()) {
                answer = send(method, checked, headers, body);
            }
            if (answer.status() == Peer.UNAUTHORIZED) {
                peer.expired();
                throw new WrongLogin(target(), login.user(), "");
            }
            return answer;
        } finally {
            peer.turns().give();
        }
    }

    private Line.Answer send(String method, String path, Map<String, String> headers, Optional<byte[]> body)
            throws RedfishException, InterruptedException {
        var all = new HashMap<>(headers);
        all.putAll(peer.authorization(login));
        return peer.line().send(target(), method, path, all, body, peer.line().options().answer());
    }

    private void takeTurn() throws NotSent, InterruptedException {
        if (!peer.turns().take(urgency)) {
            throw new NotSent(target());
        }
    }

    private Resource resource(String method, String path, Line.Answer answer) throws RedfishException {
        if (answer.status() / 100 != 2) {
            throw new RedfishRefused(target(), method + " " + path, answer.status(), peer.messages(answer));
        }
        try {
            Json json = JsonBody.read(path, answer.body());
            return new Resource(answer.status(),
                    answer.headers().firstValue("ETag").or(() -> json.text("@odata.etag")).filter(tag -> !tag
                            .isBlank()),
                    answer.headers().firstValue("Location"), json);
        } catch (MalformedJson e) {
            throw new ProtocolViolation(target(), e.getMessage(), e);
        }
    }

    private String path(String told) throws ProtocolViolation {
        try {
            return ServicePath.of(told);
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation(target(), e.getMessage(), e);
        }
    }

    private static Duration pause(Line.Answer answer) {
        Duration told = answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(Duration.ofMillis(500));
        return told.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : told.isZero() ? Duration.ofMillis(200) : told;
    }
}
