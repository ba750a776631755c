package org.dcos.wire.event;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;

import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Invalid;
import org.dcos.wire.Json;
import org.dcos.wire.Names;

/**
 * One frame of a stream (WHATWG HTML §9.2.5).
 *
 * @param id   sequence of the event, where the frame has one
 * @param name kind of the event; {@code message} where the frame does not say
 * @param data the event as JSON; empty for a comment
 */
public record ServerSentEvent(OptionalLong id, String name, String data) {

    /** A comment that only shows that the stream is alive. */
    public static final String HEARTBEAT = ": alive";

    /** The frame of an event, without the empty line that ends it. */
    public static String frame(NumberedEvent event) {
        return "id: %d\nevent: %s\ndata: %s".formatted(event.sequence(),
                Names.kebab(event.event().getClass().getSimpleName()),
                Json.text(event));
    }

    /** @param frame its lines, without the empty line that ends it; fields that are not known are passed over */
    public static ServerSentEvent parse(String frame) {
        OptionalLong id = OptionalLong.empty();
        String name = "message";
        var data = new StringJoiner("\n");
        for (String line : frame.split("\n")) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "id" -> id = value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : id;
                case "event" -> name = value;
                case "data" -> data.add(value);
                default -> {} // comments and fields of later versions (§9.2.6: ignore)
            }
        }
        return new ServerSentEvent(id, name, data.toString());
    }

    /** The event, or empty for a comment. @throws Invalid when the data is none of our events */
    public Optional<NumberedEvent> event() throws Invalid {
        return data.isEmpty() ? Optional.empty() : Optional.of(Json.<NumberedEvent>read(data, NumberedEvent.class));
    }
}
