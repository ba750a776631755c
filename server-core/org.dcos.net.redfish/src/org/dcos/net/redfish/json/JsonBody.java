package org.dcos.net.redfish.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads and writes bodies, within bounds that no well-meant answer comes near. */
public final class JsonBody {

    /** Longest body that is taken: a page of a log of some thousand entries is below 2 MiB. */
    public static final int LONGEST = 8 << 20;
    static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 60;
    private static final long MOST_TOKENS = 2_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(LONGEST).maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT).maxNameLength(LONGEST_NAME).maxNumberLength(LONGEST_NUMBER)
                    .maxTokenCount(MOST_TOKENS).build())
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /**
     * Reads a body that has to be an object, or empty.
     *
     * @param place the path that was asked for, for messages
     */
    public static Json read(String place, byte[] body) throws MalformedJson {
        if (body.length > LONGEST) {
            throw new MalformedJson("%s: %,d bytes, more than the %,d that are taken".formatted(place, body.length,
                    LONGEST));
        }
        if (isBlank(body)) {
            return new Json(place, JsonNodeFactory.instance.objectNode());
        }
        try {
            JsonNode node = MAPPER.readTree(body);
            if (!node.isObject()) {
                throw new MalformedJson("%s: %s where an object has to be".formatted(place, Json.kind(node)));
            }
            return new Json(place, node);
        } catch (JacksonException e) {
            throw new MalformedJson("%s: no JSON (%s)".formatted(place, e.getOriginalMessage()), e);
        }
    }

    /** @param object maps, lists, texts, numbers and flags */
    public static byte[] write(Map<String, ?> object) {
        return MAPPER.writeValueAsBytes(object);
    }

    private static boolean isBlank(byte[] body) {
        return body.length < 64 && new String(body, StandardCharsets.UTF_8).isBlank();
    }

    private JsonBody() {}
}
