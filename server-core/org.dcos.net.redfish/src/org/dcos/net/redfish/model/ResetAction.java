package org.dcos.net.redfish.model;

import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * Where a reset is asked for, and which kinds there are.
 *
 * @param kinds empty when the service does not tell
 * @param info  where it tells them instead (DSP0266 §9.5.12, {@code @Redfish.ActionInfo})
 */
public record ResetAction(String target, List<ResetType> kinds, Optional<String> info) {

    private static final String PARAMETER = "ResetType";

    public ResetAction {
        kinds = List.copyOf(kinds);
    }

    /** @param name as in {@code #ComputerSystem.Reset} */
    static Optional<ResetAction> read(Json resource, String name) {
        Json action = resource.object("Actions").object(name);
        return action.text("target").map(target -> new ResetAction(target,
                kinds(action.texts(PARAMETER + "@Redfish.AllowableValues")), action.text("@Redfish.ActionInfo")));
    }

    /** With the kinds that its description lists. */
    public ResetAction describedBy(Json actionInfo) {
        return new ResetAction(target, actionInfo.objects("Parameters").stream()
                .filter(parameter -> parameter.textOrEmpty("Name").equals(PARAMETER))
                .flatMap(parameter -> kinds(parameter.texts("AllowableValues")).stream()).toList(), info);
    }

    private static List<ResetType> kinds(List<String> words) {
        return words.stream().map(ResetType::ofWord).flatMap(Optional::stream).toList();
    }
}
