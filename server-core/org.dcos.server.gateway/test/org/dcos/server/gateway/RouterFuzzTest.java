package org.dcos.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.dcos.wire.Json;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is never a 500, and never takes the router down. Seeded: a failure can be repeated. */
class RouterFuzzTest {

    private static final int ROUNDS = 300;
    private static final List<String> SPICE = List.of("null", "{}", "[]", "\"\"", "1e999", "-1", "99999999999999999999",
            "true", "\u0000",
            "\"PT999999999999999H\"", "\"-999999999-01-01T00:00:00Z\"", "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "{\"type\":1}",
            "{\"type\":\"sensor-limit\"}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\"\\ud800\"",
            "1.5", "/*", "NaN");
    private static final List<String> PARAMETERS = List.of("offset", "limit", "rack", "state", "text", "metric",
            "label", "name", "dry-run",
            "open", "severity", "subject", "matched", "x");

    private final FakeGateway gateway = new FakeGateway();

    @Test
    void malformed_bodies_never_give_500() {
        var random = new Random(20260701);
        for (Endpoint<?, ?> endpoint : Endpoints.ALL) {
            for (int round = 0; endpoint.hasBody() && round < ROUNDS; round++) {
                String body = mutated(valid(endpoint, round), random);
                WireResponse answer = send(endpoint.method().name(), path(endpoint), query(random, round),
                        body.getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).as("%s with %s", endpoint.name(), body).isNotEqualTo(500);
            }
        }
    }

    @Test
    void malformed_addresses_never_give_500() {
        var random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            Endpoint<?, ?> endpoint = Endpoints.ALL.get(random.nextInt(Endpoints.ALL.size()));
            String path = mutated(path(endpoint), random);
            WireResponse answer = send("GET", path, mutated(query(random, round), random), new byte[0]);
            assertThat(answer.status()).as("%s", path).isNotEqualTo(500);
        }
    }

    @Test
    void random_bytes_never_give_500() {
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(send("POST", "/api/v1/alert-rules", "", bytes).status()).isEqualTo(400);
        }
    }

    private WireResponse send(String method, String path, String query, byte[] body) {
        gateway.core.answering(3);
        return gateway.handle(new WireRequest(method, path, query, Map.of("Content-Type", List.of("application/json"),
                "Authorization", List.of("Bearer admin-token")), new ByteArrayInputStream(body), "10.0.0.1"));
    }

    private static String path(Endpoint<?, ?> endpoint) {
        return "/api/v1" + endpoint.path().replace("{id}", new UUID(1, 2).toString());
    }

    private static String valid(Endpoint<?, ?> endpoint, long seed) {
        Type type = endpoint.shape().body().orElseThrow();
        Object sample = new Samples(seed).of(type);
        return sample instanceof byte[] bytes ? Arrays.toString(bytes)
                : new String(Json.writeRequest(sample), StandardCharsets.UTF_8);
    }

    private static String query(Random random, int round) {
        return round % 3 == 0 ? ""
                : PARAMETERS.get(random.nextInt(PARAMETERS.size())) + "="
                        + SPICE.get(random.nextInt(SPICE.size())).length()
                        + "&name=a.csv";
    }

    private static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(6)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, SPICE.get(random.nextInt(SPICE.size())));
                case 2 -> changed.setLength(at);
                case 3 -> changed.setCharAt(at, (char) random.nextInt(0x250));
                case 4 -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 20)));
                default -> replaceValue(changed, at, SPICE.get(random.nextInt(SPICE.size())));
            }
        }
        return changed.toString();
    }

    private static void replaceValue(StringBuilder json, int from, String value) {
        int colon = json.indexOf(":", from);
        int end = colon < 0 ? -1 : json.indexOf(",", colon);
        if (end > 0) {
            json.replace(colon + 1, end, value);
        }
    }
}
