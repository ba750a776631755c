package org.dcos.net.dhcp.server;

import java.io.IOException;
import org.dcos.net.dhcp.socket.SocketFailed;

/** The server cannot have its port; the message says what to do about it. */
public final class PortRefused extends IOException {

    private static final long serialVersionUID = 1L;

    PortRefused(String message) {
        super(message);
    }

    static PortRefused notHere() {
        return new PortRefused("DHCP is served on Linux only, by a Java virtual machine with "
                + "--enable-native-access=ALL-UNNAMED.");
    }

    static PortRefused noInterface(String networkInterface) {
        return new PortRefused("DHCP cannot be served on %s: there is no such network interface; 'ip link' lists them."
                .formatted(networkInterface));
    }

    static PortRefused of(String networkInterface, int port, SocketFailed e) {
        if (e.taken()) {
            return new PortRefused(("DHCP cannot be served on %s: another program has UDP port %d. 'ss -lunp sport = "
                    + ":%2$d' as root tells which (dnsmasq, dhcpd, kea-dhcp4, libvirt): stop it, or keep it off %1$s.")
                            .formatted(networkInterface, port));
        }
        if (e.forbidden()) {
            return new PortRefused(("DHCP cannot be served on %s: this process may not have UDP port %d. %s")
                    .formatted(networkInterface, port, capabilities()));
        }
        return new PortRefused("DHCP cannot be served on %s: %s.".formatted(networkInterface, e.getMessage()));
    }

    /**
     * A java with capabilities of its own does not look for its libraries where it lies (ld.so(8), "$ORIGIN"), so the
     * system has to be told of them.
     */
    static String capabilities() {
        var home = System.getProperty("java.home", "/usr/lib/jvm/java");
        return ("Put AmbientCapabilities=CAP_NET_BIND_SERVICE CAP_NET_RAW into its systemd unit. Or as root: "
                + "echo %s/lib >/etc/ld.so.conf.d/dcos-java.conf; ldconfig; "
                + "setcap cap_net_bind_service,cap_net_raw+ep %1$s/bin/java. Then start it again.").formatted(home);
    }
}
