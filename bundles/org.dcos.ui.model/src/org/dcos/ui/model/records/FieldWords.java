package org.dcos.ui.model.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Field;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.ui.model.text.Texts;

/** How fields of records and their values are said. */
public final class FieldWords {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final ZoneId zone;

    public FieldWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    public String kind(Kind kind) {
        return texts.of("kind.one", kind);
    }

    /** The title of a path, where no definition of one's own says another. */
    public String title(String path) {
        return path.startsWith("label.") || path.startsWith("field.") ? path.substring(path.indexOf('.') + 1)
                : texts.find("field." + path).orElse(path);
    }

    /** The fields of what is listed: those of its records, those of one's own, and the labels that records have. */
    public List<RecordColumn> columns(Listed listed, Collection<FieldDefinition> definitions,
            Collection<? extends Item> items) {
        var made = Items.fields(listed.kind()).stream().filter(field -> field.type() != Field.Type.PARTS)
                .map(field -> new RecordColumn(field, title(field.path()), false))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        var of = listed.own().map(own -> own.name()).orElse(listed.kind().resource());
        var defined = new TreeSet<String>();
        definitions.stream().filter(definition -> definition.of().equals(of)).forEach(definition -> {
            defined.add(definition.name());
            made.add(own(definition));
        });
        var others = new TreeSet<String>();
        var labels = new TreeSet<String>();
        items.forEach(item -> {
            others.addAll(item.fields().keySet());
            labels.addAll(item.labels().keySet());
        });
        others.removeAll(defined);
        others.forEach(name -> made.add(loose("field." + name)));
        labels.forEach(name -> made.add(loose("label." + name)));
        return List.copyOf(made);
    }

    private RecordColumn loose(String path) {
        return new RecordColumn(new Field(path, Field.Type.TEXT, false, List.of(), List.of()), title(path), true);
    }

    private static RecordColumn own(FieldDefinition definition) {
        var title = definition.title().isEmpty() ? definition.name() : definition.title();
        return new RecordColumn(
                new Field("field." + definition.name(), type(definition.valueType()), definition.required(),
                        List.of(), definition.choices()),
                definition.unit().isEmpty() ? title : "%s (%s)".formatted(title, definition.unit()), true);
    }

    private static Field.Type type(FieldType type) {
        return switch (type) {
            case TEXT -> Field.Type.TEXT;
            case INTEGER -> Field.Type.INTEGER;
            case DECIMAL -> Field.Type.DECIMAL;
            case BOOLEAN -> Field.Type.BOOLEAN;
            case DATE -> Field.Type.DATE;
            case CHOICE -> Field.Type.CHOICE;
        };
    }

    /** A field's value as people read it. */
    public String shown(Field field, String value, Names names) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, INTEGER, DECIMAL, DATE, PARTS -> value;
            case TEXTS -> value.replace("\n", ", ");
            case BOOLEAN -> texts.get(value.equals("true") ? "value.yes" : "value.no");
            case CHOICE -> choice(value);
            case INSTANT -> written(value);
            case REFERENCE -> reference(value, names);
            case REFERENCES -> Arrays.stream(value.split(" ")).map(id -> reference(id, names))
                    .collect(Collectors.joining(", "));
        };
    }

    /** What was typed and is no moment is shown as it was typed. */
    private String written(String value) {
        try {
            return moment(Instant.parse(value));
        } catch (DateTimeException _) {
            return value;
        }
    }

    /** A moment as people read it. */
    public String moment(Instant at) {
        return MINUTES.format(at.atZone(zone));
    }

    /** What a moment that was typed means. */
    public java.util.Optional<Instant> moment(String typed) {
        try {
            return java.util.Optional.of(LocalDateTime.parse(typed.strip(), MINUTES).atZone(zone).toInstant());
        } catch (DateTimeException _) {
            return java.util.Optional.empty();
        }
    }

    /** What a moment that was typed is as a field's text; what is no moment stays, for the record to refuse it. */
    public String instant(String typed) {
        return moment(typed).map(Instant::toString).orElse(typed.strip());
    }

    public String choice(String value) {
        return texts.find("choice." + value).orElse(value);
    }

    private static String reference(String id, Names names) {
        try {
            var uuid = UUID.fromString(id);
            return uuid.getMostSignificantBits() == 0 && uuid.getLeastSignificantBits() == 0 ? "" : names.of(uuid);
        } catch (IllegalArgumentException _) {
            return id;
        }
    }

    /** The record as its list shows it. */
    public RecordRow row(Item item, List<RecordColumn> columns, Names names) {
        var cells = columns.stream().map(column -> shown(column.field(), Items.text(item, column.path()), names))
                .toList();
        return new RecordRow(item, ItemNames.of(item, names::of), cells,
                String.join("\n", cells).toLowerCase(java.util.Locale.ROOT));
    }
}
