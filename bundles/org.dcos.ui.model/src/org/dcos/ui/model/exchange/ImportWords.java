package org.dcos.ui.model.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportOrder.CellFix;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.CellProblem;
import org.dcos.domain.exchange.ImportReport.SheetRows;
import org.dcos.ui.model.exchange.SheetSight.Choice;
import org.dcos.ui.model.exchange.SheetSight.Mapped;
import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.text.Texts;

/** Makes of a report what is shown of it. Its work is for the background: a report has up to 20,000 rows. */
final class ImportWords {

    private final Texts texts;
    private final FieldWords fields;

    ImportWords(Texts texts, FieldWords fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /** A report as it is shown: sheets, and the rows of each. */
    record Told(ImportReport report, List<SheetTab> tabs, Map<String, SheetSight> sheets,
            Map<String, List<ImportLine>> lines, Map<String, List<CellProblem>> problems) {}

    /** @param found the field of each column as it was found, by sheet */
    Told told(ImportReport report, Map<String, List<String>> found, List<FieldDefinition> own, List<CellFix> fixes) {
        var problems = new HashMap<String, List<CellProblem>>();
        report.problems().forEach(problem -> problems.computeIfAbsent(problem.sheet(), _ -> new ArrayList<>())
                .add(told(problem)));
        var tabs = new ArrayList<SheetTab>();
        var sheets = new LinkedHashMap<String, SheetSight>();
        var lines = new HashMap<String, List<ImportLine>>();
        for (SheetRows sheet : report.sheets()) {
            tabs.add(tab(sheet));
            sheets.put(sheet.name(), sheet(sheet, found.getOrDefault(sheet.name(), List.of()), own));
            lines.put(sheet.name(), lines(sheet, problems.getOrDefault(sheet.name(), List.of()), fixes));
        }
        return new Told(report, tabs, sheets, lines, problems);
    }

    private CellProblem told(CellProblem problem) {
        return new CellProblem(problem.sheet(), problem.row(), problem.column(), problem.cell(), problem.value(),
                texts.sentences().of(problem.message()), problem.suggestions());
    }

    private SheetTab tab(SheetRows sheet) {
        String kind = sheet.kind().map(one -> texts.of("kind.many", one)).orElseGet(() -> texts.get("imports.out"));
        int bad = sheet.counts().bad();
        return new SheetTab(sheet.name(), bad == 0
                ? texts.get("imports.sheet", sheet.name(), kind, sheet.counts().sum())
                : texts.get("imports.sheet.bad", sheet.name(), kind, sheet.counts().sum(), bad), bad);
    }

    private SheetSight sheet(SheetRows sheet, List<String> found, List<FieldDefinition> own) {
        var columns = new ArrayList<Mapped>();
        var first = sheet.rows().stream().findFirst();
        for (int i = 0; i < sheet.columns().size(); i++) {
            var column = sheet.columns().get(i);
            int index = i;
            boolean changed = i < found.size() && !found.get(i).equals(column.path());
            columns.add(new Mapped(i, letter(i), column.header(), first.filter(row -> index < row.texts().size())
                    .map(row -> row.texts().get(index)).orElse(""), column.path(), title(column.path(), own),
                    changed));
        }
        return new SheetSight(sheet.name(), sheet.kind(), sheet.key(), sheet.keys().stream()
                .map(path -> new Choice(path, title(path, own))).toList(), columns,
                choices(sheet, found, own));
    }

    /** Every field of the kind, its own ones, a label by the name of each header, and what was found of the file. */
    private List<Choice> choices(SheetRows sheet, List<String> found, List<FieldDefinition> own) {
        if (sheet.kind().isEmpty()) {
            return List.of();
        }
        Kind kind = sheet.kind().get();
        var paths = new LinkedHashSet<String>();
        paths.add("");
        Items.fields(kind).stream().map(Field::path).forEach(paths::add);
        own.stream().filter(field -> field.of().equals(kind.resource())).map(field -> "field." + field.name())
                .forEach(paths::add);
        paths.addAll(found);
        sheet.columns().stream().map(column -> column.path()).forEach(paths::add);
        sheet.columns().stream().map(column -> column.header().strip()).filter(header -> !header.isEmpty())
                .map(header -> "label." + header).forEach(paths::add);
        var taken = new HashSet<String>();
        return paths.stream().map(path -> {
            String title = title(path, own);
            return new Choice(path, taken.add(title) ? title : "%s (%s)".formatted(title, path));
        }).toList();
    }

    private String title(String path, List<FieldDefinition> own) {
        if (path.isEmpty()) {
            return texts.get("imports.leave");
        }
        if (path.startsWith("label.")) {
            return texts.get("imports.label", path.substring("label.".length()));
        }
        if (path.contains("@")) { // it says within what the thing of another column is looked for
            return texts.find("imports.within" + path.substring(path.indexOf('@')).replace('@', '.')).orElse(path);
        }
        return own.stream().filter(field -> path.equals("field." + field.name()) && !field.title().isEmpty())
                .map(FieldDefinition::title).findFirst().orElseGet(() -> fields.title(path));
    }

    private List<ImportLine> lines(SheetRows sheet, List<CellProblem> problems, List<CellFix> fixes) {
        var wrong = new HashMap<Integer, Map<Integer, CellProblem>>();
        problems.forEach(problem -> wrong.computeIfAbsent(problem.row(), _ -> new HashMap<>())
                .putIfAbsent(problem.column(), problem));
        var mended = new HashMap<Integer, Set<Integer>>();
        fixes.stream().filter(fix -> fix.sheet().equals(sheet.name()))
                .forEach(fix -> mended.computeIfAbsent(fix.row(), _ -> new HashSet<>()).add(fix.column()));
        return sheet.rows().stream().map(row -> new ImportLine(row.number(), row.effect(),
                texts.of("imports.effect", row.effect()), row.texts(),
                wrong.getOrDefault(row.number(), Map.of()), mended.getOrDefault(row.number(), Set.of()))).toList();
    }

    /** {@code A}, {@code Z}, {@code AA}: as spreadsheets call columns. */
    static String letter(int index) {
        String letters = "";
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }

    /** What came of the file, or would. */
    String words(ImportReport report) {
        var counts = report.counts();
        return texts.get(report.done().isPresent() ? "imports.done" : "imports.counts", counts.created(),
                counts.changed(), counts.unchanged() + counts.skipped(), counts.bad(),
                report.done().map(set -> set.number()).orElse(0L));
    }

    Optional<SheetTab> firstBad(List<SheetTab> tabs) {
        return tabs.stream().filter(tab -> tab.bad() > 0).findFirst();
    }
}
