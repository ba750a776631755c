package org.dcos.wire.openapi;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.event.NumberedEvent;
import org.dcos.wire.Json;
import org.dcos.wire.Names;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.dcos.wire.endpoint.Parameter;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes the API as OpenAPI 3.1, from the endpoints and the records they carry. */
public final class OpenApi {

    private static final class Holder {
        static final byte[] JSON = Json.write(new OpenApi().document());
    }

    private final Descriptions descriptions = new Descriptions();
    private final Schemas schemas = new Schemas(descriptions);

    /** The description; not to be changed. */
    public static byte[] json() {
        return Holder.JSON;
    }

    private ObjectNode document() {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info").put("title", "DCOS server-core").put("version",
                WireResponse.API_VERSION);
        descriptions.find("info").ifPresent(text -> info.put("description", text));
        info.putObject("license").put("name", "EPL-2.0").put("identifier", "EPL-2.0");
        document.putArray("servers").addObject().put("url", Endpoint.ROOT);
        document.putArray("security").addObject().putArray("bearer");
        ObjectNode paths = document.putObject("paths");
        for (Endpoint<?, ?> endpoint : Endpoints.ALL) {
            ObjectNode path = paths.has(endpoint.path()) ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            path.set(Names.kebab(endpoint.method().name().toLowerCase(java.util.Locale.ROOT)), operation(endpoint));
        }
        paths.putObject("/events").set("get", events());
        paths.putObject("/openapi.json").set("get", description());
        ObjectNode components = document.putObject("components");
        components.putObject("responses").set("Problem", problem());
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("bearer").put("type", "http").put("scheme", "bearer");
        security.putObject("basic").put("type", "http").put("scheme", "basic");
        components.set("schemas", schemas.components());
        return document;
    }

    private ObjectNode operation(Endpoint<?, ?> endpoint) {
        ObjectNode operation = head(endpoint.name(), tag(endpoint), endpoint.summary());
        operation.put("description",
                endpoint.needs().map(role -> "Needs the role %s.".formatted(role)).orElse("Open to anyone."));
        if (endpoint.needs().isEmpty()) {
            operation.putArray("security");
        } else if ("issue-token".equals(endpoint.name())) {
            ArrayNode either = operation.putArray("security");
            either.addObject().putArray("bearer");
            either.addObject().putArray("basic");
        }
        List<Parameter> parameters = endpoint.shape().parameters();
        if (!parameters.isEmpty()) {
            ArrayNode list = operation.putArray("parameters");
            parameters.forEach(p -> list.add(parameter(p)));
        }
        endpoint.shape().body().ifPresent(type -> {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            String media = endpoint.shape().rawBody() ? "application/octet-stream" : WireResponse.JSON;
            ObjectNode content = body.putObject("content").putObject(media);
            content.set("schema", endpoint.shape().rawBody() ? Json.object() : schemas.of(type));
        });
        responses(operation, endpoint);
        return operation;
    }

    private void responses(ObjectNode operation, Endpoint<?, ?> endpoint) {
        ObjectNode responses = operation.putObject("responses");
        boolean optional = endpoint.answer().getTypeName().startsWith(Optional.class.getName());
        if (endpoint.success() != 204) {
            ObjectNode success = responses.putObject(Integer.toString(endpoint.success())).put("description", "Done.");
            boolean bytes = endpoint.answer() == byte[].class;
            success.putObject("content").putObject(bytes ? WireResponse.BYTES : WireResponse.JSON).set("schema",
                    bytes ? Json.object() : schemas.of(endpoint.answer()));
        }
        if (endpoint.success() == 204 || optional) {
            responses.putObject("204").put("description", optional ? "There is none yet." : "Done.");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private ObjectNode parameter(Parameter parameter) {
        ObjectNode node = Json.object().put("name", parameter.name()).put("in", parameter.inPath() ? "path" : "query")
                .put("required", parameter.required());
        descriptions.find(parameter.owner() + "." + parameter.name())
                .or(() -> descriptions.find("parameter." + parameter.name()))
                .ifPresent(text -> node.put("description", text));
        ObjectNode schema = schemas.of(parameter.type());
        if (parameter.repeated()) {
            ObjectNode list = Json.object().put("type", "array");
            list.set("items", schema);
            node.set("schema", list);
        } else {
            parameter.standard().ifPresent(text -> {
                if (parameter.type() == int.class) {
                    schema.put("default", Integer.parseInt(text));
                } else {
                    schema.put("default", Boolean.parseBoolean(text));
                }
            });
            node.set("schema", schema);
        }
        return node;
    }

    private ObjectNode events() {
        ObjectNode operation = head("stream-events", "events", "The stream of events, as server-sent events.");
        descriptions.find("events").ifPresent(text -> operation.put("description", text));
        ObjectNode last = operation.putArray("parameters").addObject().put("name", "Last-Event-ID").put("in", "header")
                .put("required", false);
        descriptions.find("parameter.Last-Event-ID").ifPresent(text -> last.put("description", text));
        last.putObject("schema").put("type", "integer").put("format", "int64");
        ObjectNode responses = operation.putObject("responses");
        ObjectNode stream = responses.putObject("200").put("description", "Frames whose data is a NumberedEvent.");
        stream.putObject("content").putObject(WireResponse.EVENT_STREAM).set("schema", schemas.of(NumberedEvent.class));
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private static ObjectNode description() {
        ObjectNode operation = head("get-description", "access", "This description.");
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "Done.").putObject("content").putObject(WireResponse.JSON)
                .putObject("schema").put("type", "object");
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return operation;
    }

    private ObjectNode problem() {
        ObjectNode response = Json.object().put("description", "Why nothing was done (RFC 9457).");
        response.putObject("content").putObject(WireResponse.PROBLEM_JSON).set("schema",
                schemas.of(ProblemDetails.class));
        return response;
    }

    private static ObjectNode head(String name, String tag, String summary) {
        ObjectNode operation = Json.object().put("operationId", name).put("summary", summary);
        operation.putArray("tags").add(tag);
        return operation;
    }

    private static String tag(Endpoint<?, ?> endpoint) {
        return endpoint.segments().getFirst();
    }
}
