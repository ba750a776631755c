package org.dcos.lab.redfish;

import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * A request.
 *
 * @param path    without a slash at its end
 * @param headers by their names in lower case
 */
record Call(String method, String path, Map<String, String> query, Map<String, String> headers, Json body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
