package org.dcos.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dcos.tests.peers.Wait;

/** What an operator does to servers from afar, through the API alone. Serial consoles are closed with it. */
final class RemoteHand implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Api api;
    private final List<String> consoles = new ArrayList<>();
    private final Map<String, StringBuilder> screens = new HashMap<>();

    RemoteHand(Api api) {
        this.api = api;
    }

    /** Orders power, and sees it followed by all of them. @param action ON, OFF, ... */
    void order(List<String> servers, String action) throws Exception {
        var ended = api.ended(api.post("/power-orders",
                Map.of("servers", servers, "action", action, "reason", "acceptance of the rack"), 202), SOON);
        assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
        var wanted = action.equals("ON") ? "ON" : "OFF";
        for (var server : servers) {
            Wait.until("power of %s is %s".formatted(server, wanted), SOON,
                    () -> api.get("/servers/%s/status".formatted(server)),
                    status -> status.get("power").asString().equals(wanted));
        }
    }

    /** At the next start alone. */
    void bootOnce(String server, String device) throws Exception {
        var ended = api.ended(api.post("/servers/%s/boot-device".formatted(server),
                Map.of("device", device, "persistent", false, "uefi", false), 202), SOON);
        assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
    }

    /** Opens their serial consoles. */
    List<String> open(List<String> servers) throws Exception {
        for (var server : servers) {
            var console = api.post("/serial-consoles", Map.of("server", server, "takeOver", false), 201).get("id")
                    .asString();
            consoles.add(console);
            screens.put(console, new StringBuilder());
        }
        return List.copyOf(consoles);
    }

    /** Follows a console until it shows the words. */
    void awaitOn(String console, String words) throws Exception {
        var screen = screens.get(console);
        Wait.until("'%s' on the console".formatted(words), SOON, () -> {
            if (screen.indexOf(words) < 0) {
                var output = api.get("/serial-consoles/%s/output?from=%d&patience=PT5S".formatted(console,
                        screen.length()));
                assertThat(output.get("from").asInt()).isEqualTo(screen.length());
                screen.append(new String(output.get("bytes").binaryValue(), StandardCharsets.ISO_8859_1));
            }
            return screen.toString();
        }, shown -> shown.contains(words));
    }

    /** What was followed of a console so far. */
    String shown(String console) {
        return screens.get(console).toString();
    }

    @Override
    public void close() throws Exception {
        for (var console : consoles) {
            api.delete("/serial-consoles/" + console);
        }
    }
}
