package org.dcos.server.cmdb.devicetype;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.dcos.server.cmdb.Texts;

/** The keys of a mapping, each read as what it should be; what does not fit is told with its line. */
final class Fields {

    private final Findings findings;
    private final int line;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Fields(YamlNode.Mapping mapping, Findings findings) {
        this.findings = findings;
        this.line = mapping.line();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (values.put(entry.key(), entry.value()) != null) {
                findings.note(entry.line(), "%s stands there twice; the later one counts.", entry.key());
            }
            lines.put(entry.key(), entry.line());
        }
    }

    int line() {
        return line;
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    Set<String> keys() {
        return values.keySet();
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !(node instanceof YamlNode.Scalar s && s.nothing()));
    }

    /** The text, cleaned; empty when it is not there. */
    String text(String key, int longest) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return "";
        }
        if (!(node.get() instanceof YamlNode.Scalar scalar)) {
            findings.fault(line(key), "%s has to be a text.", key);
            return "";
        }
        String text = Texts.cleanLines(scalar.text());
        if (text.length() > longest) {
            findings.fault(line(key), "%s has %d characters; use at most %d.", key, text.length(), longest);
            return "";
        }
        return text;
    }

    String required(String key, int longest) {
        String text = text(key, longest);
        if (text.isEmpty() && node(key).isEmpty()) {
            findings.fault(line(key), "There is no %s.", key);
        }
        return text;
    }

    boolean truth(String key, boolean otherwise) {
        String text = text(key, 100).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case "" -> otherwise;
            default -> {
                findings.fault(line(key), "%s is true or false, not '%s'.", key, text);
                yield otherwise;
            }
        };
    }

    Optional<Double> number(String key, double most) {
        String text = text(key, 100);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException _) {
            // told below
        }
        findings.fault(line(key), "%s is a number from 0 to %.0f, not '%s'.", key, most, text);
        return Optional.empty();
    }

    OptionalInt whole(String key, int most) {
        Optional<Double> number = number(key, most);
        return number.isPresent() ? OptionalInt.of((int) Math.round(number.get())) : OptionalInt.empty();
    }
}
