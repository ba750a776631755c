package org.dcos.net.dhcp.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The options of a message, in order, each code once. */
public record Options(List<DhcpOption> all) {

    public static final Options NONE = new Options(List.of());

    public Options {
        all = List.copyOf(all);
        long codes = 0;
        var seen = new boolean[256];
        for (var option : all) {
            codes += seen[option.code()] ? 1 : 0;
            seen[option.code()] = true;
        }
        if (codes > 0) {
            throw new IllegalArgumentException("an option twice: %s".formatted(all));
        }
    }

    public static Options of(DhcpOption... options) {
        return new Options(List.of(options));
    }

    public <T extends DhcpOption> Optional<T> find(Class<T> type) {
        for (var option : all) {
            if (type.isInstance(option)) {
                return Optional.of(type.cast(option));
            }
        }
        return Optional.empty();
    }

    public Optional<DhcpOption> find(int code) {
        return all.stream().filter(it -> it.code() == code).findFirst();
    }

    /** Those of both; where both have a code, the other's. */
    public Options overriddenBy(Options other) {
        if (other.all.isEmpty()) {
            return this;
        }
        var merged = new LinkedHashMap<Integer, DhcpOption>();
        all.forEach(it -> merged.put(it.code(), it));
        other.all.forEach(it -> merged.put(it.code(), it));
        return new Options(new ArrayList<>(merged.values()));
    }
}
