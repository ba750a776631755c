package org.dcos.net.probe;

import java.net.Inet4Address;
import java.util.Map;

/**
 * What one method found. Targets in neither map are silent.
 *
 * @param refused targets that the system of this machine would not send to, and why
 */
record RoundResult(Map<Inet4Address, Evidence> answered, Map<Inet4Address, String> refused) {

    RoundResult {
        answered = Map.copyOf(answered);
        refused = Map.copyOf(refused);
    }
}
