package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.server.cmdb.Limits;

/** Reads the ports of a type: each of the lists of the format is one kind of port. */
final class PortTexts {

    static final Map<String, PortKind> LISTS = lists();

    private static final int MOST_POSITIONS = 1024;
    private static final Set<String> TAKEN = Set.of("name", "type", "mgmt_only", "maximum_draw", "power_port",
            "rear_port", "rear_port_position", "positions", "color");

    private final Findings findings;
    private final Map<PortKind, Set<String>> names = new HashMap<>();
    /** Positions of each rear port. */
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Mapped> mapped = new HashMap<>();

    private record Mapped(String rear, int position) {}

    PortTexts(Findings findings) {
        this.findings = findings;
    }

    private static Map<String, PortKind> lists() {
        var lists = new LinkedHashMap<String, PortKind>(); // what is led to comes before what leads there
        lists.put("interfaces", PortKind.NETWORK);
        lists.put("power-ports", PortKind.POWER_INLET);
        lists.put("power-outlets", PortKind.POWER_OUTLET);
        lists.put("console-ports", PortKind.CONSOLE);
        lists.put("console-server-ports", PortKind.CONSOLE_SERVER);
        lists.put("rear-ports", PortKind.REAR);
        lists.put("front-ports", PortKind.FRONT);
        return lists;
    }

    List<PortTemplate> read(Fields fields) {
        map(fields);
        var ports = new ArrayList<PortTemplate>();
        LISTS.forEach((key, kind) -> {
            var unrecorded = new LinkedHashSet<String>();
            for (Fields entry : TypeText.entries(fields, key, findings)) {
                port(kind, entry).ifPresent(ports::add);
                entry.keys().stream().filter(field -> !TAKEN.contains(field) && meant(entry, field))
                        .forEach(unrecorded::add);
            }
            if (!unrecorded.isEmpty()) {
                findings.note(fields.line(key), "Of %s, %s is not recorded.", key, String.join(", ", unrecorded));
            }
        });
        return ports;
    }

    private static boolean meant(Fields entry, String field) {
        return entry.node(field).filter(node -> !("enabled".equals(field)
                && node instanceof YamlNode.Scalar scalar && "true".equalsIgnoreCase(scalar.text()))).isPresent();
    }

    /** The newer form of the format: which front port leads to which rear port stands in a list of its own. */
    private void map(Fields fields) {
        for (Fields entry : TypeText.entries(fields, "port-mappings", findings)) {
            String front = entry.required("front_port", Limits.NAME);
            var to = new Mapped(entry.required("rear_port", Limits.NAME),
                    entry.whole("rear_port_position", MOST_POSITIONS).orElse(1));
            if (mapped.put(front, to) != null) {
                findings.note(entry.line(), "%s leads to several positions; the last is recorded.", front);
            }
        }
    }

    private Optional<PortTemplate> port(PortKind kind, Fields entry) {
        String name = entry.required("name", Limits.NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (kind == PortKind.REAR) {
            positions.put(name, entry.whole("positions", MOST_POSITIONS).orElse(1));
        }
        Optional<String> through = switch (kind) {
            case POWER_OUTLET -> led(entry, "power_port", PortKind.POWER_INLET);
            case FRONT -> entry.node("rear_port").isPresent()
                    ? led(entry, "rear_port", PortKind.REAR)
                    : rear(name, entry);
            case NETWORK, POWER_INLET, CONSOLE, CONSOLE_SERVER, REAR -> Optional.empty();
        };
        OptionalInt position = kind == PortKind.FRONT && through.isPresent()
                ? position(name, entry, through.get())
                : OptionalInt.empty();
        return Optional.of(new PortTemplate(only(kind, name, entry), kind, entry.text("type", Limits.NAME),
                kind == PortKind.NETWORK && entry.truth("mgmt_only", false), through, position,
                kind == PortKind.POWER_INLET ? entry.whole("maximum_draw", Limits.POWER_WATTS) : OptionalInt.empty()));
    }

    private OptionalInt position(String front, Fields entry, String rear) {
        int position = entry.whole("rear_port_position", MOST_POSITIONS)
                .orElse(mapped.containsKey(front) ? mapped.get(front).position() : 1);
        int there = positions.getOrDefault(rear, 1);
        if (position > there) {
            findings.fault(entry.line(), "%s leads to position %d of %s, which has %d.", front, position, rear, there);
        }
        return OptionalInt.of(position);
    }

    private Optional<String> led(Fields entry, String key, PortKind to) {
        String name = entry.text(key, Limits.NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return known(name, to, entry.line(key));
    }

    private Optional<String> rear(String front, Fields entry) {
        return mapped.containsKey(front)
                ? known(mapped.get(front).rear(), PortKind.REAR, entry.line())
                : Optional.empty();
    }

    private Optional<String> known(String name, PortKind kind, int line) {
        if (names.getOrDefault(kind, Set.of()).contains(name)) {
            return Optional.of(name);
        }
        findings.fault(line, "There is no %s named %s.", kind == PortKind.REAR ? "rear port" : "power port", name);
        return Optional.empty();
    }

    /** A name that no other port of the kind has. */
    private String only(PortKind kind, String name, Fields entry) {
        Set<String> taken = names.computeIfAbsent(kind, _ -> new HashSet<>());
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + " " + number;
        }
        if (!free.equals(name)) {
            findings.note(entry.line(), "%s stands there twice; this one is recorded as %s.", name, free);
        }
        return free;
    }
}
