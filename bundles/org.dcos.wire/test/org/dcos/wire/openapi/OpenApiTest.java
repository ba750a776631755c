package org.dcos.wire.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.dcos.domain.problem.Invalid;
import org.dcos.wire.Json;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)\\}");
    private Map<String, Object> document;

    @BeforeEach
    void read() throws Invalid {
        document = Json.read(OpenApi.json(), Map.class);
    }

    @Test
    void says_its_version_and_licence() {
        assertThat(document.get("openapi")).isEqualTo("3.1.0");
        assertThat(at(document, "info", "version")).isEqualTo("v1");
        assertThat(at(document, "info", "license", "identifier")).isEqualTo("EPL-2.0");
    }

    @Test
    void has_every_endpoint_under_its_method() {
        for (Endpoint<?, ?> endpoint : Endpoints.ALL) {
            assertThat(at(document, "paths", endpoint.path(),
                    endpoint.method().name().toLowerCase(java.util.Locale.ROOT), "operationId"))
                            .isEqualTo(endpoint.name());
        }
    }

    @Test
    void paths_are_plural_or_kebab_case() {
        assertThat(map(document, "paths").keySet())
                .allMatch(p -> p.matches("(/(\\{(id|kind|number)\\}|[a-z]+(-[a-z]+)*(\\.json)?))+"));
    }

    @Test
    void operation_ids_are_unique() {
        List<String> ids = operations().stream().map(o -> String.valueOf(o.get("operationId"))).toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("null");
    }

    @Test
    void every_variable_of_a_path_is_a_required_parameter() {
        map(document, "paths").forEach((path, methods) -> {
            Set<String> variables = new HashSet<>();
            VARIABLE.matcher(path).results().forEach(r -> variables.add(r.group(1)));
            for (Object operation : ((Map<?, ?>) methods).values()) {
                Set<Object> inPath = new HashSet<>();
                for (Object parameter : parameters((Map<?, ?>) operation)) {
                    if ("path".equals(((Map<?, ?>) parameter).get("in"))) {
                        assertThat(((Map<?, ?>) parameter).get("required")).isEqualTo(true);
                        inPath.add(((Map<?, ?>) parameter).get("name"));
                    }
                }
                assertThat(inPath).as(path).isEqualTo(variables);
            }
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new TreeSet<String>();
        collect(document, references);
        assertThat(references).isNotEmpty().allSatisfy(r -> {
            assertThat(r).startsWith("#/");
            assertThat(at(document, r.substring(2).split("/"))).as(r).isNotNull();
        });
    }

    @Test
    void every_list_can_be_paged() {
        for (Endpoint<?, ?> endpoint : Endpoints.ALL) {
            if (endpoint.name().startsWith("list-")) {
                assertThat(endpoint.shape().parameters()).as(endpoint.name()).extracting("name").contains("offset",
                        "limit");
                assertThat(endpoint.answer().getTypeName()).startsWith("org.dcos.domain.Page<");
                assertThat(endpoint.shape().parameters().size()).as("filters of " + endpoint.name()).isGreaterThan(2);
            }
        }
    }

    @Test
    void only_the_version_needs_no_token() {
        assertThat(operations().stream().filter(o -> List.of().equals(o.get("security")))
                .map(o -> String.valueOf(o.get("operationId"))))
                        .containsExactly("get-version");
    }

    @Test
    void sealed_types_tell_their_cases_by_type() {
        assertThat(at(document, "components", "schemas", "Condition", "discriminator", "mapping", "sensor-limit"))
                .isEqualTo("#/components/schemas/ConditionSensorLimit");
        assertThat(at(document, "components", "schemas", "ConditionSensorLimit", "properties", "type", "const"))
                .isEqualTo("sensor-limit");
    }

    @Test
    void every_text_belongs_to_something_that_is_described() {
        String text = new String(OpenApi.json(), java.nio.charset.StandardCharsets.UTF_8);
        var descriptions = new Descriptions();
        assertThat(descriptions.keys()).allSatisfy(key -> {
            String written = new String(Json.write(descriptions.find(key).orElseThrow()),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).as(key).contains(written);
        });
    }

    private List<Map<?, ?>> operations() {
        var all = new ArrayList<Map<?, ?>>();
        map(document, "paths").values()
                .forEach(methods -> ((Map<?, ?>) methods).values().forEach(o -> all.add((Map<?, ?>) o)));
        return all;
    }

    private static List<?> parameters(Map<?, ?> operation) {
        return operation.get("parameters") instanceof List<?> list ? list : List.of();
    }

    private static Object at(Object node, String... path) {
        Object here = node;
        for (String step : path) {
            here = ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    private static Map<String, Object> map(Map<String, Object> node, String key) {
        return cast(node.get(key));
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys
    private static Map<String, Object> cast(Object node) {
        return (Map<String, Object>) node;
    }

    private static void collect(Object node, Set<String> references) {
        switch (node) {
            case Map<?, ?> object -> object.forEach((key, value) -> {
                if ("$ref".equals(key)) {
                    references.add((String) value);
                }
                collect(value, references);
            });
            case List<?> list -> list.forEach(item -> collect(item, references));
            case null, default -> {}
        }
    }
}
