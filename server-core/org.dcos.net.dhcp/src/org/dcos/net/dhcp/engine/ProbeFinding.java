package org.dcos.net.dhcp.engine;

import java.util.Optional;
import org.dcos.net.dhcp.wire.HardwareAddress;

/** Whether anything uses an address. */
public sealed interface ProbeFinding {

    /** Nothing answered. */
    record Unused() implements ProbeFinding {}

    /** @param by who answered, where the answer told */
    record Used(Optional<HardwareAddress> by) implements ProbeFinding {}
}
