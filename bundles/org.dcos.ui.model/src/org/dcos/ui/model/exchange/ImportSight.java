package org.dcos.ui.model.exchange;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;

/**
 * What an import shows at one moment.
 *
 * @param words    what would come of the file, or came of it; or what is being done
 * @param problem  why the last order was refused; empty when it was not
 * @param problems what is wrong, by cell
 * @param lines    the rows with what becomes of them
 * @param takes    whether it can be taken now
 * @param done     the change set that took it
 */
public record ImportSight(String words, String problem, List<CellProblem> problems, List<Line> lines, boolean takes,
        Optional<ChangeSet> done) {

    static final ImportSight NOTHING = new ImportSight("", "", List.of(), List.of(), false, Optional.empty());

    public ImportSight {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    /** One row. */
    public record Line(String sheet, int number, Effect effect, String effectWords, String texts) {}

    ImportSight waiting(String what) {
        return new ImportSight(what, "", problems, lines, false, done);
    }

    ImportSight saying(String what) {
        return new ImportSight(what, "", problems, lines, takes, done);
    }

    ImportSight refused(String why) {
        return new ImportSight("", why, problems, lines, false, done);
    }
}
