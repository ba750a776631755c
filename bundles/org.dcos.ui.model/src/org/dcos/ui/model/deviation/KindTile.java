package org.dcos.ui.model.deviation;

import java.util.Optional;

import org.dcos.domain.deviation.DeviationKind;
import org.dcos.ui.model.estate.Mark;

/**
 * How many deviations there are of a kind.
 *
 * @param kind   empty: of all kinds
 * @param detail how they stand, in a few words
 */
public record KindTile(Optional<DeviationKind> kind, String title, int count, String detail, Mark mark) {}
