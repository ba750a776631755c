package org.dcos.wire;

import java.lang.reflect.Type;
import java.util.List;

import org.dcos.domain.problem.Invalid;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON codec of the wire. Records by their components; an empty Optional is left out; instants and durations in
 * ISO-8601; a sealed interface's object says its case in {@code type}, in kebab-case; enums by name. What is read is
 * checked: unknown, doubled and missing fields, nesting beyond {@value #MAX_DEPTH} and over-long numbers are refused,
 * with the path of the field.
 */
public final class Json {

    /** Deepest nesting taken. */
    public static final int MAX_DEPTH = 50;
    /** Longest single text taken, in characters. */
    public static final int MAX_TEXT = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT).maxNumberLength(50).maxNameLength(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .annotationIntrospector(new DomainIntrospector())
            .addModule(SecretJson.module())
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT,
                    JsonInclude.Include.ALWAYS))
            .withConfigOverride(java.util.OptionalInt.class, o -> o.setInclude(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    /** An answer's body. @throws IllegalStateException when it has a secret in it */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** An answer's body of this type, which tells the cases of sealed interfaces in lists. */
    public static byte[] write(Object value, Type type) {
        return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsBytes(value);
    }

    /** A request's body: secrets in it are written. */
    public static byte[] writeRequest(Object value) {
        return MAPPER.writer().withAttribute(SecretJson.IN_REQUEST, Boolean.TRUE).writeValueAsBytes(value);
    }

    /** One line of JSON as text. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws Invalid with line and column where it is no JSON, with the field where it is not what is expected */
    public static <T> T read(byte[] json, Type type) throws Invalid {
        try {
            return notNull(MAPPER.readValue(json, MAPPER.constructType(type)));
        } catch (JacksonException e) {
            throw JsonErrors.invalid(e);
        }
    }

    /** @throws Invalid as {@link #read(byte[], Type)} */
    public static <T> T read(String json, Type type) throws Invalid {
        try {
            return notNull(MAPPER.readValue(json, MAPPER.constructType(type)));
        } catch (JacksonException e) {
            throw JsonErrors.invalid(e);
        }
    }

    /** Reads an object whose fields are to be completed before it becomes a record. */
    public static ObjectNode readObject(byte[] json) throws Invalid {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Invalid.field("", "A JSON object is expected as the body.");
        } catch (JacksonException e) {
            throw JsonErrors.invalid(e);
        }
    }

    /** @throws Invalid with the field that is not what is expected */
    public static <T> T convert(ObjectNode node, Type type) throws Invalid {
        try {
            return MAPPER.readValue(MAPPER.treeAsTokens(node), MAPPER.constructType(type));
        } catch (JacksonException e) {
            throw JsonErrors.invalid(e);
        }
    }

    /** Whether a record's component may be left out of what is sent: it then is empty, false or 0. */
    public static boolean mayBeLeftOut(Class<?> record, Class<?> type, String component) {
        return DomainIntrospector.mayBeLeftOut(record, type, component);
    }

    /** The records that a sealed interface has as its cases. */
    public static List<Class<?>> cases(Class<?> sealed) {
        return DomainIntrospector.cases(sealed).toList();
    }

    /** An empty object to be filled. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static <T> T notNull(T value) throws Invalid {
        if (value == null) {
            throw Invalid.field("", "The body is null.");
        }
        return value;
    }

    private Json() {}
}
