package org.dcos.server.cmdb.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;

/**
 * The ports of a device type as text, a line for each:
 * {@code name | kind | connector | management or nothing | through | position | watts}; what is empty at the end is
 * left
 * out. A bar within a text is written {@code \|}.
 */
final class PortLines {

    private static final int PARTS = 7;

    private PortLines() {}

    static String text(List<PortTemplate> ports) {
        return ports.stream().map(PortLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(PortTemplate port) {
        var parts = new ArrayList<>(List.of(port.name(), port.kind().name(), port.connector(),
                port.managementOnly() ? "management" : "", port.through().orElse(""), number(port.position()),
                number(port.maximumWatts())));
        while (parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts.stream().map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /** @throws IllegalArgumentException with a sentence */
    static List<PortTemplate> ports(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(PortLines::port).toList();
    }

    private static PortTemplate port(String line) {
        String[] parts = Arrays.copyOf(Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                .map(part -> part.strip().replace("\\|", "|").replace("\\\\", "\\")).toArray(String[]::new), PARTS);
        for (int i = 0; i < PARTS; i++) {
            parts[i] = parts[i] == null ? "" : parts[i];
        }
        try {
            return new PortTemplate(parts[0], PortKind.valueOf(parts[1]), parts[2], !parts[3].isEmpty(),
                    Optional.of(parts[4]).filter(t -> !t.isEmpty()), number(parts[5]), number(parts[6]));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "'%s' is no port; write it as eth0 | NETWORK | 1000base-t, with the kinds %s.".formatted(line,
                            Arrays.stream(PortKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
        }
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
