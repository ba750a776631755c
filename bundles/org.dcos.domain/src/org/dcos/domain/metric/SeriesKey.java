package org.dcos.domain.metric;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What identifies a series: a metric's name and labels, as Prometheus has them.
 *
 * @param metric {@code [a-zA-Z_:][a-zA-Z0-9_:]*}, e.g. {@code ipmi_sensor}
 * @param labels sorted by name, e.g. {@code server=<id>, sensor=Inlet Temp}; at most {@link #MAX_LABELS}
 */
public record SeriesKey(String metric, SortedMap<String, String> labels) implements Comparable<SeriesKey> {

    public static final int MAX_LABELS = 30;

    public SeriesKey {
        if (!metric.matches("[a-zA-Z_:][a-zA-Z0-9_:]{0,199}")) {
            throw new IllegalArgumentException(
                    "'%s' is no metric name: letters, digits, _ and :, at most 200".formatted(metric));
        }
        if (labels.size() > MAX_LABELS) {
            throw new IllegalArgumentException(
                    "series %s has %d labels, at most %d are allowed".formatted(metric, labels.size(), MAX_LABELS));
        }
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public static SeriesKey of(String metric, Map<String, String> labels) {
        return new SeriesKey(metric, new TreeMap<>(labels));
    }

    /** Whether this series has the metric and all these labels; others may be there too. */
    public boolean matches(String wantedMetric, Map<String, String> wantedLabels) {
        return metric.equals(wantedMetric)
                && wantedLabels.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    }

    @Override
    public int compareTo(SeriesKey other) {
        return toString().compareTo(other.toString());
    }

    /** As Prometheus writes it: {@code metric{a="b",c="d"}}. */
    @Override
    public String toString() {
        var text = new StringBuilder(metric).append('{');
        labels.forEach((name, value) -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ",").append(name)
                .append("=\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"'));
        return text.append('}').toString();
    }
}
