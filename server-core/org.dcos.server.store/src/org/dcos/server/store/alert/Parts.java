package org.dcos.server.store.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values in one column: a line {@code name=value} each. Values that nobody ever searches for need no columns. */
final class Parts {

    private static final String LINE = "\n";

    private final Map<String, String> values = new LinkedHashMap<>();

    Parts put(String name, Object value) {
        values.put(name, String.valueOf(value));
        return this;
    }

    Parts put(String name, List<String> list) {
        put(name + ".size", list.size());
        for (int i = 0; i < list.size(); i++) {
            put(name + "." + i, list.get(i));
        }
        return this;
    }

    String write() {
        var lines = new ArrayList<String>();
        values.forEach((name, value) -> lines
                .add(name + "=" + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")));
        return String.join(LINE, lines);
    }

    static Parts read(String text) {
        var parts = new Parts();
        for (var line : text.split(LINE)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                parts.values.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
            }
        }
        return parts;
    }

    private static String unescaped(String value) {
        var plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(switch (value.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> value.charAt(i);
                });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** @throws IllegalArgumentException when there is none */
    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    Duration duration(String name) {
        return Duration.parse(text(name));
    }

    List<String> list(String name) {
        var list = new ArrayList<String>();
        for (int i = 0; i < whole(name + ".size"); i++) {
            list.add(text(name + "." + i));
        }
        return list;
    }
}
