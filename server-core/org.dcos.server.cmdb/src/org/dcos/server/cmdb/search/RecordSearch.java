package org.dcos.server.cmdb.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.search.Hit;
import org.dcos.domain.search.Hit.Match;
import org.dcos.domain.search.Search;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.live.Follower;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers from texts that are kept together and follow the commits, see {@link TextBlock}: what has a text is found by
 * going through all of them, which is a few megabytes for some hundred thousand items; only what is told is looked at
 * closer.
 */
@Component
public final class RecordSearch implements Search, Follower {

    /** In the order in which equally good hits are told: devices first. */
    private static final List<Kind> KINDS = List.of(Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU,
            Kind.RACK, Kind.IP_ADDRESS, Kind.PORT, Kind.CABLE, Kind.POWER_FEED, Kind.DEDICATED_LINE, Kind.EGRESS,
            Kind.PREFIX, Kind.VLAN, Kind.VRF, Kind.ROOM, Kind.IDC, Kind.BUSINESS, Kind.OWNER, Kind.RACK_RESERVATION,
            Kind.CUSTOM_ITEM, Kind.DEVICE_TYPE);
    private static final int LONGEST = 200;

    private final LiveRecords records;
    private final Map<Kind, KindTexts> texts = new EnumMap<>(Kind.class);

    @Activate
    public RecordSearch(@Reference LiveRecords records) {
        this.records = records;
        KINDS.forEach(kind -> texts.put(kind, new KindTexts()));
        records.follow(this);
    }

    @Deactivate
    void close() {
        records.leave(this);
    }

    @Override
    public void begin(View now) {
        texts.forEach((kind, kept) -> now.all(kind.type()).forEach(item -> kept.put(item, false)));
    }

    @Override
    public void after(View now, List<ItemChange> changes) {
        for (ItemChange change : changes) {
            Optional.ofNullable(texts.get(change.kind())).ifPresent(kept -> change.after()
                    .ifPresentOrElse(item -> kept.put(item, change.before().isPresent()),
                            () -> kept.remove(change.id())));
        }
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

    private List<Hit> find(View view, String text, int limit) {
        var wanted = new Wanted(text);
        Map<Match, List<List<Item>>> byMatch = new EnumMap<>(Match.class);
        for (Match match : Match.values()) {
            byMatch.put(match, KINDS.stream().<List<Item>>map(_ -> new ArrayList<>()).toList());
        }
        for (int rank = 0; rank < KINDS.size(); rank++) {
            int at = rank;
            texts.get(KINDS.get(rank)).find(wanted, (item, match) -> byMatch.get(match).get(at).add(item));
        }
        var best = new ArrayList<Found>();
        List<Found> ports = text.indexOf(' ') > 0 ? portsOfDevices(view, text) : List.of();
        Set<UUID> told = ports.stream().map(found -> found.item().id()).collect(Collectors.toSet());
        for (Match match : Match.values()) {
            for (int rank = 0; rank < KINDS.size() && best.size() < limit; rank++) {
                int at = rank;
                Stream<Found> found = byMatch.get(match).get(rank).stream()
                        .filter(item -> told.isEmpty() || !told.contains(item.id()))
                        .flatMap(item -> look(item, at, wanted).stream());
                Stream<Found> more = KINDS.get(rank) == Kind.PORT
                        ? ports.stream().filter(port -> port.match() == match)
                        : Stream.empty();
                best.addAll(first(Stream.concat(found, more), limit - best.size()));
            }
        }
        var words = new Words(view);
        return best.stream().map(found -> hit(words, found)).toList();
    }

    /** The first few in order, without ordering the many. */
    private static List<Found> first(Stream<Found> of, int most) {
        var kept = new PriorityQueue<>(Found.BEST_FIRST.reversed());
        of.forEach(found -> {
            if (kept.size() < most) {
                kept.add(found);
            } else if (Found.BEST_FIRST.compare(found, kept.peek()) < 0) {
                kept.remove();
                kept.add(found);
            }
        });
        return kept.stream().sorted(Found.BEST_FIRST).toList();
    }

    /** {@code web-01 eth0}: a port by its device and its own name. */
    private List<Found> portsOfDevices(View view, String text) {
        int rank = KINDS.indexOf(Kind.PORT);
        int gap = text.lastIndexOf(' ');
        String device = text.substring(0, gap);
        var wanted = new Wanted(device);
        var name = new Wanted(text.substring(gap + 1));
        var ports = new ArrayList<Found>();
        for (Kind kind : KINDS) {
            if (Device.class.isAssignableFrom(kind.type())) {
                texts.get(kind).find(wanted, (item, match) -> {
                    if (match == Match.EXACT && ((Device) item).name().equalsIgnoreCase(device)) {
                        view.referring(Port.class, item.id()).forEach(port -> name.in(port.name()).ifPresent(
                                how -> ports.add(new Found(port, rank, "name", port.name(), how))));
                    }
                });
            }
        }
        return ports;
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
        FoundBy.of(item, look);
        return look.best;
    }

    /** Keeps the best of what is found in one item. */
    private static final class Look implements FoundBy.Fields {
        private final Item item;
        private final int rank;
        private final Wanted wanted;
        private Optional<Found> best = Optional.empty();

        Look(Item item, int rank, Wanted wanted) {
            this.item = item;
            this.rank = rank;
            this.wanted = wanted;
        }

        @Override
        public void text(String field, String value) {
            found(field, value, wanted.in(value));
        }

        @Override
        public void mac(String field, String value) {
            found(field, value, wanted.inMac(value));
        }

        @Override
        public void address(String field, String value) {
            found(field, value, wanted.inAddress(value));
        }

        private void found(String field, String value, Optional<Match> match) {
            if (match.isPresent() && (best.isEmpty() || match.get().compareTo(best.get().match()) < 0)) {
                best = Optional.of(new Found(item, rank, field, value, match.get()));
            }
        }
    }
}
