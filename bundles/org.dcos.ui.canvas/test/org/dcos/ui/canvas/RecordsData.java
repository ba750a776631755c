package org.dcos.ui.canvas;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.floor.Facing;
import org.dcos.ui.canvas.floor.FloorPicture;
import org.dcos.ui.canvas.history.HistoryPicture;
import org.dcos.ui.canvas.history.HistoryPicture.Change;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.ipmap.IpMapPicture;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.ipmap.IpState;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackPicture.Gauge;
import org.dcos.ui.canvas.rack.RackPicture.Reservation;
import org.dcos.ui.canvas.relation.RelationPicture;
import org.dcos.ui.canvas.relation.RelationPicture.Edge;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.relation.RelationPicture.Kind;
import org.dcos.ui.canvas.relation.RelationPicture.Node;
import org.dcos.ui.canvas.relation.RelationPicture.Relation;
import org.dcos.ui.canvas.theme.Rgb;
import org.dcos.ui.canvas.trace.TracePicture;
import org.dcos.ui.canvas.trace.TracePicture.Cable;
import org.dcos.ui.canvas.trace.TracePicture.MissingEnd;
import org.dcos.ui.canvas.trace.TracePicture.Station;

/** Believable records: a room, a site's addresses, cables. */
public final class RecordsData {

    private static final Kind ROOM = new Kind(Icon.ROOM, "room", "rooms");
    private static final Kind RACK = new Kind(Icon.RACK, "rack", "racks");
    private static final Kind FEED = new Kind(Icon.POWER, "power feed", "power feeds");
    private static final Kind PDU = new Kind(Icon.POWER, "PDU", "PDUs");
    private static final Kind SWITCH = new Kind(Icon.SWITCH, "switch", "switches");
    private static final Kind SERVER = new Kind(Icon.SERVER, "server", "servers");
    private static final Kind SERVICE = new Kind(Icon.DEPLOY, "service", "services");

    public static Card card(String title, String... facts) {
        var rows = new ArrayList<Fact>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            rows.add(Fact.of(facts[i], facts[i + 1]));
        }
        return new Card(title, Mark.NONE, "", rows);
    }

    public static FloorPicture room() {
        var rows = new ArrayList<FloorPicture.Row>();
        var facing = List.of(Facing.DOWN, Facing.UP, Facing.DOWN, Facing.UP);
        for (int r = 0; r < 4; r++) {
            var spots = new ArrayList<FloorPicture.Spot>();
            for (int i = 0; i < 12; i++) {
                if (r == 1 && i == 6) {
                    spots.add(new FloorPicture.Gap(1, "CRAC 2"));
                } else if (r == 2 && i == 10) {
                    spots.add(new FloorPicture.Gap(2, ""));
                } else if (r != 2 || i < 10) {
                    spots.add(rack("%c%02d".formatted('A' + r, i + 1), r * 31 + i));
                }
            }
            rows.add(new FloorPicture.Row("Row " + (char) ('A' + r), facing.get(r), spots));
        }
        return new FloorPicture(rows);
    }

    public static FloorPicture hall(int rows, int perRow) {
        var all = new ArrayList<FloorPicture.Row>();
        for (int r = 0; r < rows; r++) {
            var spots = new ArrayList<FloorPicture.Spot>();
            for (int i = 0; i < perRow; i++) {
                spots.add(rack("%c%02d".formatted('A' + r, i + 1), r * 131 + i));
            }
            all.add(new FloorPicture.Row("Row " + (char) ('A' + r), r % 2 == 0 ? Facing.DOWN : Facing.UP, spots));
        }
        return new FloorPicture(all);
    }

    private static FloorPicture.Rack rack(String name, int seed) {
        var random = new Random(seed * 7919L + 3);
        int chance = random.nextInt(40);
        var mark = chance == 0 ? Mark.CRITICAL : chance < 4 ? Mark.WARNING : chance < 6 ? Mark.STALE
                : chance == 6 ? Mark.OFF : Mark.OK;
        int used = chance == 6 ? 0 : 8 + random.nextInt(34);
        double watts = used * (140 + random.nextInt(90));
        int minutes = mark == Mark.STALE ? 6 + random.nextInt(9) : random.nextInt(3);
        return new FloorPicture.Rack(name, name, mark, mark.name().toLowerCase(), Math.min(42, used), 42,
                OptionalDouble.of(watts), OptionalDouble.of(9000), Optional.of(Duration.ofMinutes(minutes)),
                minutes == 0 ? "20 s" : minutes + " min",
                new Card(name, mark, mark == Mark.WARNING ? "Power above 90 % of 9 kW" : "",
                        List.of(Fact.of("Used", "%d of 42 U".formatted(used)),
                                new Fact("Power", "%.1f of 9 kW".formatted(watts / 1000), mark, "20 s"),
                                Fact.of("Place", "Room 201"))));
    }

    public static IpMapPicture site() {
        var blocks = new ArrayList<Block>();
        prefix(blocks, "10.20.0.0/20", "Management", IpState.CONTAINER, 0);
        prefix(blocks, "10.20.0.0/24", "BMC room 201", IpState.ACTIVE, 0.82);
        prefix(blocks, "10.20.1.0/24", "BMC room 202", IpState.ACTIVE, 0.44);
        prefix(blocks, "10.20.2.0/24", "Switches", IpState.ACTIVE, 0.21);
        prefix(blocks, "10.20.4.0/23", "Power", IpState.RESERVED, 0);
        prefix(blocks, "10.20.8.0/24", "Bring-up", IpState.DHCP, 0.1);
        prefix(blocks, "10.20.16.0/20", "Servers A", IpState.CONTAINER, 0);
        for (int i = 16; i < 27; i++) {
            prefix(blocks, "10.20.%d.0/24".formatted(i), "Row A%d".formatted(i - 15), IpState.ACTIVE,
                    (i * 37 % 90 + 8) / 100.0);
        }
        prefix(blocks, "10.20.27.0/24", "Old row A12", IpState.QUARANTINED, 0);
        prefix(blocks, "10.20.32.0/20", "Storage", IpState.ACTIVE, 0.6);
        prefix(blocks, "10.20.48.0/21", "Lab", IpState.RESERVED, 0);
        prefix(blocks, "10.20.64.0/18", "Tenants", IpState.CONTAINER, 0);
        prefix(blocks, "10.20.64.0/20", "Tenant blue", IpState.ACTIVE, 0.9);
        prefix(blocks, "10.20.80.0/22", "Tenant green", IpState.ACTIVE, 0.3);
        prefix(blocks, "10.20.96.0/22", "Tenant red", IpState.QUARANTINED, 0);
        prefix(blocks, "10.20.128.0/25", "Uplinks", IpState.ACTIVE, 0.2);
        prefix(blocks, "10.20.128.128/26", "Loopbacks", IpState.RESERVED, 0);
        for (int host = 1; host < 60; host++) {
            if (host % 7 != 0) {
                String address = "10.20.16.%d".formatted(host);
                blocks.add(Block.of(address, host == 1 ? "gateway" : "srv-a01-%02d".formatted(host),
                        host % 11 == 0 ? IpState.QUARANTINED : host % 13 == 0 ? IpState.RESERVED : IpState.ACTIVE,
                        card(address, "Server", "srv-a01-%02d".formatted(host), "Interface", "eth0")));
            }
        }
        blocks.add(Block.of("10.20.16.100-10.20.16.149", "PXE leases", IpState.DHCP,
                card("10.20.16.100 – .149", "Range", "50 addresses", "Leased", "12", "Server", "region shanghai-a")));
        return new IpMapPicture(Cidr.parse("10.20.0.0/16"), blocks);
    }

    private static void prefix(List<Block> blocks, String cidr, String name, IpState state, double used) {
        var block = Block.of(cidr, name, state, card(cidr, "Name", name, "State", state.name().toLowerCase()));
        blocks.add(used > 0 ? block.used(used) : block);
    }

    public static TracePicture trace() {
        return new TracePicture(List.of(
                station("srv", "srv-a03-04", "Server", "A03 U28", "", "eth0", Mark.OK),
                cable("c1", "C-10234", "Cat6A · 3 m", "#F2C230", ""),
                station("pp1", "pp-a03-1", "Patch panel", "A03 U41", "front 12", "rear 12", Mark.NONE),
                cable("c2", "T-0071/12", "Trunk · 28 m", "#1A7F4B", ""),
                station("pp2", "pp-m01-3", "Patch panel", "M01 U20", "rear 12", "front 12", Mark.NONE),
                cable("c3", "C-10871", "Cat6A · 2 m", "#0B63CE", ""),
                station("sw", "sw-m01-1", "Switch", "M01 U38", "Gi1/0/12", "Te1/1/1", Mark.OK),
                cable("c4", "F-2201", "OS2 LC · 40 m", "#FFE14D", ""),
                station("odf", "odf-1", "ODF", "MMR U10", "front 3", "rear 3", Mark.NONE),
                cable("c5", "F-9000", "OS2 · 340 m", "#FFFFFF", ""),
                station("line", "CT-SH-2201", "Line", "China Telecom 10G", "A end", "", Mark.WARNING)));
    }

    public static TracePicture brokenTrace() {
        return new TracePicture(List.of(
                station("srv", "srv-a03-04", "Server", "A03 U28", "", "PSU 1", Mark.CRITICAL),
                cable("c1", "P-0442", "C13–C14 · 1.5 m", "#111111", ""),
                station("pdu", "pdu-a03-a", "PDU", "A03 left", "outlet 17", "inlet", Mark.OK),
                cable("c2", "P-0011", "IEC 60309 · 6 m", "#C2232D", "no current since 12:20"),
                station("feed", "feed A03/B", "Power feed", "RPP-2 breaker 14", "tap 1", "main",
                        Mark.CRITICAL),
                cable("c3", "no label", "length not known", "", ""),
                new MissingEnd("end", "Panel not recorded", card("Missing end", "Since", "2026-11-02"))));
    }

    private static Station station(String id, String name, String kind, String place, String in, String out,
            Mark mark) {
        var icon = switch (kind) {
            case "Server" -> Icon.SERVER;
            case "Switch" -> Icon.SWITCH;
            case "PDU", "Power feed" -> Icon.POWER;
            case "Line" -> Icon.CONNECT;
            default -> Icon.TABLE;
        };
        return new Station(id, icon, name, kind, place, in, out, mark, card(name, "Kind", kind, "Place", place));
    }

    private static Cable cable(String id, String label, String what, String colour, String broken) {
        return new Cable(id, label, what, colour.isEmpty() ? Optional.empty() : Optional.of(Rgb.of(colour)), broken,
                card(label, "Type", what));
    }

    /** A feed, what it feeds, and what runs on that. @param racks with 24 servers each */
    public static RelationPicture relations(int racks, boolean impact) {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        node(nodes, "room", ROOM, "Room 201", impact ? Impact.UNAFFECTED : Impact.NONE);
        node(nodes, "feed-a", FEED, "UPS A", impact ? Impact.UNAFFECTED : Impact.NONE);
        node(nodes, "feed-b", FEED, "UPS B", impact ? Impact.ROOT : Impact.NONE);
        node(nodes, "core", SWITCH, "sw-core-1", impact ? Impact.DEGRADED : Impact.NONE);
        edges.add(new Edge("feed-b", "core", Relation.POWER));
        edges.add(new Edge("feed-a", "core", Relation.POWER));
        for (int r = 1; r <= racks; r++) {
            String rack = "A%02d".formatted(r);
            boolean single = r % 3 == 0;
            node(nodes, rack, RACK, rack, impact ? Impact.UNAFFECTED : Impact.NONE);
            edges.add(new Edge("room", rack, Relation.LOCATION));
            node(nodes, rack + "-b", PDU, "pdu-" + rack + "-b", impact ? Impact.LOST : Impact.NONE);
            edges.add(new Edge("feed-b", rack + "-b", Relation.POWER));
            if (!single) {
                node(nodes, rack + "-a", PDU, "pdu-" + rack + "-a", impact ? Impact.UNAFFECTED : Impact.NONE);
                edges.add(new Edge("feed-a", rack + "-a", Relation.POWER));
            }
            node(nodes, rack + "-sw", SWITCH, "sw-" + rack,
                    impact ? single ? Impact.LOST : Impact.DEGRADED : Impact.NONE);
            edges.add(new Edge("core", rack + "-sw", Relation.NETWORK));
            edges.add(new Edge(rack + "-b", rack + "-sw", Relation.POWER));
            for (int s = 1; s <= 24; s++) {
                String id = rack + "-s" + s;
                node(nodes, id, SERVER, "srv-%s-%02d".formatted(rack, s),
                        impact ? single ? Impact.LOST : Impact.DEGRADED : Impact.NONE);
                edges.add(new Edge(rack + "-b", id, Relation.POWER));
                if (!single) {
                    edges.add(new Edge(rack + "-a", id, Relation.POWER));
                }
                edges.add(new Edge(rack + "-sw", id, Relation.NETWORK));
                edges.add(new Edge(rack, id, Relation.LOCATION));
            }
            node(nodes, rack + "-app", SERVICE, "billing " + rack,
                    impact ? single ? Impact.LOST : Impact.UNAFFECTED : Impact.NONE);
            edges.add(new Edge(rack + "-s1", rack + "-app", Relation.DEPENDENCY));
        }
        return new RelationPicture(nodes, edges);
    }

    /** Racks with all that can be at a rack besides devices. */
    public static RackPicture planned() {
        var racks = new ArrayList<RackPicture.Rack>();
        for (int i = 0; i < 4; i++) {
            var plain = GalleryData.rowA().racks().get(i);
            var pdus = List.of(strip(plain.name() + "-a", RackPicture.Side.LEFT, Mark.OK),
                    strip(plain.name() + "-b", RackPicture.Side.RIGHT, i == 1 ? Mark.WARNING : Mark.OK));
            int used = 38 - 4 * i;
            double kilowatts = 7.1 - i;
            racks.add(plain.strips(pdus).gauges(List.of(
                    new Gauge("%d/42 U".formatted(used), OptionalDouble.of(used / 42.0), Mark.NONE),
                    new Gauge("%.1f/9 kW".formatted(i == 1 ? 8.4 : kilowatts),
                            OptionalDouble.of((i == 1 ? 8.4 : kilowatts) / 9), i == 1 ? Mark.WARNING : Mark.NONE),
                    new Gauge("%d kg".formatted(640 - 90 * i), OptionalDouble.of((640 - 90 * i) / 1000.0),
                            Mark.NONE))));
        }
        racks.set(2, racks.get(2).reserved(List.of(
                new Reservation(8, 4, "li.wei · until 12-01", card("Reserved", "Who", "li.wei", "Until", "2026-12-01",
                        "For", "order 4711, 2 servers")),
                new Reservation(2, 2, "network · until 12-15", card("Reserved", "Who", "network")))));
        var small = new ArrayList<RackPicture.Device>();
        for (int unit = 1; unit <= 10; unit++) {
            small.add(RackPicture.Device.server("half" + unit, "node-%02d-a".formatted(unit), unit, 1)
                    .spanning(unit, 0.5));
            small.add(RackPicture.Device.server("upper" + unit, "node-%02d-b".formatted(unit), unit, 1)
                    .spanning(unit + 0.5, 0.5));
        }
        small.add(RackPicture.Device.server("big", "srv-top-11", 11, 1).spanning(11, 1.5));
        small.add(RackPicture.Device.server("blade", "chassis-1", 14, 10).kind(RackPicture.Kind.STORAGE));
        racks.set(3, new RackPicture.Rack("a04", "A04", "Row A", 42, "", Mark.NONE, small)
                .numbering(RackPicture.Numbering.FROM_TOP).gauges(racks.get(3).gauges()));
        return new RackPicture(racks);
    }

    private static RackPicture.Strip strip(String name, RackPicture.Side side, Mark mark) {
        return new RackPicture.Strip(RackPicture.Device.server("pdu-" + name, "pdu-" + name, 1, 42)
                .kind(RackPicture.Kind.POWER).mark(mark), side);
    }

    /** Twelve days of changes, more of them on working days. */
    public static HistoryPicture history() {
        var random = new Random(11);
        var from = GalleryData.NOW.minus(Duration.ofDays(12));
        var changes = new ArrayList<Change>();
        for (int i = 0; i < 12 * 24; i++) {
            var at = from.plus(Duration.ofHours(i)).plusSeconds(random.nextInt(3600));
            if (i % 24 < 10 && random.nextInt(3) == 0 && at.isBefore(GalleryData.NOW)) {
                int size = random.nextInt(6) == 0 ? 300 : 1 + random.nextInt(9);
                var mark = i == 170 || i == 172 || random.nextInt(30) == 0 ? Mark.WARNING : Mark.NONE;
                changes.add(
                        new Change("c" + i, at, size, mark, "Baseline imported by li.wei, %d records".formatted(size)));
            }
        }
        return new HistoryPicture(from, GalleryData.NOW, ZoneId.of("Asia/Shanghai"), changes);
    }

    private static void node(List<Node> nodes, String id, Kind kind, String name, Impact impact) {
        nodes.add(new Node(id, kind, name, Mark.OK, impact, card(name, "Kind", kind.one())));
    }

    private RecordsData() {}
}
