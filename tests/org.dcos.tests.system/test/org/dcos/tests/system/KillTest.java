package org.dcos.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.dcos.tests.peers.ServerProcess;
import org.dcos.tests.peers.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 under load, again and again: what was acknowledged is there afterwards, and the server starts each time. */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("dcos.kill.rounds", 50);
    private static final int WRITERS = 4;
    /** Items of one change set. */
    private static final int BATCH = 60;
    /** A round's life after its first acknowledged write. */
    private static final int LONGEST_LIFE_MILLIS = 1_000;
    private static final Duration FIRST_WRITE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_by_kill_9() throws Exception {
        var random = new Random(20_261_123L);
        Queue<JsonNode> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<String> batches = new ConcurrentLinkedQueue<>();
        int listening = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = ServerProcess.start(folder.resolve("data"), "127.0.0.1:" + listening);
                    var api = Api.of(server)) {
                assertAllThere(api, acknowledged, round);
                assertWhole(api, batches, round);
                writeUntilKilled(server, api, acknowledged, batches, random.nextInt(LONGEST_LIFE_MILLIS), round);
            }
        }
        try (var server = ServerProcess.start(folder.resolve("data"), "127.0.0.1:0");
                var api = Api.of(server)) {
            assertAllThere(api, acknowledged, ROUNDS);
            assertWhole(api, batches, ROUNDS);
        }
        assertThat(acknowledged).as("acknowledged changes over all rounds").hasSizeGreaterThan(ROUNDS);
    }

    /** Reads everything back after each start. */
    private static void assertAllThere(Api api, Queue<JsonNode> acknowledged, int round) throws Exception {
        var found = new java.util.HashMap<String, JsonNode>();
        int offset = 0;
        JsonNode page;
        do {
            page = api.get("/servers?limit=20000&offset=" + offset);
            page.get("items").forEach(server -> found.put(server.get("id").asString(), server));
            offset += page.get("items").size();
        } while (page.get("items").size() > 0 && offset < page.get("total").asInt());
        for (var server : acknowledged) {
            assertThat(found.get(server.get("id").asString())).as("round %d, server %s", round, server.get("name"))
                    .isEqualTo(server);
        }
    }

    /** A change set is there as a whole or not at all, and there when it was acknowledged. */
    private static void assertWhole(Api api, Queue<String> batches, int round) throws Exception {
        var counts = new java.util.HashMap<String, Integer>();
        int offset = 0;
        JsonNode page;
        do {
            page = api.get("/owners?limit=20000&offset=" + offset);
            page.get("items").forEach(owner -> counts.merge(owner.get("phone").asString(), 1, Integer::sum));
            offset += page.get("items").size();
        } while (page.get("items").size() > 0 && offset < page.get("total").asInt());
        assertThat(counts.values()).as("round %d: parts of change sets", round).allMatch(count -> count == BATCH);
        assertThat(counts.keySet()).as("round %d", round).containsAll(batches);
    }

    private static void writeBatches(Api api, Queue<String> batches, AtomicBoolean killed, int round) throws Exception {
        for (int i = 0; i < 10_000 && !killed.get(); i++) {
            var batch = "r%d-b%d".formatted(round, i);
            var edits = IntStream.range(0, BATCH).mapToObj(n -> Map.of("type", "put", "item", Map.of("type", "owner",
                    "id", UUID.randomUUID().toString(), "name", batch + "-" + n, "phone", batch))).toList();
            try {
                api.post("/change-sets", Map.of("title", batch, "why", "", "edits", edits), 201);
                batches.add(batch);
            } catch (IOException _) {
                return; // killed
            }
        }
    }

    private static void writeUntilKilled(ServerProcess server, Api api, Queue<JsonNode> acknowledged,
            Queue<String> batches, int lifeMillis, int round)
            throws Exception {
        var killed = new AtomicBoolean();
        int before = acknowledged.size();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor();
                var killer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                writers.submit(() -> {
                    write(api, acknowledged, killed, "r%d-w%d".formatted(round, mine));
                    return null;
                });
            }
            writers.submit(() -> {
                writeBatches(api, batches, killed, round);
                return null;
            });
            Wait.until("a first write of round " + round, FIRST_WRITE, acknowledged::size, size -> size > before);
            killer.schedule(() -> {
                killed.set(true);
                server.kill();
                return null;
            }, lifeMillis, TimeUnit.MILLISECONDS).get();
        }
    }

    private static void write(Api api, Queue<JsonNode> acknowledged, AtomicBoolean killed, String prefix)
            throws Exception {
        for (int i = 0; i < 10_000 && !killed.get(); i++) {
            var name = prefix + "-" + i;
            try {
                acknowledged.add(api.post("/servers",
                        Map.of("id", UUID.randomUUID().toString(), "version", 0, "name", name,
                                "serial", "SN-" + name, "manufacturer", "DCLab", "model", "R1", "owner", "", "state",
                                "PLANNED"),
                        201));
            } catch (IOException e) {
                if (!killed.get()) {
                    Wait.until("the kill behind '%s'".formatted(e.getMessage()), Duration.ofSeconds(5), killed::get,
                            done -> done);
                }
            }
        }
    }
}
