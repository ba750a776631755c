package org.dcos.net.probe;

import org.dcos.net.probe.socket.SocketFailed;

/** What an operator can do so that a method may be used. */
final class Advice {

    static String notHere(String method) {
        return "%s is spoken on Linux only, by a Java virtual machine with --enable-native-access=ALL-UNNAMED."
                .formatted(method);
    }

    static String forNeighbours(String method, String networkInterface, SocketFailed e) {
        return e.forbidden()
                ? "%s on %s needs CAP_NET_RAW, which this process lacks. %s".formatted(method, networkInterface,
                        capability())
                : "%s on %s could not be spoken: %s.".formatted(method, networkInterface, e.getMessage());
    }

    static String forEcho(SocketFailed e) {
        return e.forbidden()
                ? "ICMP echo needs a right that this process lacks. Let everybody ping, by: sysctl -w "
                        + "net.ipv4.ping_group_range='0 2147483647'. Or give the process CAP_NET_RAW. " + capability()
                : "ICMP echo could not be spoken: %s.".formatted(e.getMessage());
    }

    /**
     * No setcap on java: it would then not look for its libraries where it lies (ld.so(8), "$ORIGIN"), and not start.
     */
    private static String capability() {
        return ("Put AmbientCapabilities=CAP_NET_RAW into its systemd unit, or start it as root by: setpriv --reuid %s "
                + "--init-groups --inh-caps +net_raw --ambient-caps +net_raw COMMAND. A setcap on bin/java alone keeps "
                + "java from starting.").formatted(System.getProperty("user.name", "USER"));
    }

    private Advice() {}
}
