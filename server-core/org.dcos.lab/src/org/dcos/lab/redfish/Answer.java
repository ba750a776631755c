package org.dcos.lab.redfish;

import java.util.Map;
import java.util.Optional;

/** What goes back. */
record Answer(int status, Map<String, String> headers, Optional<Node> body) {

    static final Answer NO_CONTENT = new Answer(204, Map.of(), Optional.empty());

    static Answer ok(Node body) {
        return new Answer(200, Map.of(), Optional.of(body));
    }

    static Answer created(Node body, String location) {
        return new Answer(201, Map.of("Location", location), Optional.of(body));
    }
}
