package org.dcos.server.boot.dhcp;

import java.io.IOException;
import java.util.Optional;

import org.dcos.net.dhcp.server.PortRefused;

/** Why something is not served, and what a shell is to be told about it. */
record Trouble(String reason, Optional<String> command) {

    static Trouble of(String reason) {
        return new Trouble(reason, Optional.empty());
    }

    static Trouble of(IOException e) {
        return e instanceof PortRefused refused ? new Trouble(refused.reason(), refused.command())
                : of(e.getMessage());
    }
}
