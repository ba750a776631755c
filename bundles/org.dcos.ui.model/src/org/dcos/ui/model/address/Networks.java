package org.dcos.ui.model.address;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.cmdb.Vrf;
import org.dcos.domain.ip.Address;
import org.dcos.domain.ip.AddressRange;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.Utilisation;
import org.dcos.ui.model.address.NetworkPicture.Part;
import org.dcos.ui.model.address.NetworkPicture.Use;
import org.dcos.ui.model.text.Texts;

/** Makes tree, picture and table out of records: pure functions. */
final class Networks {

    private static final String INDENT = "    ";

    private final Texts texts;

    Networks(Texts texts) {
        this.texts = texts;
    }

    /** The routing tables with their networks, those within others indented. */
    List<NetworkRow> tree(List<Vrf> vrfs, List<Prefix> prefixes) {
        var rows = new ArrayList<NetworkRow>();
        Map<Optional<UUID>, List<Prefix>> byVrf = new HashMap<>();
        prefixes.forEach(prefix -> byVrf.computeIfAbsent(prefix.vrf(), _ -> new ArrayList<>()).add(prefix));
        if (byVrf.containsKey(Optional.<UUID>empty()) || vrfs.isEmpty()) {
            rows.add(new NetworkRow(Optional.empty(), texts.get("address.global"), ""));
            below(rows, byVrf.getOrDefault(Optional.<UUID>empty(), List.of()));
        }
        vrfs.stream().sorted(Comparator.comparing(Vrf::name)).forEach(vrf -> {
            rows.add(new NetworkRow(Optional.empty(), vrf.name(), vrf.routeDistinguisher()));
            below(rows, byVrf.getOrDefault(Optional.of(vrf.id()), List.of()));
        });
        return List.copyOf(rows);
    }

    private void below(List<NetworkRow> rows, List<Prefix> prefixes) {
        var open = new ArrayList<Cidr>();
        for (Prefix prefix : prefixes.stream().sorted(Comparator.comparing(Networks::cidr)).toList()) {
            Cidr cidr = cidr(prefix);
            while (!open.isEmpty() && !open.getLast().contains(cidr)) {
                open.removeLast();
            }
            String detail = prefix.purpose().isEmpty() ? prefix.description() : prefix.purpose();
            rows.add(new NetworkRow(Optional.of(prefix), INDENT.repeat(open.size()) + prefix.cidr(), detail));
            open.add(cidr);
        }
    }

    /** The network within those around it, and what lies in it. */
    NetworkPicture picture(Prefix chosen, List<Prefix> prefixes, List<SpaceBlock> blocks) {
        Cidr shown = cidr(chosen);
        var around = prefixes.stream().filter(prefix -> prefix.vrf().equals(chosen.vrf()))
                .filter(prefix -> cidr(prefix).contains(shown)).sorted(Comparator.comparing(Networks::cidr)).toList();
        var parts = new ArrayList<Part>();
        around.forEach(prefix -> parts.add(part(prefix, OptionalDouble.empty())));
        for (SpaceBlock block : blocks) {
            block.item().ifPresent(item -> {
                switch (item) {
                    case Prefix prefix -> parts.add(part(prefix, share(block)));
                    case IpRange range -> parts.add(new Part(block.first() + "-" + block.last(), range(block),
                            range.description(), range.use() == RangeUse.DHCP ? Use.DHCP : Use.RESERVED,
                            OptionalDouble.empty()));
                    case IpAddress address -> parts.add(new Part(address.address(), range(block), name(address),
                            use(address.state()), OptionalDouble.empty()));
                    default -> throw new IllegalStateException("no " + item.getClass() + " lies in a network");
                }
            });
        }
        return new NetworkPicture(around.isEmpty() ? shown : cidr(around.getFirst()), shown, parts);
    }

    private static Part part(Prefix prefix, OptionalDouble used) {
        return new Part(prefix.cidr(), cidr(prefix).range(), name(prefix),
                switch (prefix.state()) {
                    case CONTAINER -> Use.CONTAINER;
                    case ACTIVE -> Use.ACTIVE;
                    case RESERVED -> Use.RESERVED;
                    case DEPRECATED -> Use.QUARANTINED;
                }, prefix.state() == PrefixState.CONTAINER ? OptionalDouble.empty() : used);
    }

    private static OptionalDouble share(SpaceBlock block) {
        return block.usage().map(usage -> OptionalDouble.of(used(usage))).orElse(OptionalDouble.empty());
    }

    /** 0 to 1. */
    static double used(Utilisation usage) {
        return usage.size() == 0 ? 0 : 1 - (double) usage.free() / usage.size();
    }

    private static Use use(AddressState state) {
        return switch (state) {
            case ASSIGNED -> Use.ACTIVE;
            case RESERVED -> Use.RESERVED;
            case DHCP -> Use.DHCP;
            case QUARANTINED -> Use.QUARANTINED;
        };
    }

    /** What lies in the network, line by line, the free parts too. */
    List<AddressRow> rows(List<SpaceBlock> blocks, Map<UUID, String> holders) {
        return blocks.stream().map(block -> row(block, holders)).toList();
    }

    private AddressRow row(SpaceBlock block, Map<UUID, String> holders) {
        String range = range(block).toString();
        if (block.item().isEmpty()) {
            return new AddressRow(range, texts.get("address.free"), "", "", Optional.empty(), Optional.empty());
        }
        return switch (block.item().get()) {
            case Prefix prefix -> new AddressRow(prefix.cidr(), texts.of("address.prefix", prefix.state()),
                    name(prefix), block.usage().map(this::usage).orElse(""), Optional.empty(),
                    Optional.of(prefix.id()));
            case IpRange ip -> new AddressRow(range, texts.of("address.range", ip.use()), ip.description(), "",
                    Optional.empty(), Optional.empty());
            case IpAddress ip -> new AddressRow(range, texts.of("address.state", ip.state()),
                    ip.holder().map(id -> holders.getOrDefault(id, "")).filter(n -> !n.isEmpty())
                            .orElse(ip.dnsName()),
                    ip.freeAfter().map(time -> texts.get("address.until", time.toString())).orElse(ip.description()),
                    Optional.of(ip.id()), Optional.empty());
            default -> throw new IllegalStateException("this does not lie in a network");
        };
    }

    /** {@code 12 assigned, 3 reserved, 100 DHCP, 1 in quarantine, 138 free}. */
    String usage(Utilisation usage) {
        return texts.get("address.usage", usage.assigned(), usage.reserved(), usage.dhcp(), usage.quarantined(),
                usage.free());
    }

    private static String name(Prefix prefix) {
        return prefix.description().isEmpty() ? prefix.purpose() : prefix.description();
    }

    private static String name(IpAddress address) {
        return address.dnsName().isEmpty() ? address.description() : address.dnsName();
    }

    static Cidr cidr(Prefix prefix) {
        return Cidr.parse(prefix.cidr());
    }

    private static AddressRange range(SpaceBlock block) {
        return new AddressRange(Address.parse(block.first()), Address.parse(block.last()));
    }
}
