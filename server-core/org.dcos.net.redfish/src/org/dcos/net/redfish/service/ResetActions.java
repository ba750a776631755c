package org.dcos.net.redfish.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.ResetAction;
import org.dcos.net.redfish.model.ResetType;

/** Resets of systems and of management controllers. */
final class ResetActions {

    /** @param wanted kinds that mean the same; the first that the service has is asked for */
    static void perform(RedfishConnection connection, ResetAction told, List<ResetType> wanted)
            throws RedfishException, InterruptedException {
        ResetAction action = told;
        if (action.kinds().isEmpty() && action.info().isPresent()) {
            Optional<Json> info = connection.find(action.info().get());
            action = info.map(action::describedBy).orElse(action);
        }
        List<ResetType> kinds = action.kinds();
        ResetType chosen = wanted.stream().filter(kind -> kinds.isEmpty() || kinds.contains(kind)).findFirst()
                .orElseThrow(() -> new NotOffered(connection.target(), "reset of the kind " + wanted.getFirst()
                        .word()));
        connection.post(action.target(), Map.of("ResetType", chosen.word()));
    }

    private ResetActions() {}
}
