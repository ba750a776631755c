package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.server.cmdb.Limits;

/**
 * Reads one type of the community's format. What the records do not hold is told as a note, never refused: a library of
 * thousands of files has every oddity, and each of them has to come in.
 */
final class TypeText {

    private static final int COMMENTS = 20_000;
    private static final int MOST_UNITS = 100;
    private static final double HEAVIEST = 1_000_000;
    /** Says nothing that is recorded, and nothing that anybody would miss. */
    private static final Set<String> SILENT = Set.of("is_powered", "_is_powered", "front_image", "rear_image",
            "default_platform", "tags", "custom_fields");
    private static final Set<String> KNOWN = Set.of("manufacturer", "model", "slug", "part_number", "u_height",
            "is_full_depth", "airflow", "weight", "weight_unit", "subdevice_role", "comments", "description",
            "device-bays", "module-bays", "port-mappings", "inventory-items");

    private final Findings findings;

    private TypeText(Findings findings) {
        this.findings = findings;
    }

    /** The type of version 0, or none when the findings have faults. */
    static Optional<DeviceType> read(String text, Findings findings) {
        try {
            YamlNode node = YamlText.read(text);
            if (node instanceof YamlNode.Mapping mapping) {
                DeviceType type = new TypeText(findings).type(new Fields(mapping, findings));
                return findings.faults().isEmpty() ? Optional.of(type) : Optional.empty();
            }
            findings.fault(node.line(), "A device type is a list of keys and values, such as 'model: R640'.");
        } catch (YamlFault e) {
            findings.fault(e.line(), "%s", e.getMessage());
        }
        return Optional.empty();
    }

    private DeviceType type(Fields fields) {
        String manufacturer = fields.required("manufacturer", Limits.NAME);
        String model = fields.required("model", Limits.NAME);
        String slug = fields.text("slug", Limits.TEXT);
        String role = fields.text("subdevice_role", Limits.NAME).toLowerCase(Locale.ROOT);
        if (!role.isEmpty() && !"parent".equals(role) && !"child".equals(role)) {
            findings.fault(fields.line("subdevice_role"), "subdevice_role is parent or child, not '%s'.", role);
        }
        List<PortTemplate> ports = new PortTexts(findings).read(fields);
        List<String> bays = names(fields, "device-bays");
        tellUnknown(fields);
        return new DeviceType(new UUID(0, 0), 0, manufacturer, model,
                slug.isEmpty() ? slug(manufacturer + " " + model) : slug, fields.text("part_number", Limits.TEXT),
                height(fields), fields.truth("is_full_depth", true), watts(ports, fields), grams(fields),
                fields.text("airflow", Limits.NAME), "parent".equals(role), "child".equals(role), ports, bays,
                comments(fields), Map.of(), Map.of());
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private double height(Fields fields) {
        double units = fields.number("u_height", MOST_UNITS).orElse(1.0);
        if (units * 2 != Math.rint(units * 2)) {
            findings.fault(fields.line("u_height"), "u_height counts units in steps of a half, and is %s.", units);
            return 1;
        }
        return units;
    }

    private OptionalInt grams(Fields fields) {
        Optional<Double> weight = fields.number("weight", HEAVIEST);
        if (weight.isEmpty()) {
            return OptionalInt.empty();
        }
        String unit = fields.text("weight_unit", Limits.NAME).toLowerCase(Locale.ROOT);
        double grams = switch (unit) {
            case "kg" -> 1000;
            case "g" -> 1;
            case "lb" -> 453.59237;
            case "oz" -> 28.349523125;
            default -> 0;
        };
        if (grams == 0) {
            findings.fault(fields.line("weight_unit"), "weight_unit is kg, g, lb or oz, not '%s'.", unit);
        }
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.round(weight.get() * grams)));
    }

    /**
     * What it draws at most: one supply of two carries everything, of more the half does. What distributes power draws
     * none itself.
     */
    private OptionalInt watts(List<PortTemplate> ports, Fields fields) {
        List<Integer> supplies = ports.stream().filter(port -> port.kind() == PortKind.POWER_INLET)
                .flatMapToInt(port -> port.maximumWatts().stream()).boxed().toList();
        if (supplies.isEmpty() || ports.stream().anyMatch(port -> port.kind() == PortKind.POWER_OUTLET)) {
            return OptionalInt.empty();
        }
        int sum = supplies.stream().mapToInt(Integer::intValue).sum();
        int carrying = (supplies.size() + 1) / 2;
        int watts = sum / supplies.size() * carrying;
        if (supplies.size() > 1) {
            findings.note(fields.line("power-ports"),
                    "%d W are taken as the most that it draws: %d of its %d supplies.",
                    watts, carrying, supplies.size());
        }
        return OptionalInt.of(watts);
    }

    private List<String> names(Fields fields, String key) {
        var names = new ArrayList<String>();
        for (Fields entry : entries(fields, key, findings)) {
            String name = entry.required("name", Limits.NAME);
            if (names.contains(name)) {
                findings.note(entry.line(), "%s has %s twice; it is taken once.", key, name);
            } else if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    static List<Fields> entries(Fields fields, String key, Findings findings) {
        Optional<YamlNode> node = fields.node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Sequence sequence)) {
            findings.fault(fields.line(key), "%s has to be a list.", key);
            return List.of();
        }
        var entries = new ArrayList<Fields>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlNode.Mapping mapping) {
                entries.add(new Fields(mapping, findings));
            } else {
                findings.fault(item.line(), "Each of %s has keys and values, such as 'name: eth0'.", key);
            }
        }
        return entries;
    }

    /** The comments, and under them what has no place of its own. */
    private String comments(Fields fields) {
        var parts = new ArrayList<String>();
        parts.add(fields.text("description", COMMENTS));
        parts.add(fields.text("comments", COMMENTS));
        List<String> modules = names(fields, "module-bays");
        if (!modules.isEmpty()) {
            parts.add("Module bays: " + String.join(", ", modules));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private void tellUnknown(Fields fields) {
        if (fields.node("inventory-items").isPresent()) {
            findings.note(fields.line("inventory-items"), "inventory-items are not recorded.");
        }
        for (String key : fields.keys()) {
            if (!KNOWN.contains(key) && !SILENT.contains(key) && !PortTexts.LISTS.containsKey(key)) {
                findings.note(fields.line(key), "%s is not known and not recorded.", key);
            }
        }
    }
}
