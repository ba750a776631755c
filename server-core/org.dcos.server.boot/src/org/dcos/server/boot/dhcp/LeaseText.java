package org.dcos.server.boot.dhcp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.LeaseFilter;
import org.dcos.domain.dhcp.LeaseState;
import org.dcos.domain.dhcp.Reservation;
import org.dcos.net.dhcp.wire.BootOption;
import org.dcos.net.dhcp.wire.DhcpOption;
import org.dcos.net.dhcp.wire.Ipv4;
import org.dcos.net.dhcp.wire.LeaseOption;
import org.dcos.net.dhcp.wire.NetworkOption;
import org.dcos.net.dhcp.wire.Octets;
import org.dcos.net.dhcp.wire.Options;
import org.dcos.net.dhcp.wire.RelayInformation;

/** Leases of the engine as the product tells them. What clients say may be anything, and is made harmless. */
final class LeaseText {

    private static final HexFormat HEX = HexFormat.of();

    static Lease of(org.dcos.net.dhcp.lease.Lease lease, ServingPlan plan, Instant now) {
        var network = plan.network(lease.subnet());
        String address = lease.address().getHostAddress();
        String mac = lease.hardware().octets().toString();
        boolean reserved = network.filter(it -> it.isReserved(mac, address)).isPresent();
        return of(lease, reserved, network.flatMap(it -> it.settings().attachedTo()).orElse(""), now);
    }

    static Lease of(org.dcos.net.dhcp.lease.Lease lease, boolean reserved, String interfaceName, Instant now) {
        return new Lease(lease.address().getHostAddress(), lease.hardware().octets().toString(), client(lease),
                state(lease, now), lease.since(), lease.heard(), lease.until(), reserved, lease.subnet(),
                Ipv4.isNone(lease.relay()) ? interfaceName : "");
    }

    /** What has ended by time is told as ended, also while nobody serves. */
    static LeaseState state(org.dcos.net.dhcp.lease.Lease lease, Instant now) {
        return switch (lease.state()) {
            case BOUND -> lease.isBound(now) ? LeaseState.BOUND : LeaseState.EXPIRED;
            case EXPIRED -> LeaseState.EXPIRED;
            case RELEASED -> LeaseState.RELEASED;
            case DECLINED -> lease.isBarred(now) ? LeaseState.BARRED : LeaseState.EXPIRED;
        };
    }

    private static DhcpClient client(org.dcos.net.dhcp.lease.Lease lease) {
        Options told = lease.told();
        return new DhcpClient(
                told.find(BootOption.VendorClass.class).map(it -> harmless(it.name())).orElse(""),
                hex(told, LeaseOption.ClientIdentifier.CODE),
                told.find(NetworkOption.HostName.class).map(it -> harmless(it.name())).orElse(""),
                hex(told, org.dcos.net.dhcp.lease.Lease.VENDOR_OPTIONS),
                told.find(BootOption.UserClass.class).map(it -> harmless(String.join(" ", it.names()))).orElse(""),
                hex(told, BootOption.ClientMachine.CODE),
                told.find(BootOption.ClientArchitecture.class).map(BootOption.ClientArchitecture::types)
                        .orElse(List.of()),
                told.find(LeaseOption.ParameterRequest.class).map(it -> it.codes().values().boxed().toList())
                        .orElse(List.of()),
                relay(lease));
    }

    private static Optional<DhcpClient.Relay> relay(org.dcos.net.dhcp.lease.Lease lease) {
        if (Ipv4.isNone(lease.relay())) {
            return Optional.empty();
        }
        var information = lease.told().find(LeaseOption.RelayAgent.class).map(LeaseOption.RelayAgent::information);
        return Optional.of(new DhcpClient.Relay(lease.relay().getHostAddress(),
                information.flatMap(RelayInformation::circuit).map(LeaseText::readable).orElse(""),
                information.flatMap(it -> it.find(RelayInformation.REMOTE_ID)).map(LeaseText::readable).orElse("")));
    }

    private static String hex(Options told, int code) {
        return told.find(code).map(DhcpOption::payload).map(HEX::formatHex).orElse("");
    }

    private static String readable(Octets octets) {
        boolean printable = octets.length() > 0 && octets.values().allMatch(it -> it >= ' ' && it < 0x7F);
        return printable ? octets.text() : HEX.formatHex(octets.bytes());
    }

    /** UTF-8 where it is that, else each octet a character; no control characters. */
    private static String harmless(String latin) {
        byte[] octets = latin.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(octets, StandardCharsets.UTF_8);
        return (text.indexOf('\uFFFD') >= 0 ? latin : text).replaceAll("\\p{Cntrl}", "").strip();
    }

    static boolean wanted(LeaseFilter filter, Lease lease) {
        return filter.state().filter(it -> it != lease.state()).isEmpty()
                && filter.network().filter(it -> !it.equals(lease.network())).isEmpty()
                && filter.text().filter(it -> !has(lease, it.strip().toLowerCase(Locale.ROOT))).isEmpty();
    }

    private static boolean has(Lease lease, String text) {
        DhcpClient client = lease.client();
        String all = String.join("\n", lease.address(), lease.mac(), client.vendorClass(), client.clientId(),
                client.hostName(), client.userClass(), lease.interfaceName(), lease.network(),
                client.relay().map(it -> String.join("\n", it.address(), it.circuitId(), it.remoteId())).orElse(""));
        return text.isEmpty() || all.toLowerCase(Locale.ROOT).contains(text);
    }

    /** Reads a MAC however it is written. */
    static String mac(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
        if (!digits.matches("[0-9a-f]{12}")) {
            throw new IllegalArgumentException("'%s' is no MAC: write it as 3c:ec:ef:01:02:03.".formatted(text));
        }
        return HexFormat.ofDelimiter(":").formatHex(HEX.parseHex(digits));
    }

    static Reservation ordered(String mac, String address) {
        return new Reservation(mac, address, Reservation.Origin.ORDER, "");
    }

    private LeaseText() {}
}
