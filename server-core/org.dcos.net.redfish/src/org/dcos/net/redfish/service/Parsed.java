package org.dcos.net.redfish.service;

import org.dcos.net.redfish.client.ProtocolViolation;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.MalformedJson;

/** Makes a resource of JSON; what is wrong with it is told as the service's fault. */
final class Parsed {

    /** Reads one kind of resource. */
    interface Reader<T> {
        T read(Json json) throws MalformedJson;
    }

    static <T> T of(RedfishConnection connection, Json json, Reader<T> reader) throws ProtocolViolation {
        try {
            return reader.read(json);
        } catch (MalformedJson e) {
            throw new ProtocolViolation(connection.target(), e.getMessage(), e);
        }
    }

    private Parsed() {}
}
