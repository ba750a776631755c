package org.dcos.domain.alert;

import java.util.Optional;
import java.util.UUID;

/** Which alerts are wanted; what is empty does not narrow. @param open firing or acknowledged (true), else resolved */
public record AlertFilter(Optional<Boolean> open, Optional<Severity> severity, Optional<UUID> server) {

    public static final AlertFilter OPEN = new AlertFilter(Optional.of(true), Optional.empty(), Optional.empty());
    public static final AlertFilter NONE = new AlertFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
