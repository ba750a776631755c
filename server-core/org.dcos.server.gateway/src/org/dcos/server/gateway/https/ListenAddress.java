package org.dcos.server.gateway.https;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host name or address as given, without brackets
 * @param port 0 lets the system choose
 */
public record ListenAddress(String host, int port) {

    private static final Pattern SHAPE = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)\\]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    /**
     * @param text {@code ADDR:PORT}, IPv6 in brackets: {@code 127.0.0.1:8443}, {@code [::1]:8443}
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static ListenAddress parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > MAX_PORT) {
            throw new IllegalArgumentException(
                    ("'%s' is no address to listen on. "
                            + "Write ADDR:PORT, for example 127.0.0.1:8443, 0.0.0.0:8443 or [::1]:8443.")
                                    .formatted(text));
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new ListenAddress(host, Integer.parseInt(matcher.group(3)));
    }

    /** @throws ListenFailure when the name is not known */
    InetSocketAddress resolve() throws ListenFailure {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new ListenFailure(
                    "Cannot listen on %s: no such name. Give an address of this machine.".formatted(this), e);
        }
    }

    ListenAddress at(int chosenPort) {
        return new ListenAddress(host, chosenPort);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
