package org.dcos.ui.model.deviation;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.deviation.DeviationKind;

/**
 * What the board shows.
 *
 * @param runs    newest first
 * @param run     the run whose completeness is shown: the chosen one, else the newest that ended
 * @param tiles   all kinds first, then each kind that there is
 * @param kind    the chosen kind; empty: all
 * @param rows    the deviations of the chosen kind
 * @param summary how many there are, in words
 * @param loaded  false until the server-core has answered for the first time
 */
public record AuditSight(List<RunSight> runs, Optional<RunSight> run, List<KindTile> tiles,
        Optional<DeviationKind> kind, List<DeviationRow> rows, String summary, boolean loaded) {

    static final AuditSight NOTHING = new AuditSight(List.of(), Optional.empty(), List.of(), Optional.empty(),
            List.of(), "", false);

    public AuditSight {
        runs = List.copyOf(runs);
        tiles = List.copyOf(tiles);
        rows = List.copyOf(rows);
    }
}
