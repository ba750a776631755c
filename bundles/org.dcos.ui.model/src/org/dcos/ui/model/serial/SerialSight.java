package org.dcos.ui.model.serial;

import java.util.Optional;
import java.util.UUID;

/**
 * How it stands with the console that is watched.
 *
 * @param server  whose console it is; empty while none is open
 * @param title   name of the server
 * @param note    who writes, or why it has ended, in words
 * @param open    whether the server is still heard
 * @param writing whether what is typed is sent
 * @param refused whether somebody else has it open past this server-core, so that it can be taken over
 */
public record SerialSight(Optional<UUID> server, String title, String note, boolean open, boolean writing,
        boolean refused) {

    public static final SerialSight NONE = new SerialSight(Optional.empty(), "", "", false, false, false);
}
