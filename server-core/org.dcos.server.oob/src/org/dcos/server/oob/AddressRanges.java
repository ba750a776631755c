package org.dcos.server.oob;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.problem.Invalid.Violation;

/** Reads IPv4 addresses, ranges and networks as people write them. Host names are not taken: nothing is resolved. */
final class AddressRanges {

    private static final long MAX_IPV4 = 0xFFFF_FFFFL;
    private static final int BITS = 32;
    /** From a /30 on, the first and the last address of a network are not hosts (RFC 3021 for /31). */
    private static final int SMALLEST_WITH_BROADCAST = 30;

    private AddressRanges() {}

    /**
     * @param lines      {@code 10.1.2.3}, {@code 10.1.2.10-10.1.3.20}, {@code 10.1.2.10-20} or {@code 10.1.2.0/24}
     * @param violations gets one entry for every line that cannot be read, field {@code ranges[i]}
     * @return the addresses in the order given, each once
     */
    static List<String> expand(List<String> lines, List<Violation> violations) {
        Set<Long> addresses = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            var field = "ranges[" + i + "]";
            try {
                var range = range(lines.get(i).strip());
                if (addresses.size() + range.count() > DiscoveryOrder.MAX_ADDRESSES) {
                    violations
                            .add(new Violation(field, "'%s' makes more than %,d addresses in all; sweep them in parts."
                                    .formatted(lines.get(i), DiscoveryOrder.MAX_ADDRESSES)));
                    return List.of();
                }
                for (long address = range.first; address <= range.last; address++) {
                    addresses.add(address);
                }
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(field, e.getMessage()));
            }
        }
        return new ArrayList<>(addresses.stream().map(AddressRanges::text).toList());
    }

    /** Whether the text is one IPv4 address in numbers. */
    static boolean isAddress(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private record Range(long first, long last) {
        long count() {
            return last - first + 1;
        }
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return network(text, text.substring(0, slash), text.substring(slash + 1));
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            long address = parse(text);
            return new Range(address, address);
        }
        var from = text.substring(0, dash).strip();
        var to = text.substring(dash + 1).strip();
        long first = parse(from);
        long last = parse(to.contains(".") ? to : from.substring(0, from.lastIndexOf('.') + 1) + to);
        if (last < first) {
            throw new IllegalArgumentException("'%s' ends before it begins.".formatted(text));
        }
        return new Range(first, last);
    }

    private static Range network(String text, String address, String length) {
        if (!length.matches("[0-9]{1,2}") || Integer.parseInt(length) > BITS) {
            throw new IllegalArgumentException("'%s': the prefix length is a number from 0 to 32.".formatted(text));
        }
        int bits = Integer.parseInt(length);
        long mask = bits == 0 ? 0 : MAX_IPV4 << (BITS - bits) & MAX_IPV4;
        long first = parse(address) & mask;
        long last = first | ~mask & MAX_IPV4;
        return bits > SMALLEST_WITH_BROADCAST ? new Range(first, last) : new Range(first + 1, last - 1);
    }

    private static long parse(String text) {
        var parts = text.strip().split("\\.", -1);
        long address = 0;
        for (var part : parts) {
            if (parts.length != 4 || !part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException(("'%s' is no IPv4 address, range or network; write 10.1.2.3, "
                        + "10.1.2.10-10.1.2.99 or 10.1.2.0/24.").formatted(text));
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    private static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
