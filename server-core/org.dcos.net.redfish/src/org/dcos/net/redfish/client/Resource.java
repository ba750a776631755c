package org.dcos.net.redfish.client;

import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * What a service answered.
 *
 * @param etag     version of the resource (RFC 9110 §8.8.3), where the service tells one
 * @param location path of what was made, or of the task that was begun
 */
public record Resource(int status, Optional<String> etag, Optional<String> location, Json body) {}
