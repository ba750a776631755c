package org.dcos.ui.model.dhcp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.dhcp.DhcpClient;
import org.dcos.domain.dhcp.DhcpSettings;
import org.dcos.domain.dhcp.DhcpStatus;
import org.dcos.domain.dhcp.HostInterface;
import org.dcos.domain.dhcp.Lease;
import org.dcos.domain.dhcp.NetworkUse;
import org.dcos.domain.dhcp.OtherServer;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.Texts;

/** Says what DHCP tells. */
final class DhcpWords {

    /** From this share on a pool is nearly full. */
    private static final double FULL = 0.9;

    private final Texts texts;
    private final Ages ages;

    DhcpWords(Texts texts) {
        this.texts = texts;
        ages = new Ages(texts);
    }

    DhcpSight sight(DhcpStatus status, DhcpSettings settings, Instant now) {
        var interfaces = status.interfaces().stream()
                .map(host -> row(host, settings.interfaces().contains(host.name()), now)).toList();
        return new DhcpSight(Optional.of(status.state()), mark(status.state()), headline(status, interfaces, now),
                texts.sentences().of(status.reason()), status.command(), interfaces,
                status.networks().stream().map(this::row).toList(), settings);
    }

    private static Mark mark(DhcpStatus.State state) {
        return switch (state) {
            case STOPPED -> Mark.OFF;
            case SERVING -> Mark.WELL;
            case PARTLY -> Mark.WARNING;
            case REFUSED -> Mark.CRITICAL;
        };
    }

    private String headline(DhcpStatus status, List<InterfaceRow> interfaces, Instant now) {
        String served = interfaces.stream().filter(it -> it.host().served()).map(InterfaceRow::name)
                .collect(Collectors.joining(", "));
        String age = ages.of(Duration.between(status.since(), now));
        return switch (status.state()) {
            case STOPPED -> texts.get("dhcp.state.STOPPED");
            case SERVING -> texts.get("dhcp.state.SERVING", served, age);
            case PARTLY -> texts.get("dhcp.state.PARTLY", served);
            case REFUSED -> texts.get("dhcp.state.REFUSED", age);
        };
    }

    private InterfaceRow row(HostInterface host, boolean chosen, Instant now) {
        String trouble = texts.sentences().of(host.trouble());
        String warning = host.others().isEmpty() ? trouble : others(host.others(), now);
        boolean refused = !host.trouble().isEmpty();
        Mark mark = !host.others().isEmpty() ? Mark.WARNING
                : refused ? Mark.CRITICAL : host.served() ? Mark.WELL : Mark.OFF;
        String link = Stream.of(texts.get(host.present() ? host.up() ? "dhcp.link.up" : "dhcp.link.down"
                : "dhcp.link.absent"), host.mac()).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
        return new InterfaceRow(host, mark, texts.get(host.served() ? "dhcp.interface.served"
                : refused ? "dhcp.interface.refused" : "dhcp.interface.free"),
                host.addresses().isEmpty() && host.present() ? texts.get("dhcp.interface.no.address")
                        : String.join(", ", host.addresses()),
                link, warning, chosen);
    }

    private String others(List<OtherServer> others, Instant now) {
        return texts.get("dhcp.others", others.stream().map(DhcpWords::name).collect(Collectors.joining(", ")),
                ages.of(others.stream().map(it -> Duration.between(it.since(), now)).max(Duration::compareTo)
                        .orElse(Duration.ZERO)));
    }

    private static String name(OtherServer other) {
        return other.address().isEmpty() ? other.mac() : other.address();
    }

    private NetworkRow row(NetworkUse use) {
        long taken = use.leased() + use.barred();
        double share = use.pool() == 0 ? 0 : (double) taken / use.pool();
        String note = Stream.of(texts.sentences().of(use.trouble()),
                use.reserved() == 0 ? "" : texts.get("dhcp.network.reserved", use.reserved()),
                use.barred() == 0 ? "" : texts.get("dhcp.network.barred", use.barred()))
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
        Mark mark = !use.trouble().isEmpty() || share >= FULL ? Mark.WARNING : Mark.WELL;
        return new NetworkRow(use, use.cidr().isEmpty() ? texts.get("dhcp.network.gone") : use.cidr(),
                use.attachedTo().orElse(texts.get("dhcp.network.relayed")),
                texts.get("dhcp.network.used", taken, use.pool()), share, note, mark);
    }

    LeaseRow row(Lease lease, Instant now) {
        Mark mark = switch (lease.state()) {
            case BOUND -> Mark.WELL;
            case EXPIRED, RELEASED -> Mark.OFF;
            case BARRED -> Mark.WARNING;
        };
        return new LeaseRow(lease, mark, machine(lease.client()),
                texts.get(lease.reserved() ? "dhcp.lease.reserved" : "dhcp.lease.temporary"),
                texts.of("dhcp.lease.state", lease.state()), ages.of(Duration.between(lease.heard(), now)),
                until(lease, now), where(lease));
    }

    private static String machine(DhcpClient client) {
        return Stream.of(client.hostName(), client.vendorClass()).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String until(Lease lease, Instant now) {
        return lease.until().isAfter(now) ? texts.get("dhcp.lease.in", ages.of(Duration.between(now, lease.until())))
                : texts.get("dhcp.lease.ago", ages.of(Duration.between(lease.until(), now)));
    }

    private static String where(Lease lease) {
        return lease.client().relay().map(it -> Stream.of(it.circuitId(), it.address())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "))).orElse(lease.interfaceName());
    }

    LeaseList list(List<Lease> leases, long total, Instant now) {
        var rows = leases.stream().map(it -> row(it, now)).toList();
        return new LeaseList(rows, rows.size() < total ? texts.get("dhcp.leases.some", rows.size(), total)
                : texts.get("dhcp.leases.all", total), true);
    }
}
