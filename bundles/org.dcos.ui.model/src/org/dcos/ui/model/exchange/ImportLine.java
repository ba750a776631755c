package org.dcos.ui.model.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.Effect;

/**
 * One row of a sheet, with what becomes of it.
 *
 * @param number   as the spreadsheet counts
 * @param problems what is wrong, by column; -1: with the whole row
 * @param mended   the columns whose cells were given another text
 */
public record ImportLine(int number, Effect effect, String effectWords, List<String> texts,
        Map<Integer, CellProblem> problems, Set<Integer> mended) {

    public ImportLine {
        texts = List.copyOf(texts);
        problems = Map.copyOf(problems);
        mended = Set.copyOf(mended);
    }

    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    public Optional<CellProblem> problem(int column) {
        return Optional.ofNullable(problems.get(column));
    }

    public boolean bad() {
        return effect == Effect.BAD;
    }
}
