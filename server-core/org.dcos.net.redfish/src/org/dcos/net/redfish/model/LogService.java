package org.dcos.net.redfish.model;

import java.time.Instant;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * A log (schema LogService).
 *
 * @param most  entries it holds; 0 when it does not tell
 * @param wraps whether new entries take the place of the oldest when it is full
 * @param time  by the log's clock
 * @param clear where its clearing is asked for
 */
public record LogService(String path, String id, String name, int most, boolean wraps, Optional<Instant> time,
        String entries, Optional<String> clear) {

    /** @throws MalformedJson when it is no such resource */
    public static LogService read(Json json) throws MalformedJson {
        return new LogService(json.needText("@odata.id"), json.textOrEmpty("Id"), json.textOrEmpty("Name"),
                json.integer("MaxNumberOfRecords").filter(most -> most > 0).orElse(0),
                !json.textOrEmpty("OverWritePolicy").equals("NeverOverWrites"), json.time("DateTime"),
                json.needObject("Entries").needText("@odata.id"),
                json.object("Actions").object("#LogService.ClearLog").text("target"));
    }
}
