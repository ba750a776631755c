package org.dcos.net.probe;

import java.nio.file.Path;
import org.dcos.net.probe.socket.SocketFailed;

/** What an operator can do so that a method may be used. */
final class Advice {

    static String notHere(String method) {
        return "%s is spoken on Linux only, by a Java virtual machine that runs with --enable-native-access=ALL-UNNAMED."
                .formatted(method);
    }

    static String forArp(String networkInterface, SocketFailed e) {
        return e.forbidden()
                ? "ARP on %s needs CAP_NET_RAW, which this process lacks. %s".formatted(networkInterface, capability())
                : "ARP on %s could not be spoken: %s.".formatted(networkInterface, e.getMessage());
    }

    static String forEcho(SocketFailed e) {
        return e.forbidden()
                ? "ICMP echo needs a right that this process lacks. Let everybody ping, by: sysctl -w "
                        + "net.ipv4.ping_group_range='0 2147483647'. Or give the process CAP_NET_RAW. " + capability()
                : "ICMP echo could not be spoken: %s.".formatted(e.getMessage());
    }

    /** A program with a file capability ignores where it was linked to look for its libraries (ld.so(8), "$ORIGIN"). */
    private static String capability() {
        var home = Path.of(System.getProperty("java.home", "JAVA_HOME"));
        return ("Put AmbientCapabilities=CAP_NET_RAW into its systemd unit; or run: setcap cap_net_raw+ep %s, and: "
                + "echo %s >/etc/ld.so.conf.d/dcos-java.conf && ldconfig.").formatted(home.resolve("bin/java"),
                        home.resolve("lib"));
    }

    private Advice() {}
}
