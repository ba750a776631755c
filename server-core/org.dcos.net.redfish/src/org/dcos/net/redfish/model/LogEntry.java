package org.dcos.net.redfish.model;

import java.time.Instant;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/**
 * One entry of a log (schema LogEntry).
 *
 * @param message in the maker's words
 * @param code    {@code EntryCode}, e.g. {@code Assert}, or what a SEL entry says about its event
 */
public record LogEntry(String id, Optional<Instant> created, Health.Level severity, String message,
        String messageId, String entryType, String sensorType, Optional<Integer> sensorNumber, String code) {

    /** @throws MalformedJson when it is no such resource */
    public static LogEntry read(Json json) throws MalformedJson {
        return new LogEntry(json.text("Id").or(() -> json.text("RecordId")).or(() -> json.link())
                .orElseThrow(() -> json.lacks("Id", "a text")),
                json.time("EventTimestamp").or(() -> json.time("Created")),
                switch (json.textOrEmpty("Severity")) {
                    case "OK" -> Health.Level.OK;
                    case "Warning" -> Health.Level.WARNING;
                    case "Critical" -> Health.Level.CRITICAL;
                    default -> Health.Level.UNKNOWN;
                }, json.text("Message").or(() -> json.text("Description")).or(() -> json.text("Name")).orElse(""),
                json.textOrEmpty("MessageId"), json.textOrEmpty("EntryType"), json.textOrEmpty("SensorType"),
                json.integer("SensorNumber"), json.textOrEmpty("EntryCode"));
    }
}
