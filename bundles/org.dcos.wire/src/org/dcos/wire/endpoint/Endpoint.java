package org.dcos.wire.endpoint;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Role;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.wire.Json;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the API, defined once: the router answers it, the client asks it, the description lists it.
 *
 * @param name    unique, for the description: {@code list-servers}
 * @param path    template below {@link #ROOT}: {@code /servers/{id}}
 * @param shape   how the request lies on path, query and body
 * @param answer  type of the answer's body; {@code Void} for none, an Optional for one that may be missing (204)
 * @param needs   the role that the caller has to have; empty: open to anyone
 * @param success status when done
 * @param maxBody bytes of body taken
 * @param filling what is completed in the body before it is read
 */
public record Endpoint<Q extends Record, R>(String name, Method method, String path, Shape<Q> shape, Type answer,
        String summary, Optional<Role> needs, int success, int maxBody, Filling filling, Action<Q, R> action) {

    /** What all paths begin with. */
    public static final String ROOT = "/api/v1";
    /** Bytes of body taken where an endpoint says nothing else. */
    public static final int DEFAULT_MAX_BODY = 1 << 20;

    /** How the services carry it out. */
    @FunctionalInterface
    public interface Action<Q, R> {
        R call(ServerCore core, Q request) throws Problem;
    }

    /** What is completed in a body. */
    public enum Filling {
        NOTHING,
        /** A new thing: an {@code id} is made unless the caller brings one. */
        NEW_ID,
        /** The {@code id} stands in the path; one in the body must be the same. */
        ID_OF_PATH
    }

    static <Q extends Record, R> Endpoint<Q, R> get(String name, String path, Class<Q> request, TypeReference<R> answer,
            String summary, Action<Q, R> action) {
        return of(name, Method.GET, path, request, answer.getType(), summary, action);
    }

    static <Q extends Record, R> Endpoint<Q, R> get(String name, String path, Class<Q> request, Class<R> answer,
            String summary, Action<Q, R> action) {
        return of(name, Method.GET, path, request, answer, summary, action);
    }

    static <Q extends Record, R> Endpoint<Q, R> post(String name, String path, Class<Q> request, Class<R> answer,
            String summary, Action<Q, R> action) {
        return of(name, Method.POST, path, request, answer, summary, action).needs(Role.OPERATOR);
    }

    static <Q extends Record, R> Endpoint<Q, R> put(String name, String path, Class<Q> request, Class<R> answer,
            String summary, Action<Q, R> action) {
        return of(name, Method.PUT, path, request, answer, summary, action).needs(Role.OPERATOR);
    }

    /** Deletes one thing; answers 204. */
    static Endpoint<ById, Void> delete(String name, String path, String summary, Deletion deletion) {
        Endpoint<ById, Void> endpoint = of(name, Method.DELETE, path, ById.class, Void.class, summary,
                (core, request) -> {
                    deletion.delete(core, request.id());
                    return null;
                });
        return endpoint.needs(Role.OPERATOR).succeeds(204);
    }

    /** Deletes the thing with this id. */
    @FunctionalInterface
    interface Deletion {
        void delete(ServerCore core, UUID id) throws Problem;
    }

    static <Q extends Record, R> Endpoint<Q, R> of(String name, Method method, String path, Class<Q> request,
            Type answer,
            String summary, Action<Q, R> action) {
        return new Endpoint<>(name, method, path, new Shape<>(request, path), answer, summary, Optional.of(Role.VIEWER),
                200,
                DEFAULT_MAX_BODY, Filling.NOTHING, action);
    }

    Endpoint<Q, R> needs(Role role) {
        return new Endpoint<>(name, method, path, shape, answer, summary, Optional.of(role), success, maxBody, filling,
                action);
    }

    Endpoint<Q, R> openToAnyone() {
        return new Endpoint<>(name, method, path, shape, answer, summary, Optional.empty(), success, maxBody, filling,
                action);
    }

    /** Its body is read as this type, which is narrower than what the request's record says. */
    Endpoint<Q, R> reads(Class<?> type) {
        return new Endpoint<>(name, method, path, shape.reading(type), answer, summary, needs, success, maxBody,
                filling, action);
    }

    /** Its answer is of this type, which is narrower than what the action says. */
    Endpoint<Q, R> answers(Type type) {
        return new Endpoint<>(name, method, path, shape, type, summary, needs, success, maxBody, filling, action);
    }

    Endpoint<Q, R> succeeds(int status) {
        return new Endpoint<>(name, method, path, shape, answer, summary, needs, status, maxBody, filling, action);
    }

    Endpoint<Q, R> takes(int bytes) {
        return new Endpoint<>(name, method, path, shape, answer, summary, needs, success, bytes, filling, action);
    }

    Endpoint<Q, R> fills(Filling what) {
        return new Endpoint<>(name, method, path, shape, answer, summary, needs, success, maxBody, what, action);
    }

    /** A value in a path, decoded. */
    public static String decodeSegment(String segment) throws Invalid {
        return Query.decodeSegment(segment);
    }

    /** Whether a body is expected. */
    public boolean hasBody() {
        return shape.body().isPresent();
    }

    /**
     * The request as the services want it.
     *
     * @param inPath decoded values of the path
     * @param query  the query, encoded
     * @param body   what was sent, empty where {@link #hasBody()} says none is expected
     * @throws Invalid naming what is wrong with it
     */
    public Q read(Map<String, String> inPath, String query, byte[] body) throws Invalid {
        return shape.read(inPath, Query.parse(query), hasBody() ? readBody(inPath, body) : null);
    }

    private Object readBody(Map<String, String> inPath, byte[] body) throws Invalid {
        Type type = shape.body().orElseThrow();
        if (shape.rawBody()) {
            return body;
        }
        if (filling == Filling.NOTHING) {
            return Json.read(body, type);
        }
        ObjectNode node = Json.readObject(body);
        if (filling == Filling.NEW_ID && !node.has("id")) {
            node.put("id", UUID.randomUUID().toString());
        }
        if (filling == Filling.ID_OF_PATH) {
            String id = inPath.get("id");
            if (node.has("id") && !id.equalsIgnoreCase(node.path("id").asString(""))) {
                throw Invalid.field("id",
                        "The id in the body is another one than in the path; leave it out or make them equal.");
            }
            node.put("id", id);
        }
        return Json.convert(node, type);
    }

    /** Carries the request out. */
    public WireResponse answer(ServerCore core, Q request) throws Problem {
        return response(action.call(core, request));
    }

    private WireResponse response(R result) {
        if (result instanceof byte[] content) {
            return new WireResponse(success, Map.of("Content-Type", WireResponse.BYTES), content);
        }
        Object body = result instanceof Optional<?> optional ? optional.orElse(null) : result;
        return body == null ? new WireResponse(204, Map.of(), new byte[0])
                : new WireResponse(success, Map.of("Content-Type", WireResponse.JSON), Json.write(body, written()));
    }

    private Type written() {
        return answer instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : answer;
    }

    /** What a client sends. */
    public WireRequest request(Q request) {
        Map<String, String> type = hasBody()
                ? Map.of("Content-Type", shape.rawBody() ? "application/octet-stream" : WireResponse.JSON)
                : Map.of();
        byte[] body = shape.body(request).map(b -> b instanceof byte[] bytes ? bytes : Json.writeRequest(b))
                .orElse(new byte[0]);
        return WireRequest.of(method.name(), ROOT + shape.path(request), shape.query(request), type, body);
    }

    /**
     * What a client got.
     *
     * @throws Problem what the server-core refused, or Unavailable when the answer is not one of ours
     */
    public R result(WireResponse response) throws Problem {
        if (!response.success()) {
            throw problem(response);
        }
        boolean optional = answer.getTypeName().startsWith(Optional.class.getName());
        if (response.status() == 204) {
            @SuppressWarnings("unchecked") // an endpoint whose answer may be missing has an Optional as its R
            R missing = optional ? (R) Optional.empty() : null;
            return missing;
        }
        if (answer == byte[].class) {
            @SuppressWarnings("unchecked") // an endpoint that answers bytes has byte[] as its R
            R content = (R) response.body();
            return content;
        }
        try {
            return Json.read(response.body(), answer);
        } catch (Invalid invalid) {
            throw new Unavailable(
                    "The server-core's answer to %s cannot be read: %s".formatted(name, invalid.getMessage()), invalid);
        }
    }

    /** What a refusal says. */
    public static Problem problem(WireResponse response) {
        if (response.header("Content-Type").filter(t -> t.startsWith(WireResponse.PROBLEM_JSON)).isPresent()) {
            try {
                return Json.<ProblemDetails>read(response.body(), ProblemDetails.class).toProblem();
            } catch (Invalid _) {
                return strange(response);
            }
        }
        return strange(response);
    }

    private static Problem strange(WireResponse response) {
        return new Unavailable(
                ("What answers is no server-core: status %d, %s. "
                        + "Check address and port, and whether a proxy is in between.")
                                .formatted(response.status(),
                                        response.header("Content-Type").orElse("no content type")));
    }

    /** A request without anything in it. */
    public record None() {}

    /** A request about one thing. */
    public record ById(UUID id) {}

    /** A request for a part of a list. */
    public record Paged(org.dcos.domain.PageRequest page) {}

    /** The endpoint's parts of path, split at slashes. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/"));
    }
}
