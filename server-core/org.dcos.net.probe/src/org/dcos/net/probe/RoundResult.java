package org.dcos.net.probe;

import java.net.InetAddress;
import java.util.Map;

/**
 * What one method found. Targets in neither map are silent.
 *
 * @param refused targets that the system of this machine would not send to, and why
 */
record RoundResult(Map<InetAddress, Evidence> answered, Map<InetAddress, String> refused) {

    RoundResult {
        answered = Map.copyOf(answered);
        refused = Map.copyOf(refused);
    }

    static RoundResult of(Map<? extends InetAddress, Evidence> answered, Map<? extends InetAddress, String> refused) {
        return new RoundResult(Map.copyOf(answered), Map.copyOf(refused));
    }
}
