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
        var seen = new long[256 / Long.SIZE];
        for (var option : all) {
            int code = option.code();
            if ((seen[code / Long.SIZE] & 1L << code) != 0) {
                throw new IllegalArgumentException("option %d twice".formatted(code));
            }
            seen[code / Long.SIZE] |= 1L << code;
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
        for (var option : all) {
            if (option.code() == code) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
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
