package org.dcos.ui.model.exchange;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.exchange.ImportReport.CellProblem;

/**
 * What an import shows at one moment.
 *
 * @param words    what would come of the file, or came of it; or what is being done
 * @param problem  why the last order was refused; empty when it was not
 * @param working  whether the server-core is at it
 * @param sheets   the sheets of the file
 * @param sheet    the one that is looked at
 * @param rows     its rows that are shown
 * @param problems what is wrong in it, by cell
 * @param bad      how many rows have errors, over all sheets
 * @param mended   how many cells were given another text
 * @param takes    whether it can be taken now
 * @param done     the change set that took it
 */
public record ImportSight(String words, String problem, boolean working, List<SheetTab> sheets,
        Optional<SheetSight> sheet, List<ImportLine> rows, List<CellProblem> problems, int bad, int mended,
        boolean takes, Optional<ChangeSet> done) {

    public static final ImportSight NOTHING = new ImportSight("", "", false, List.of(), Optional.empty(), List.of(),
            List.of(), 0, 0, false, Optional.empty());

    public ImportSight {
        sheets = List.copyOf(sheets);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    ImportSight waiting(String what) {
        return new ImportSight(what, "", true, sheets, sheet, rows, problems, bad, mended, false, done);
    }

    ImportSight refused(String why) {
        return new ImportSight("", why, false, sheets, sheet, rows, problems, bad, mended, false, done);
    }

    static ImportSight saying(String what) {
        return new ImportSight(what, "", false, List.of(), Optional.empty(), List.of(), List.of(), 0, 0, false,
                Optional.empty());
    }
}
