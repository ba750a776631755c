package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.UUID;

/**
 * Which servers are wanted; what is empty does not narrow.
 *
 * @param text found anywhere in name, serial, asset tag or model, without regard to case
 */
public record ServerFilter(Optional<UUID> idc, Optional<UUID> room, Optional<UUID> rack, Optional<LifecycleState> state,
        Optional<String> text) {

    public static final ServerFilter NONE = new ServerFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    public static ServerFilter inRack(UUID rack) {
        return new ServerFilter(Optional.empty(), Optional.empty(), Optional.of(rack), Optional.empty(),
                Optional.empty());
    }

    public static ServerFilter text(String text) {
        return new ServerFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(text));
    }
}
