package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.domain.problem.Invalid;
import org.dcos.server.cmdb.live.View;

/** Makes items from rows of one kind. */
final class RowItems {

    private static final String RACK = "mounting.rack";
    private static final String UNIT = "mounting.lowestUnit";
    private static final String HEIGHT = "mounting.heightUnits";
    private static final String DEPTH = "mounting.fullDepth";

    private final Kind kind;
    private final View view;
    private final References references;
    private final CellText cellText;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, FieldType> own = new HashMap<>();

    RowItems(Kind kind, View view, References references, Vocabulary vocabulary) {
        this.kind = kind;
        this.view = view;
        this.references = references;
        this.cellText = new CellText(vocabulary);
        Items.fields(kind).forEach(field -> fields.put(field.path(), field));
        view.all(FieldDefinition.class)
                .filter(field -> kind == Kind.CUSTOM_ITEM || field.of().equals(kind.resource()))
                .forEach(field -> own.put("field." + field.name(), field.valueType()));
    }

    /** Whether a field may lead to the kind itself: such are found when all rows of the kind are known. */
    boolean toItself(Field field) {
        return reference(field) && field.to().contains(kind);
    }

    static boolean reference(Field field) {
        return field.type() == Field.Type.REFERENCE || field.type() == Field.Type.REFERENCES;
    }

    /** The texts of a row, but for what may lead to rows of the same kind. */
    Map<String, String> texts(ImportRow row) {
        var texts = new LinkedHashMap<String, String>();
        for (String path : row.paths()) {
            Field field = fields.get(path);
            if (field == null) {
                ownText(row, path, texts);
            } else if (!toItself(field) && field.type() != Field.Type.PARTS) {
                text(row, field, texts);
            }
        }
        return texts;
    }

    /** The texts that lead to rows of the same kind. */
    Map<String, String> textsToItself(ImportRow row) {
        var texts = new LinkedHashMap<String, String>();
        row.paths().stream().map(fields::get).filter(field -> field != null && toItself(field))
                .forEach(field -> text(row, field, texts));
        return texts;
    }

    private void ownText(ImportRow row, String path, Map<String, String> texts) {
        if (path.startsWith("label.")) {
            texts.put(path, row.text(path));
        } else if (path.startsWith("field.")) {
            String text = row.text(path);
            texts.put(path, switch (own.getOrDefault(path, FieldType.TEXT)) {
                case BOOLEAN -> CellText.bool(text);
                case DATE -> CellText.date(text);
                case TEXT, INTEGER, DECIMAL, CHOICE -> text;
            });
        }
    }

    private void text(ImportRow row, Field field, Map<String, String> texts) {
        String text = row.text(field.path());
        if (text.isEmpty() || !reference(field)) {
            texts.put(field.path(), cellText.of(field, text));
            return;
        }
        var ids = new ArrayList<String>();
        for (String name : field.type() == Field.Type.REFERENCES ? References.split(text) : List.of(text)) {
            References.Found found = references.find(field.to(), around(row, field.path()) + name);
            found.id().map(UUID::toString).ifPresentOrElse(ids::add,
                    () -> row.problem(field.path(), found.trouble(), found.suggestions()));
        }
        if (!row.told(field.path())) {
            texts.put(field.path(), String.join(" ", ids));
        }
    }

    /** What stands in the columns beside it: {@code Shanghai A / Room 201 / }. */
    private static String around(ImportRow row, String path) {
        var around = new StringBuilder();
        for (String part : List.of("@idc", "@room", "@device")) {
            String text = row.text(path + part);
            if (!text.isEmpty() && !row.text(path).contains(" / ")) {
                around.append(text).append(" / ");
            }
        }
        return around.toString();
    }

    /** What the row says by itself: enough to find out whether it is recorded. */
    void probe(ImportRow row, Map<String, String> texts) {
        var given = new LinkedHashMap<>(texts);
        given.entrySet().removeIf(e -> e.getValue().isEmpty() || within(e.getKey()));
        build(row, given);
    }

    private static boolean within(String path) {
        return path.startsWith("mounting.") || path.startsWith("bay.");
    }

    /** A new item: what is empty is left as it begins, but for what has to be said. */
    void makeNew(ImportRow row, Map<String, String> texts) {
        var given = new LinkedHashMap<String, String>();
        texts.forEach((path, text) -> {
            Field field = fields.get(path);
            boolean needed = field != null && field.required() && field.type() != Field.Type.CHOICE;
            if (text.isEmpty() && needed || within(path)) {
                given.put(path, text);
            }
        });
        nested(given);
        given.put("deviceType", texts.getOrDefault("deviceType", ""));
        mounting(row, given);
        given.remove("deviceType");
        build(row, given);
    }

    /** A recorded item: an empty cell takes away what may be missing. */
    void makeChanged(ImportRow row, Map<String, String> texts) {
        var given = new LinkedHashMap<>(texts);
        given.entrySet().removeIf(e -> e.getValue().isEmpty() && Optional.ofNullable(fields.get(e.getKey()))
                .filter(field -> field.required() && field.type() == Field.Type.CHOICE).isPresent());
        nested(given);
        build(row, given);
    }

    /** Of a thing within the item that is there, an empty choice stays as it is; all empty takes the thing away. */
    private void nested(Map<String, String> texts) {
        if (texts.getOrDefault(RACK, "?").isEmpty() && texts.getOrDefault(UNIT, "").isEmpty()) {
            texts.replaceAll((path, text) -> path.startsWith("mounting.") ? "" : text);
            return;
        }
        boolean mounted = !texts.getOrDefault(RACK, "").isEmpty();
        if (mounted) {
            texts.entrySet().removeIf(e -> e.getValue().isEmpty()
                    && (e.getKey().equals("mounting.face") || e.getKey().equals(DEPTH)));
        }
    }

    private void mounting(ImportRow row, Map<String, String> texts) {
        if (texts.getOrDefault(RACK, "").isEmpty()) {
            return;
        }
        Optional<DeviceType> type = Optional.ofNullable(texts.get("deviceType")).filter(text -> !text.isEmpty())
                .map(UUID::fromString).flatMap(id -> view.item(DeviceType.class, id));
        if (texts.getOrDefault(HEIGHT, "").isEmpty()) {
            texts.put(HEIGHT, type.map(t -> Double.toString(t.heightUnits())).orElse(""));
        }
        if (!texts.containsKey(DEPTH)) {
            type.ifPresent(t -> texts.put(DEPTH, Boolean.toString(t.fullDepth())));
        }
        if (!row.has(UNIT)) {
            texts.put(UNIT, "");
        }
    }

    /** Makes the row's item with all texts that are fit, and tells of the others. */
    void build(ImportRow row, Map<String, String> texts) {
        var left = new LinkedHashMap<>(texts);
        while (true) {
            try {
                row.item(ports(row, Items.with(row.item(), left)));
                return;
            } catch (Invalid e) {
                int before = left.size();
                for (Invalid.Violation violation : e.violations()) {
                    String path = violation.field();
                    row.problem(path, violation.message(), suggestions(path));
                    left.remove(path);
                }
                if (left.size() == before) {
                    left.keySet().removeIf(RowItems::within);
                    if (left.size() == before) {
                        return;
                    }
                }
            }
        }
    }

    private List<String> suggestions(String path) {
        return Optional.ofNullable(fields.get(path)).map(Field::choices).orElse(List.of());
    }

    private static Item ports(ImportRow row, Item item) {
        if (!(item instanceof DeviceType type) || !row.has("ports")) {
            return item;
        }
        List<PortTemplate> ports;
        try {
            ports = PortLines.ports(row.text("ports"));
        } catch (IllegalArgumentException e) {
            row.problem("ports", e.getMessage(), Arrays.stream(org.dcos.domain.cmdb.PortKind.values())
                    .map(Enum::name).toList());
            return item;
        }
        return new DeviceType(type.id(), type.version(), type.manufacturer(), type.model(), type.slug(),
                type.partNumber(), type.heightUnits(), type.fullDepth(), type.powerWatts(), type.weightGrams(),
                type.airflow(), type.chassis(), type.blade(), ports, type.bays(), type.comments(), type.labels(),
                type.fields());
    }
}
