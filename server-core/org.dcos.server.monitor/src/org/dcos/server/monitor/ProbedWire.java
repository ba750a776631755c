package org.dcos.server.monitor;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.WireCheck;
import org.dcos.domain.ip.WireFinding;
import org.dcos.net.probe.AddressProbe;
import org.dcos.net.probe.Attempt;
import org.dcos.net.probe.Evidence;
import org.dcos.net.probe.Finding;
import org.dcos.net.probe.Method;
import org.dcos.net.probe.Omission;
import org.dcos.net.probe.ProbeOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Asks addresses by ARP or neighbour solicitation, ICMP echo and TCP connect, as far as this machine can. */
@Component
public final class ProbedWire implements WireCheck {

    private final AddressProbe probe;
    private final ProbeOptions options;

    @Activate
    public ProbedWire() {
        this(new AddressProbe(), ProbeOptions.defaults());
    }

    ProbedWire(AddressProbe probe, ProbeOptions options) {
        this.probe = probe;
        this.options = options;
    }

    @Deactivate
    void close() {
        probe.close();
    }

    @Override
    public List<WireFinding> ask(Collection<Address> addresses) throws InterruptedException {
        List<InetAddress> asked = addresses.stream().map(address -> InetAddress.ofLiteral(address.toString())).toList();
        Map<InetAddress, Finding> findings = probe.ask(asked, options);
        return addresses.stream().map(address -> told(address, findings.get(InetAddress.ofLiteral(address.toString()))))
                .toList();
    }

    private static WireFinding told(Address address, Finding finding) {
        return switch (finding) {
            case Finding.Answered(Evidence by) ->
                    new WireFinding(address.toString(), WireFinding.Outcome.ANSWERED, words(by));
            case Finding.Silent(List<Attempt> tried, List<Omission> omitted) -> new WireFinding(address.toString(),
                    WireFinding.Outcome.SILENT, "silent to %s%s".formatted(tried.stream()
                            .map(attempt -> "%s (%d tries)".formatted(words(attempt.method()), attempt.tries()))
                            .collect(Collectors.joining(", ")), omitted(omitted)));
            case Finding.NotTried(List<Omission> why) -> new WireFinding(address.toString(),
                    WireFinding.Outcome.NOT_ASKED, "not asked%s".formatted(omitted(why)));
        };
    }

    private static String words(Evidence by) {
        return switch (by) {
            case Evidence.Arp(var hardware) -> "ARP answer from " + hardware;
            case Evidence.Neighbour(var hardware) ->
                    "neighbour advertisement" + hardware.map(it -> " from " + it).orElse("");
            case Evidence.Echo(var roundTrip) -> String.format(Locale.ROOT, "ICMP echo answered in %.1f ms",
                    roundTrip.toNanos() / 1e6);
            case Evidence.EchoRefused(int type, int code) -> "ICMP echo refused by the host itself (type %d, code %d)"
                    .formatted(type, code);
            case Evidence.Tcp(int port, boolean accepted) -> "TCP connection to port %d %s".formatted(port,
                    accepted ? "accepted" : "refused");
        };
    }

    private static String words(Method method) {
        return switch (method) {
            case ARP -> "ARP";
            case NDP -> "neighbour solicitation";
            case ICMP_ECHO -> "ICMP echo";
            case TCP_CONNECT -> "TCP";
        };
    }

    private static String omitted(List<Omission> omitted) {
        return omitted.isEmpty() ? ""
                : omitted.stream()
                        .map(omission -> "%s: %s".formatted(words(omission.method()), omission.text()))
                        .collect(Collectors.joining(" ", "; ", ""));
    }
}
