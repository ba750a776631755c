package org.dcos.net.dhcp.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Messages of real programs, taken off the wire between two network namespaces: see {@code captured.hex}.
 *
 * @param name   who sent it, and what it is
 * @param octets of the UDP datagram
 */
public record Captured(String name, byte[] octets) {

    public static List<Captured> all() throws IOException {
        var all = new ArrayList<Captured>();
        try (var in = Objects.requireNonNull(Captured.class.getResourceAsStream("captured.hex"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = line.split(": ");
                    all.add(new Captured(parts[0], HexFormat.of().parseHex(zeros(parts[1]))));
                }
            }
        }
        return all;
    }

    public static Message message(String name) throws IOException {
        for (var one : all()) {
            if (one.name.equals(name)) {
                return Message.decode(one.octets, one.octets.length);
            }
        }
        throw new IllegalArgumentException("no message '%s' in captured.hex".formatted(name));
    }

    /** A number in parentheses stands for so many octets that are zero. */
    private static String zeros(String line) {
        var out = new StringBuilder();
        for (int at = 0; at < line.length();) {
            if (line.charAt(at) == '(') {
                int end = line.indexOf(')', at);
                out.append("00".repeat(Integer.parseInt(line.substring(at + 1, end))));
                at = end + 1;
            } else {
                out.append(line.charAt(at++));
            }
        }
        return out.toString();
    }
}
