package org.dcos.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.dcos.tests.peers.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twenty operators change the same few servers at the same time: conflicts are told with both versions, none is
 * lost.
 */
class ConcurrentEditsTest {

    private static final int OPERATORS = 20;
    private static final int SERVERS = 5;
    private static final int EDITS_EACH = 15;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;

    private final AtomicInteger conflicts = new AtomicInteger();

    @Test
    void of_edits_at_the_same_time_none_is_lost() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("data"), "127.0.0.1:0");
                var api = Api.of(server)) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < SERVERS; i++) {
                ids.add(api.post("/servers", Map.of("id", UUID.randomUUID().toString(), "name", "srv-" + i, "serial",
                        "SN-" + i, "state", "PLANNED"), 201).get("id").asString());
            }
            try (var operators = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = new ArrayList<Callable<Void>>();
                for (int operator = 0; operator < OPERATORS; operator++) {
                    var random = new Random(operator);
                    String who = "operator-" + operator;
                    work.add(() -> {
                        for (int i = 0; i < EDITS_EACH; i++) {
                            addOne(api, server, ids.get(random.nextInt(SERVERS)), who + "-" + i);
                        }
                        return null;
                    });
                }
                for (var done : operators.invokeAll(work)) {
                    done.get();
                }
            }

            int sum = 0;
            for (String id : ids) {
                sum += count(api.get("/servers/" + id));
            }
            assertThat(sum).isEqualTo(OPERATORS * EDITS_EACH);
            assertThat(conflicts.get()).as("conflicts told").isPositive();
        }
    }

    /** Reads, adds one, writes; somebody else was faster: again. */
    private void addOne(Api api, ServerProcess server, String id, String edit) throws Exception {
        while (true) {
            JsonNode read = api.get("/servers/" + id);
            var changed = (ObjectNode) read.deepCopy();
            changed.putObject("labels").put("count", Integer.toString(count(read) + 1)).put("edit", edit);
            var answer = api.send("PUT", "/servers/" + id, BodyPublishers.ofString(JSON.writeValueAsString(changed)),
                    Map.of("Authorization", "Bearer " + server.token()));
            if (answer.statusCode() == 200) {
                return;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("changed by somebody else").contains("yours is " + read.get("version"))
                    .contains("label.edit: recorded '").contains("yours '" + edit + "'");
            conflicts.incrementAndGet();
        }
    }

    private static int count(JsonNode server) {
        var labels = server.get("labels");
        return labels.has("count") ? Integer.parseInt(labels.get("count").asString()) : 0;
    }
}
