package org.dcos.domain.deviation;

import java.util.Optional;
import java.util.UUID;

/**
 * Which deviations are wanted; what is empty does not narrow.
 *
 * @param due   those that somebody has to do something about (true), or the others
 * @param item  those that concern this recorded device
 * @param owner those that this one looks after
 * @param text  found in what, where, why or note, without regard to case
 */
public record DeviationFilter(Optional<DeviationKind> kind, Optional<DeviationState> state, Optional<Boolean> due,
        Optional<UUID> item, Optional<String> owner, Optional<String> text) {

    public static final DeviationFilter NONE = new DeviationFilter(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    public static final DeviationFilter DUE = new DeviationFilter(Optional.empty(), Optional.empty(),
            Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
}
