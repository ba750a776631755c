package org.dcos.net.redfish.client;

import org.dcos.net.redfish.json.Json;

/**
 * What a service told to somebody without a login.
 *
 * @param root        its service root
 * @param certificate by which it is known from now on
 */
public record Greeting(Json root, Fingerprint certificate) {}
