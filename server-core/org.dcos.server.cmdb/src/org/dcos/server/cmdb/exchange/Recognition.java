package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.ImportOrder.SheetPlan;
import org.dcos.domain.problem.Invalid;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.sheet.Table;

/** Tells from a sheet's name and headers what its rows are, and which field each column is. */
final class Recognition {

    private static final int HEADER_WITHIN = 10;
    private static final String LABEL = "label.";
    private static final String FIELD = "field.";

    private final Vocabulary vocabulary;
    private final List<FieldDefinition> definitions;
    private final List<String> customKinds;
    private final Map<String, String> remembered;

    /** @param remembered fields by kind and header, see {@link #memory} */
    Recognition(Vocabulary vocabulary, View view, Map<String, String> remembered) {
        this.vocabulary = vocabulary;
        this.definitions = view.all(FieldDefinition.class).toList();
        this.customKinds = view.all(CustomKind.class).map(CustomKind::name).toList();
        this.remembered = remembered;
    }

    static String memory(Kind kind, String header) {
        return kind.resource() + "|" + Vocabulary.normal(header);
    }

    SheetInput find(Table table) {
        Optional<Kind> named = named(table.name());
        List<Kind> kinds = named.map(List::of).orElse(byLikelihood());
        Optional<Kind> best = named;
        int headerAt = 0;
        int most = 1;
        for (Kind kind : kinds) {
            for (int i = 0; i < Math.min(HEADER_WITHIN, table.rows().size()); i++) {
                int known = (int) paths(kind, table.rows().get(i)).stream().filter(path -> !path.isEmpty()).count();
                if (known > most || named.isPresent() && known == 1 && most == 1 && headerAt == 0 && i == 0) {
                    most = known;
                    headerAt = i;
                    best = Optional.of(kind);
                }
            }
        }
        return input(table, headerAt, best);
    }

    private SheetInput input(Table table, int headerAt, Optional<Kind> kind) {
        List<String> paths = kind.isEmpty() || table.rows().isEmpty()
                ? List.of()
                : paths(kind.get(), table.rows().get(headerAt));
        return new SheetInput(table, headerAt, kind, paths, "");
    }

    /** Servers before what has the same columns. */
    private static List<Kind> byLikelihood() {
        var kinds = new ArrayList<>(List.of(Kind.SERVER));
        for (Kind kind : Vocabulary.KINDS) {
            if (kind != Kind.SERVER) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** {@code servers.csv}, {@code servers-2026-11.csv}, {@code 服务器}. */
    private Optional<Kind> named(String name) {
        String bare = name.replaceFirst("(?i)\\.(csv|txt|tsv)$", "");
        return vocabulary.kind(bare).or(() -> vocabulary.kind(bare.replaceFirst("[\\W_]*[0-9].*$", "")));
    }

    /** @throws Invalid naming a column whose field the kind lacks */
    SheetInput planned(Table table, SheetPlan plan) throws Invalid {
        SheetInput found = find(table);
        if (plan.kind().isEmpty()) {
            return new SheetInput(table, found.headerAt(), Optional.empty(), List.of(), "");
        }
        Kind kind = plan.kind().get();
        if (!Vocabulary.KINDS.contains(kind)) {
            throw Invalid.field("sheets.kind", "A %s cannot be imported.".formatted(kind.word()));
        }
        if (plan.columns().isEmpty()) {
            SheetInput input = found.kind().equals(plan.kind()) ? found : ofKind(table, kind);
            return new SheetInput(table, input.headerAt(), plan.kind(), input.paths(), plan.key());
        }
        var wrong = new ArrayList<Invalid.Violation>();
        for (String path : plan.columns()) {
            if (!path.isEmpty() && !path.startsWith(LABEL) && !path.startsWith(FIELD)
                    && !vocabulary.paths(kind).contains(path)) {
                wrong.add(new Invalid.Violation("sheets.columns", "A %s has no field %s. It has %s."
                        .formatted(kind.word(), path, String.join(", ", vocabulary.paths(kind)))));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new SheetInput(table, found.headerAt(), plan.kind(), plan.columns(), plan.key());
    }

    SheetInput ofKind(Table table, Kind kind) {
        int headerAt = 0;
        int most = 0;
        for (int i = 0; i < Math.min(HEADER_WITHIN, table.rows().size()); i++) {
            int known = (int) paths(kind, table.rows().get(i)).stream().filter(path -> !path.isEmpty()).count();
            if (known > most) {
                most = known;
                headerAt = i;
            }
        }
        return input(table, headerAt, Optional.of(kind));
    }

    private List<String> paths(Kind kind, Table.Row header) {
        var paths = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (Table.Cell cell : header.cells()) {
            String path = cell.text().isEmpty() ? "" : path(kind, cell.text());
            paths.add(!path.isEmpty() && taken.add(path) ? path : "");
        }
        return paths;
    }

    /** The field that a header of a kind names; empty when there is none. */
    private String path(Kind kind, String header) {
        String known = remembered.get(memory(kind, header));
        if (known != null) {
            return known;
        }
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(LABEL) || lower.startsWith("标签.")) {
            return LABEL + header.substring(header.indexOf('.') + 1).strip();
        }
        if (lower.startsWith(FIELD)) {
            return FIELD + lower.substring(FIELD.length()).strip();
        }
        return vocabulary.path(kind, header).or(() -> ownField(kind, header)).orElse("");
    }

    private Optional<String> ownField(Kind kind, String header) {
        String wanted = Vocabulary.normal(header);
        return definitions.stream()
                .filter(field -> kind == Kind.CUSTOM_ITEM
                        ? customKinds.contains(field.of())
                        : field.of().equals(kind.resource()))
                .filter(field -> !wanted.isEmpty() && (Vocabulary.normal(field.title()).equals(wanted)
                        || Vocabulary.normal(field.name()).equals(wanted)))
                .findFirst().map(field -> FIELD + field.name());
    }
}
