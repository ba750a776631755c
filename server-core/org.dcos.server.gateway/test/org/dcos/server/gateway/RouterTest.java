package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.wire.Json;
import org.dcos.wire.ProblemDetails;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private static final String IDC = "{\"name\":\"Shanghai A\"}";
    private final FakeGateway gateway = new FakeGateway();

    @Test
    void only_the_version_is_open_to_anyone() {
        assertThat(gateway.handle(bare("GET", "/api/v1/version", "")).status()).isEqualTo(200);
        for (Endpoint<?, ?> endpoint : Endpoints.ALL) {
            if (!endpoint.path().equals("/version")) {
                String path = "/api/v1" + endpoint.path().replace("{id}", UUID.randomUUID().toString());
                WireResponse answer = gateway.handle(bare(endpoint.method().name(), path, ""));
                assertThat(answer.status()).as(endpoint.name()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer realm=\"DCOS\"");
            }
        }
        for (String path : List.of("/api/v1/openapi.json", "/api/v1/nothing", "/", "/api/v1", "/admin",
                "/api/v1/version/x")) {
            assertThat(gateway.handle(bare("GET", path, "")).status()).as(path).isEqualTo(401);
        }
        assertThat(gateway.events(bare("GET", "/api/v1/events", "")).head().status()).isEqualTo(401);
    }

    @Test
    void an_unknown_resource_is_404_and_a_wrong_method_405_with_those_allowed() {
        assertProblem(ask("GET", "/api/v1/servres", ""), 404, "not-found");
        assertProblem(ask("GET", "/api/v1/servers/", ""), 404, "not-found");
        WireResponse wrong = ask("DELETE", "/api/v1/servers", "");
        assertProblem(wrong, 405, "wrong-method");
        assertThat(wrong.header("Allow")).hasValue("GET, POST");
        assertThat(ask("POST", "/api/v1/events", "").header("Allow")).hasValue("GET");
        assertThat(ask("PATCH", "/api/v1/servers/" + UUID.randomUUID(), "").header("Allow"))
                .hasValue("DELETE, GET, PUT");
    }

    @Test
    void every_answer_says_its_version_and_is_not_to_be_cached() {
        WireResponse answer = ask("GET", "/api/v1/me", "");
        assertThat(answer.header("DCOS-Api")).hasValue("v1");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void another_version_is_refused_but_for_the_version_itself() {
        assertProblem(gateway.handle(request("GET", "/api/v1/me", "", "").with("DCOS-Api", "v2")), 400,
                "other-version");
        assertThat(gateway.handle(bare("GET", "/api/v1/version", "").with("DCOS-Api", "v2")).status()).isEqualTo(200);
    }

    @Test
    void broken_json_is_400_with_line_and_column() {
        ProblemDetails problem = assertProblem(ask("POST", "/api/v1/idcs", "{\n\"name\": ,\n}"), 400, "malformed");
        assertThat(problem.detail()).contains("line 2, column");
    }

    @Test
    void a_wrong_field_is_named() {
        ProblemDetails problem = assertProblem(ask("POST", "/api/v1/servers", "{\"name\":5}"), 400, "malformed");
        assertThat(problem.violations()).containsExactly(new Invalid.Violation("name", "A text is expected here."));
        assertThat(problem.instance()).isEqualTo("/api/v1/servers");
    }

    @Test
    void wrong_parameters_are_all_named() {
        WireRequest request = request("GET", "/api/v1/servers", "limt=5&offset=x&rack=1&state=BROKEN", "");
        ProblemDetails problem = assertProblem(gateway.handle(request), 400, "malformed");
        assertThat(problem.violations()).extracting(Invalid.Violation::field).containsExactlyInAnyOrder("limt",
                "offset", "rack", "state");
    }

    @Test
    void a_limit_out_of_range_is_named() {
        ProblemDetails problem = assertProblem(gateway.handle(request("GET", "/api/v1/servers", "limit=20001", "")),
                400, "malformed");
        assertThat(problem.violations()).extracting(Invalid.Violation::field).containsExactly("limit");
    }

    @Test
    void a_create_gets_an_id_where_none_is_given() {
        assertThat(ask("POST", "/api/v1/idcs", IDC).status()).isEqualTo(201);
        var saved = (Idc) gateway.core.last().arguments().getFirst();
        assertThat(saved.id()).isNotNull();
        assertThat(saved.version()).isZero();
        assertThat(saved.name()).isEqualTo("Shanghai A");
    }

    @Test
    void a_save_takes_the_id_of_the_path_and_refuses_another_in_the_body() {
        UUID id = UUID.randomUUID();
        assertThat(ask("PUT", "/api/v1/idcs/" + id, IDC).status()).isEqualTo(200);
        assertThat(((Idc) gateway.core.last().arguments().getFirst()).id()).isEqualTo(id);
        ProblemDetails problem = assertProblem(ask("PUT", "/api/v1/idcs/" + id,
                "{\"id\":\"%s\",\"name\":\"x\"}".formatted(UUID.randomUUID())), 400, "malformed");
        assertThat(problem.violations()).extracting(Invalid.Violation::field).containsExactly("id");
    }

    @Test
    void what_a_service_refuses_has_its_own_status() {
        gateway.core.refusing(Invalid.field("name", "is taken"));
        assertThat(assertProblem(ask("POST", "/api/v1/idcs", IDC), 422, "invalid").violations()).hasSize(1);
        gateway.core.refusing(new Conflict("old"));
        assertProblem(ask("POST", "/api/v1/idcs", IDC), 409, "conflict");
    }

    @Test
    void a_body_that_is_no_json_by_its_type_is_415() {
        assertProblem(
                gateway.handle(request("POST", "/api/v1/idcs", "", IDC).with("Content-Type",
                        "application/x-www-form-urlencoded")),
                415, "unsupported-media-type");
        WireRequest form = request("POST", "/api/v1/baselines", "name=a.csv", "x").with("Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(assertProblem(gateway.handle(form), 415, "unsupported-media-type").detail())
                .contains("--data-binary");
    }

    @Test
    void a_body_too_large_is_413_whether_announced_or_not() {
        byte[] large = new byte[Endpoint.DEFAULT_MAX_BODY + 1];
        WireRequest silent = request("POST", "/api/v1/idcs", "", new String(large, StandardCharsets.ISO_8859_1));
        assertProblem(gateway.handle(silent), 413, "too-large");
        var untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was read");
            }
        };
        var announced = new WireRequest("POST", "/api/v1/idcs", "", Map.of("Content-Type", List.of("application/json"),
                "Authorization", List.of("Bearer admin-token"), "Content-Length", List.of("99999999")), untouched,
                "10.0.0.1");
        assertProblem(gateway.handle(announced), 413, "too-large");
    }

    @Test
    void no_body_is_read_from_strangers_or_for_those_who_may_not() {
        var poisoned = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was read");
            }
        };
        Map<String, List<String>> json = Map.of("Content-Type", List.of("application/json"));
        assertThat(gateway.handle(new WireRequest("POST", "/api/v1/idcs", "", json, poisoned, "10.0.0.1")).status())
                .isEqualTo(401);
        Map<String, List<String>> viewer = Map.of("Content-Type", List.of("application/json"), "Authorization",
                List.of("Bearer viewer-token"));
        assertThat(gateway.handle(new WireRequest("POST", "/api/v1/idcs", "", viewer, poisoned, "10.0.0.1")).status())
                .isEqualTo(403);
    }

    @Test
    void user_and_password_get_a_token_and_nothing_else() {
        String order = "{\"name\":\"x\",\"role\":\"VIEWER\"}";
        assertThat(gateway.handle(signIn("POST", "/api/v1/tokens", "li.wei:correct horse: battery", order)).status())
                .isEqualTo(201);
        assertThat(gateway.core.last().caller().name()).isEqualTo("li.wei");
        assertThat(assertProblem(gateway.handle(signIn("GET", "/api/v1/me", "li.wei:correct horse: battery", "")), 401,
                "not-authenticated")
                        .detail()).contains("POST /api/v1/tokens");
    }

    @Test
    void after_ten_wrong_passwords_an_origin_waits_but_its_tokens_still_work() {
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.handle(signIn("POST", "/api/v1/tokens", "li.wei:guess" + i, "{}")).status())
                    .isEqualTo(401);
        }
        WireResponse blocked = gateway.handle(signIn("POST", "/api/v1/tokens", "li.wei:correct horse: battery", "{}"));
        assertProblem(blocked, 429, "too-many-attempts");
        assertThat(Integer.parseInt(blocked.header("Retry-After").orElseThrow())).isBetween(1, 60);
        assertThat(gateway.credentials.passwordChecks()).isEqualTo(10);
        assertThat(ask("GET", "/api/v1/me", "").status()).isEqualTo(200);
        assertThat(gateway.handle(signIn("POST", "/api/v1/tokens", "li.wei:guess", "{}").from("10.9.9.9")).status())
                .isEqualTo(401);
    }

    @Test
    void failed_sign_ins_are_audited_without_what_was_tried_and_not_without_bound() {
        for (int i = 0; i < 50; i++) {
            gateway.handle(bare("GET", "/api/v1/me", "").with("Authorization", "Bearer guess-" + i));
        }
        assertThat(gateway.audit).hasSize(10).allSatisfy(e -> {
            assertThat(e.action()).isEqualTo("access.refused");
            assertThat(e.origin()).isEqualTo("10.0.0.1");
            assertThat(e.toString()).doesNotContain("guess");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer  ", "Basic", "Basic !!", "Basic Zm9v", "Digest x", "",
        "Bearer\tadmin-token", "bearer wrong"})
    void broken_credentials_are_401(String header) {
        assertThat(gateway.handle(bare("POST", "/api/v1/tokens", "{}").with("Authorization", header)).status())
                .isEqualTo(401);
    }

    @Test
    void lists_are_filtered_and_cut_where_the_service_gives_the_whole() throws Invalid {
        gateway.core.answering(5);
        int all = Json.<Map<String, Object>>read(ask("GET", "/api/v1/alert-rules", "").body(), Map.class)
                .get("items") instanceof List<?> l ? l.size() : -1;
        Map<String, Object> none = Json.read(
                gateway.handle(request("GET", "/api/v1/alert-rules", "limit=1&offset=" + all, "")).body(), Map.class);
        assertThat((List<?>) none.get("items")).isEmpty();
        assertThat(none.get("total")).isEqualTo(all);
    }

    @Test
    void the_description_needs_a_token() {
        WireResponse answer = ask("GET", "/api/v1/openapi.json", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("{\"openapi\":\"3.1.0\"");
    }

    @Test
    void a_last_event_id_that_is_no_number_is_refused() {
        WireRequest request = request("GET", "/api/v1/events", "", "").with("Last-Event-ID", "abc");
        assertThat(gateway.events(request).head().status()).isEqualTo(400);
    }

    private WireResponse ask(String method, String path, String body) {
        return gateway.handle(request(method, path, "", body));
    }

    private static WireRequest request(String method, String path, String query, String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new WireRequest(method, path, query, Map.of("Content-Type", List.of("application/json; charset=utf-8"),
                "Authorization", List.of("Bearer admin-token")), bytes, "10.0.0.1");
    }

    private static WireRequest bare(String method, String path, String body) {
        return new WireRequest(method, path, "", Map.of("Content-Type", List.of("application/json")),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "10.0.0.1");
    }

    private static WireRequest signIn(String method, String path, String pair, String body) {
        return bare(method, path, body).with("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemDetails assertProblem(WireResponse answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        try {
            ProblemDetails problem = Json.read(answer.body(), ProblemDetails.class);
            assertThat(problem.type()).isEqualTo("urn:dcos:problem:" + type);
            assertThat(problem.status()).isEqualTo(status);
            return problem;
        } catch (Invalid e) {
            throw new AssertionError("No problem details", e);
        }
    }
}
