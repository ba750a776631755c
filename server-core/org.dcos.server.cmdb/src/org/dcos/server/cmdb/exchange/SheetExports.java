package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.Exports;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ListExport;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Filter;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports that imports take back without loss. */
@Component
public final class SheetExports implements Exports {

    private final LiveRecords records;
    private final Vocabulary vocabulary = new Vocabulary();

    @Activate
    public SheetExports(@Reference LiveRecords records) {
        this.records = records;
    }

    /** The rows of a sheet, or why there are none. */
    private record Made(List<List<String>> rows, Optional<Invalid> refused) {}

    @Override
    public byte[] export(Kind kind, ItemFilter filter, SheetForm form) throws Problem {
        Function<View, Made> query = view -> made(view, kind, filter, form.headers());
        Made made = filter.at().isPresent() ? records.readAt(filter.at().get(), query) : records.read(query);
        if (made.refused().isPresent()) {
            throw made.refused().get();
        }
        return content(kind, made.rows(), form);
    }

    private byte[] content(Kind kind, List<List<String>> rows, SheetForm form) {
        return switch (form.format()) {
            case CSV -> CsvText.of(rows);
            case XLSX -> new XlsxBook().sheet(vocabulary.sheet(kind, form.headers()), rows).content();
        };
    }

    @Override
    public byte[] exportList(ListExport list) throws Problem {
        check(list);
        Function<View, List<List<String>>> query = view -> {
            List<Item> items = list.items().stream().map(view::item).flatMap(Optional::stream)
                    .filter(item -> Kind.of(item) == list.kind()).toList();
            return new Rows(list.kind(), new References(view), list.form().headers()).of(view, items, list.columns());
        };
        return content(list.kind(),
                list.at().isPresent() ? records.readAt(list.at().get(), query) : records.read(query), list.form());
    }

    private static void check(ListExport list) throws Invalid {
        if (list.items().size() > ImportFile.MAX_ROWS) {
            throw Invalid.field("items", "These are %,d records; at most %,d go into one file. Narrow the list."
                    .formatted(list.items().size(), ImportFile.MAX_ROWS));
        }
        List<Invalid.Violation> wrong = list.columns().stream()
                .filter(path -> Items.field(list.kind(), path).isEmpty())
                .map(path -> new Invalid.Violation("columns", "A %s has no field %s."
                        .formatted(list.kind().word(), path)))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }

    @Override
    public byte[] exportAll(HeaderWords headers) throws Problem {
        List<List<List<String>>> sheets = records.read(view -> {
            var references = new References(view);
            var all = new ArrayList<List<List<String>>>();
            for (Kind kind : Vocabulary.KINDS) {
                all.add(new Rows(kind, references, headers).of(view, view.all(kind.type()).toList(), true));
            }
            return all;
        });
        var book = new XlsxBook();
        for (int i = 0; i < sheets.size(); i++) {
            book.sheet(vocabulary.sheet(Vocabulary.KINDS.get(i), headers), sheets.get(i));
        }
        return book.content();
    }

    private Made made(View view, Kind kind, ItemFilter filter, HeaderWords headers) {
        try {
            List<? extends Item> items = new Filter(view).list(kind.type(), filter);
            return new Made(new Rows(kind, new References(view), headers).of(view, items, filter.sort().isEmpty()),
                    Optional.empty());
        } catch (Invalid e) {
            return new Made(List.of(), Optional.of(e));
        }
    }

    /** The rows of one kind. */
    private final class Rows {

        private final Kind kind;
        private final References references;
        private final HeaderWords headers;

        Rows(Kind kind, References references, HeaderWords headers) {
            this.kind = kind;
            this.references = references;
            this.headers = headers;
        }

        /** @param sorted whether by what the rows say: then equal records make equal files */
        List<List<String>> of(View view, List<? extends Item> items, boolean sorted) {
            List<List<String>> rows = of(view, items, allPaths(items));
            if (sorted) {
                List<String> header = rows.removeFirst();
                rows.sort(ORDER);
                rows.addFirst(header);
            }
            return rows;
        }

        /** @param wanted none: all */
        List<List<String>> of(View view, List<? extends Item> items, List<String> wanted) {
            List<String> paths = wanted.isEmpty() ? allPaths(items) : wanted;
            var rows = new ArrayList<List<String>>();
            rows.add(paths.stream().map(this::header).toList());
            for (Item item : items) {
                rows.add(paths.stream().map(path -> text(view, item, path)).toList());
            }
            return rows;
        }

        private String header(String path) {
            return path.startsWith("field.") || path.startsWith("label.") ? path
                    : vocabulary.header(kind, path, headers);
        }

        private List<String> allPaths(List<? extends Item> items) {
            var labels = new TreeSet<String>();
            var fields = new TreeSet<String>();
            items.forEach(item -> {
                labels.addAll(item.labels().keySet());
                fields.addAll(item.fields().keySet());
            });
            var paths = new ArrayList<String>();
            Items.fields(kind).stream().map(Field::path).forEach(paths::add);
            fields.forEach(name -> paths.add("field." + name));
            labels.forEach(name -> paths.add("label." + name));
            return paths;
        }

        private String text(View view, Item item, String path) {
            Field field = Items.field(kind, path).orElseThrow();
            return switch (field.type()) {
                case REFERENCE, REFERENCES -> Items.references(item).stream()
                        .filter(reference -> reference.field().equals(path))
                        .map(reference -> name(view, field, reference.id())).collect(Collectors.joining("; "));
                case PARTS -> item instanceof DeviceType type ? PortLines.text(type.ports()) : "";
                case TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, INSTANT, CHOICE, TEXTS -> Items.text(item, path);
            };
        }

        private String name(View view, Field field, UUID id) {
            return view.item(id).map(to -> references.reference(field.to(), to)).orElse(id.toString());
        }
    }

    private static final Comparator<List<String>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = NaturalOrder.INSTANCE.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };
}
