package org.dcos.ui.model.impact;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.impact.ImpactGraph;
import org.dcos.ui.model.selection.RecordSelection;

/**
 * What is shown of a thing and of what is hit when it goes.
 *
 * @param subject    what was asked for; empty while nothing is chosen
 * @param graph      empty while it is loaded, and when it could not be
 * @param rows       all that is hit, lost things first
 * @param summary    how many of which kind
 * @param businesses whose devices are hit, one a line
 * @param problem    why there is no answer; empty when there is one
 */
public record ImpactSight(Optional<RecordSelection.Of> subject, Optional<ImpactGraph> graph, List<HurtRow> rows,
        String title, String summary, List<String> businesses, String problem) {

    public static final ImpactSight NONE = new ImpactSight(Optional.empty(), Optional.empty(), List.of(), "", "",
            List.of(), "");

    public ImpactSight {
        rows = List.copyOf(rows);
        businesses = List.copyOf(businesses);
    }
}
