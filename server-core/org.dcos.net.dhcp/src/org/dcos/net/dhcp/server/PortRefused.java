package org.dcos.net.dhcp.server;

import java.io.IOException;
import java.util.Optional;
import org.dcos.net.dhcp.socket.SocketFailed;

/** The server cannot have its port; the message says what to do about it. */
public final class PortRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final String networkInterface;
    private final String reason;
    private final String command;

    private PortRefused(String networkInterface, String reason, String command) {
        super(command.isEmpty() ? reason : "%s Command: %s".formatted(reason, command));
        this.networkInterface = networkInterface;
        this.reason = reason;
        this.command = command;
    }

    PortRefused(String networkInterface, String reason) {
        this(networkInterface, reason, "");
    }

    static PortRefused notHere(String networkInterface) {
        return new PortRefused(networkInterface, "DHCP is served on Linux only, by a Java virtual machine with "
                + "--enable-native-access=ALL-UNNAMED.");
    }

    static PortRefused noInterface(String networkInterface) {
        return new PortRefused(networkInterface,
                "DHCP cannot be served on %s: there is no such network interface. The command lists those there are."
                        .formatted(networkInterface),
                "ip link");
    }

    static PortRefused of(String networkInterface, int port, SocketFailed e) {
        if (e.taken()) {
            return new PortRefused(networkInterface,
                    ("DHCP cannot be served on %s: another program has UDP port %d. The command tells which (dnsmasq, "
                            + "dhcpd, kea-dhcp4, libvirt): stop it, or keep it off %s.")
                                    .formatted(networkInterface, port, networkInterface),
                    "sudo ss -lunp 'sport = :%d'".formatted(port));
        }
        if (e.forbidden()) {
            return new PortRefused(networkInterface,
                    ("DHCP cannot be served on %s: this process may not have UDP port %d. Put AmbientCapabilities="
                            + "CAP_NET_BIND_SERVICE CAP_NET_RAW into its systemd unit, or run the command; then start "
                            + "it again.").formatted(networkInterface, port),
                    capabilityCommand());
        }
        return new PortRefused(networkInterface,
                "DHCP cannot be served on %s: %s.".formatted(networkInterface, e.getMessage()));
    }

    static PortRefused notToBeLookedAt(String networkInterface, SocketFailed e) {
        return e.forbidden() ? new PortRefused(networkInterface,
                ("Other DHCP servers on %s cannot be looked for: this process may not send packets. Put "
                        + "AmbientCapabilities=CAP_NET_BIND_SERVICE CAP_NET_RAW into its systemd unit, or run the "
                        + "command; then start it again.").formatted(networkInterface),
                capabilityCommand())
                : new PortRefused(networkInterface, "Other DHCP servers on %s cannot be looked for: %s.".formatted(
                        networkInterface, e.getMessage()));
    }

    /** The interface that is refused. */
    public String networkInterface() {
        return networkInterface;
    }

    /** Why, in sentences, without the command. */
    public String reason() {
        return reason;
    }

    /** What a shell is to be told so that it works, or so that one sees why not; empty where there is no such thing. */
    public Optional<String> command() {
        return command.isEmpty() ? Optional.empty() : Optional.of(command);
    }

    /**
     * A java with capabilities of its own does not look for its libraries where it lies (ld.so(8), "$ORIGIN"), so the
     * system has to be told of them.
     */
    static String capabilityCommand() {
        var home = System.getProperty("java.home", "/usr/lib/jvm/java");
        return ("sudo sh -c 'echo %s/lib >/etc/ld.so.conf.d/dcos-java.conf && ldconfig && "
                + "setcap cap_net_bind_service,cap_net_raw+ep %1$s/bin/java'").formatted(home);
    }
}
