package org.dcos.server.cmdb.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Owner;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Hit.Match;
import org.dcos.domain.search.Search;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks through all records for each question. Comparing the few texts of some hundred thousand items takes
 * milliseconds, so there is no index that would have to follow the commits.
 */
@Component
public final class RecordSearch implements Search {

    /** In the order in which equally good hits are told: devices first. */
    private static final List<Kind> KINDS = List.of(Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU,
            Kind.RACK, Kind.IP_ADDRESS, Kind.PORT, Kind.CABLE, Kind.POWER_FEED, Kind.DEDICATED_LINE, Kind.EGRESS,
            Kind.PREFIX, Kind.VLAN, Kind.VRF, Kind.ROOM, Kind.IDC, Kind.BUSINESS, Kind.OWNER, Kind.RACK_RESERVATION,
            Kind.CUSTOM_ITEM, Kind.DEVICE_TYPE);
    private static final int LONGEST = 200;

    private final LiveRecords records;

    @Activate
    public RecordSearch(@Reference LiveRecords records) {
        this.records = records;
    }

    private record Found(Item item, int rank, String field, String value, Match match) {

        static final Comparator<Found> BEST_FIRST = Comparator.comparing(Found::match)
                .thenComparingInt(Found::rank).thenComparing(Found::value, NaturalOrder.INSTANCE)
                .thenComparing(found -> found.item().id());
    }

    @Override
    public List<Hit> find(String typed, int limit) throws Invalid {
        String text = Texts.clean(typed);
        if (limit < 1 || limit > MOST) {
            throw Invalid.field("limit", "Ask for 1 to %d things, not %d.".formatted(MOST, limit));
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        return records.read(view -> find(view, text, limit));
    }

    private static List<Hit> find(View view, String text, int limit) {
        var best = new PriorityQueue<>(Found.BEST_FIRST.reversed());
        Consumer<Found> keep = found -> {
            if (best.size() < limit) {
                best.add(found);
            } else if (Found.BEST_FIRST.compare(found, best.peek()) < 0) {
                best.remove();
                best.add(found);
            }
        };
        var wanted = new Wanted(text);
        for (int rank = 0; rank < KINDS.size(); rank++) {
            int at = rank;
            view.all(KINDS.get(rank).type()).forEach(item -> look(item, at, wanted).ifPresent(keep));
        }
        if (text.indexOf(' ') > 0) {
            portsOfDevices(view, text).forEach(keep);
        }
        var words = new Words(view);
        return best.stream().sorted(Found.BEST_FIRST).map(found -> hit(words, found)).toList();
    }

    /** {@code web-01 eth0}: a port by its device and its own name. */
    private static Stream<Found> portsOfDevices(View view, String text) {
        int rank = KINDS.indexOf(Kind.PORT);
        int gap = text.lastIndexOf(' ');
        String device = text.substring(0, gap);
        var name = new Wanted(text.substring(gap + 1));
        return view.all(Device.class).filter(found -> found.name().equalsIgnoreCase(device))
                .flatMap(found -> view.referring(Port.class, found.id()))
                .flatMap(port -> name.in(port.name())
                        .map(match -> new Found(port, rank, "name", port.name(), match)).stream());
    }

    private static Hit hit(Words words, Found found) {
        Item item = found.item();
        String place = switch (item) {
            case IpAddress address -> address.holder().map(words::name).orElse("");
            case Cable cable -> "%s - %s".formatted(words.name(cable.a()), words.name(cable.b()));
            default -> words.place(item);
        };
        return new Hit(Kind.of(item), item.id(), words.name(item), place, found.field(), found.value(), found.match());
    }

    /** The best of the item's fields. */
    private static Optional<Found> look(Item item, int rank, Wanted wanted) {
        var look = new Look(item, rank, wanted);
        switch (item) {
            case Device device -> {
                look.at("name", device.name());
                look.at("serial", device.serial());
                device.assetTag().ifPresent(tag -> look.at("assetTag", tag));
            }
            case Port port -> {
                look.at("name", port.name());
                look.at("description", port.description());
                if (wanted.maybeMac() && port.mac().isPresent()) {
                    look.found("mac", port.mac().get(), wanted.inMac(port.mac().get()));
                }
            }
            case IpAddress address -> {
                look.found("address", address.address(), wanted.inAddress(address.address()));
                look.at("dnsName", address.dnsName());
            }
            case Cable cable -> look.at("label", cable.label());
            case DedicatedLine line -> {
                look.at("name", line.name());
                look.at("contract", line.contract());
                look.at("carrier", line.carrier());
            }
            case DeviceType type -> {
                look.at("model", type.model());
                look.at("manufacturer", type.manufacturer());
                look.at("partNumber", type.partNumber());
            }
            case Vlan vlan -> {
                look.at("name", vlan.name());
                look.at("tag", Integer.toString(vlan.tag()));
            }
            case Idc idc -> look.at("name", idc.name());
            case Room room -> look.at("name", room.name());
            case Rack rack -> look.at("name", rack.name());
            case PowerFeed feed -> look.at("name", feed.name());
            case Egress egress -> look.at("name", egress.name());
            case Vrf vrf -> look.at("name", vrf.name());
            case Prefix prefix -> look.at("cidr", prefix.cidr());
            case Business business -> look.at("name", business.name());
            case Owner owner -> look.at("name", owner.name());
            case RackReservation kept -> look.at("holder", kept.holder());
            case CustomItem custom -> look.at("name", custom.name());
            default -> {}
        }
        item.labels().forEach((name, value) -> look.at("label." + name, value));
        item.fields().forEach((name, value) -> look.at("field." + name, value));
        return look.best();
    }

    /** Keeps the best of what is found in one item. */
    private static final class Look {
        private final Item item;
        private final int rank;
        private final Wanted wanted;
        private final List<Found> found = new ArrayList<>(1);

        Look(Item item, int rank, Wanted wanted) {
            this.item = item;
            this.rank = rank;
            this.wanted = wanted;
        }

        void at(String field, String value) {
            if (!value.isEmpty()) {
                found(field, value, wanted.in(value));
            }
        }

        void found(String field, String value, Optional<Match> match) {
            if (match.isEmpty()) {
                return;
            }
            if (found.isEmpty() || match.get().compareTo(found.getFirst().match()) < 0) {
                found.clear();
                found.add(new Found(item, rank, field, value, match.get()));
            }
        }

        Optional<Found> best() {
            return found.stream().findFirst();
        }
    }
}
