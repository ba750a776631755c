package org.dcos.net.redfish.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.json.MalformedJson;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Every reader of a resource against mutations of the answers kept in {@code corpus.txt}, from a fixed seed: it returns
 * or throws {@link MalformedJson}, and nothing else, in bounded time.
 */
class DecoderFuzzTest {

    private static final int CASES = 20_000;
    private static final Duration ENOUGH = Duration.ofSeconds(40);
    private static final String[] TOKENS = {"null", "true", "-1", "1e999", "\"\"", "[]", "{}", "[[[[", "}", "]", ",",
        ":",
        "\"@odata.id\"", "\"Members\"", "\"\\ud800\"", "99999999999999999999999999", "\"2026-13-45T99:99:99+99:99\"",
        "\"//elsewhere/redfish\"", "0x1", "{\"@odata.id\":5}"};

    private interface Reader {
        Object read(Json json) throws MalformedJson;
    }

    private static final Map<String, Reader> READERS = Map.ofEntries(Map.entry("root", ServiceRoot::read),
            Map.entry("system", ComputerSystem::read), Map.entry("chassis", Chassis::read),
            Map.entry("manager", Manager::read), Map.entry("ethernet", EthernetInterface::read),
            Map.entry("protocol", NetworkProtocol::read), Map.entry("log", LogService::read),
            Map.entry("entry", LogEntry::read), Map.entry("account", Account::read),
            Map.entry("sensor", Sensor::single), Map.entry("old", DecoderFuzzTest::oldStyle),
            Map.entry("part", json -> Arrays.stream(Part.Kind.values()).map(kind -> Part.read(kind, json)).toList()));

    private static Object oldStyle(Json json) {
        json.objects("Temperatures").forEach(Sensor::temperature);
        json.objects("Fans").forEach(Sensor::fan);
        json.objects("Voltages").forEach(Sensor::voltage);
        json.objects("PowerControl").forEach(Sensor::consumption);
        return json.objects("PowerSupplies").stream().map(Sensor::supply).toList();
    }

    @Test
    void reads_or_refuses_whatever_comes() {
        List<String> seeds = corpus();
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            var random = new Random(266);
            int read = 0;
            for (int i = 0; i < CASES; i++) {
                byte[] input = mutated(seeds.get(random.nextInt(seeds.size())), random);
                try {
                    Json json = JsonBody.read("/redfish/v1/X", input);
                    for (Reader reader : READERS.values()) {
                        try {
                            assertThat(reader.read(json)).isNotNull();
                        } catch (MalformedJson e) {
                            assertThat(e.getMessage()).contains("/redfish/v1/X");
                        }
                    }
                    read++;
                } catch (MalformedJson _) {
                    // as good an end as any
                } catch (RuntimeException e) {
                    throw new AssertionError(new String(input, StandardCharsets.UTF_8), e);
                }
            }
            assertThat(read).as("inputs that are JSON").isBetween(CASES / 20, CASES - CASES / 20);
        });
    }

    @Test
    void reads_the_corpus_itself() throws Exception {
        for (String seed : corpus()) {
            JsonBody.read("/redfish/v1/X", seed.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x100));
                case 1 -> replaceValue(text, at, TOKENS[random.nextInt(TOKENS.length)]);
                case 2 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                default -> replaceValue(text, at, "\"" + "x".repeat(random.nextInt(3_000)) + "\"");
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    /** The value behind the next colon: so the JSON mostly stays one. */
    private static void replaceValue(StringBuilder text, int from, String value) {
        int colon = text.indexOf(":", from);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > 0) {
            text.replace(colon + 1, end, value);
        }
    }

    /** One answer a line, written after the published schemas. */
    private static List<String> corpus() {
        try (InputStream in = DecoderFuzzTest.class.getResourceAsStream("corpus.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
