package org.dcos.ui.model.deviation;

import org.dcos.domain.deviation.Deviation;
import org.dcos.ui.model.estate.Mark;

/**
 * A deviation as the list shows it.
 *
 * @param where    the rack, without what it stands in
 * @param told     what is recorded and what was seen, in a few words
 * @param since    how long it has been known
 * @param standing what became of it, in a word or two
 * @param state    the same with all that belongs to it
 * @param searched all texts in lower case
 */
public record DeviationRow(Deviation deviation, Mark mark, String kind, String what, String where, String told,
        String since, String owner, String standing, String state, String searched) {}
