package org.dcos.domain.cmdb;

import java.util.Optional;
import java.util.UUID;

/** A thing with a serial number that is mounted in a rack and lives through the life cycle. */
public sealed interface Device extends Item permits Server, NetworkDevice, Chassis, Pdu {

    String name();

    String serial();

    Optional<String> assetTag();

    String manufacturer();

    String model();

    String owner();

    Optional<Mounting> mounting();

    LifecycleState state();

    Optional<UUID> deviceType();

    Optional<UUID> business();

    /** Whether it still counts: names and serial numbers are unique among these. */
    default boolean live() {
        return state() != LifecycleState.RETIRED;
    }
}
