package org.dcos.server.cmdb.devicetype;

import java.util.List;

/** A part of a YAML text, with the line that it begins in, counted from 1. */
sealed interface YamlNode {

    int line();

    /** A single value. @param plain whether it stands without quotes */
    record Scalar(String text, boolean plain, int line) implements YamlNode {

        /** Whether nothing is said by it. */
        boolean nothing() {
            return text.isEmpty() || plain && ("null".equalsIgnoreCase(text) || "~".equals(text));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** Keys and values in their order; a key may stand there twice. */
    record Mapping(List<Entry> entries, int line) implements YamlNode {}

    /** A key and its value. */
    record Entry(String key, YamlNode value, int line) {}
}
