package org.dcos.server.cmdb.live;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Conflict;

/** Labels, and fields and kinds of one's own. */
final class FieldRules {

    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int MOST_LABELS = 100;

    private final View after;
    private final Violations found;

    FieldRules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    void check(FieldDefinition field) {
        name(field.name());
        found.text("title", field.title(), Rules.NAME, true);
        if (Kind.ofResource(field.of()).isEmpty()
                && after.holders(Unique.of("name of a kind", field.of())).findAny().isEmpty()) {
            found.add("of", "There is no kind %s. Give a resource name such as servers, or a kind of your own.",
                    field.of());
        }
        if (field.valueType() == FieldType.CHOICE && field.choices().isEmpty()) {
            found.add("choices", "Give the values to choose from.");
        }
        if (new HashSet<>(field.choices()).size() < field.choices().size()) {
            found.add("choices", "One of the values stands there twice.");
        }
    }

    void check(CustomKind kind) {
        name(kind.name());
        found.text("title", kind.title(), Rules.NAME, true);
        if (Kind.ofResource(kind.name()).isPresent()) {
            found.add("name", "%s is a kind of the CMDB itself; choose another name.", kind.name());
        }
    }

    /** Once a kind of one's own is gone, or named otherwise, no field may be defined for it any more. */
    static void checkLeft(View after, CustomKind before) throws Conflict {
        if (after.holders(Unique.of("name of a kind", before.name())).findAny().isPresent()) {
            return;
        }
        var left = after.all(FieldDefinition.class).filter(field -> field.of().equals(before.name()))
                .map(FieldDefinition::name).sorted().toList();
        if (!left.isEmpty()) {
            throw new Conflict(("Fields are defined for the kind %s: %s. Delete them, or define them for its new name, "
                    + "in the same change.").formatted(before.name(), String.join(", ", left)));
        }
    }

    private void name(String name) {
        if (!name.matches(NAME) || name.length() > Rules.NAME) {
            found.add("name", "Use lower-case letters, digits and hyphens, beginning with a letter; '%s' is not so.",
                    name);
        }
    }

    /** The labels and the values of the fields of one's own. */
    void check(Item item) {
        if (item.labels().size() > MOST_LABELS) {
            found.add("labels", "Use at most %d labels; these are %d.", MOST_LABELS, item.labels().size());
        }
        item.labels().forEach((name, value) -> {
            found.text("labels." + name, name, Rules.NAME, true);
            found.text("labels." + name, value, Rules.TEXT, false);
        });
        Map<String, String> values = item.fields();
        List<FieldDefinition> defined = definitions(of(item));
        for (FieldDefinition field : defined) {
            String value = values.getOrDefault(field.name(), "");
            if (value.isEmpty()) {
                if (field.required()) {
                    found.add("fields." + field.name(), "Give a value for %s.", field.title());
                }
            } else if (!fits(field, value)) {
                found.add("fields." + field.name(), "'%s' is %s.", value, wanted(field));
            }
        }
        values.keySet().stream().filter(name -> defined.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> found.add("fields." + name,
                        "There is no field of this name on %s. Define it first.", of(item)));
    }

    private String of(Item item) {
        return item instanceof CustomItem custom
                ? after.item(CustomKind.class, custom.kind()).map(CustomKind::name).orElse("")
                : Kind.of(item).resource();
    }

    private List<FieldDefinition> definitions(String of) {
        return after.all(FieldDefinition.class).filter(field -> field.of().equals(of)).toList();
    }

    private static boolean fits(FieldDefinition field, String value) {
        return switch (field.valueType()) {
            case TEXT -> value.length() <= Rules.LONG_TEXT;
            case INTEGER -> value.matches("[+-]?\\d{1,18}");
            case DECIMAL -> value.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?");
            case BOOLEAN -> "true".equals(value) || "false".equals(value);
            case DATE -> date(value);
            case CHOICE -> field.choices().contains(value);
        };
    }

    private static String wanted(FieldDefinition field) {
        return switch (field.valueType()) {
            case TEXT -> "longer than %d characters".formatted(Rules.LONG_TEXT);
            case INTEGER -> "no whole number";
            case DECIMAL -> "no number";
            case BOOLEAN -> "neither true nor false";
            case DATE -> "no date; write it as 2026-11-25";
            case CHOICE -> "none of " + String.join(", ", field.choices());
        };
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
