package org.dcos.server.cmdb.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Bay;
import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.CustomItem;
import org.dcos.domain.cmdb.CustomKind;
import org.dcos.domain.cmdb.DedicatedLine;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Egress;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.FieldDefinition;
import org.dcos.domain.cmdb.FieldType;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.IpRange;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Owner;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.RangeUse;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.Vlan;
import org.dcos.domain.cmdb.Vrf;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ListExport;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    private static final Map<String, String> NONE = Map.of();

    private final Desk from = new Desk();
    private final Desk to = new Desk();

    @ParameterizedTest
    @EnumSource
    void everythingComesBackAsItWas(HeaderWords headers) throws Problem {
        from.put(everyKind());
        assertThat(from.kinds()).containsExactlyInAnyOrderElementsOf(Vocabulary.KINDS);
        ImportFile file = to.imports.upload("all.xlsx", from.exports.exportAll(headers));

        assertThat(to.imports.check(ImportOrder.of(file.id())).problems()).isEmpty();
        to.imports.take(ImportOrder.of(file.id()));

        for (Kind kind : Vocabulary.KINDS) {
            assertThat(csv(to, kind)).isEqualTo(csv(from, kind));
        }
        assertThat(to.exports.exportAll(headers)).isEqualTo(from.exports.exportAll(headers));
    }

    @Test
    void whatIsImportedAgainIsUnchanged() throws Problem {
        from.put(everyKind());
        ImportFile file = from.imports.upload("all.xlsx", from.exports.exportAll(HeaderWords.CHINESE));

        var report = from.imports.take(ImportOrder.of(file.id()));

        assertThat(report.counts().unchanged()).isEqualTo(report.counts().sum());
        assertThat(report.done()).isEmpty();
        assertThat(from.items.transactions()).isEqualTo(1);
    }

    @Test
    void csvFilesOfEachKindComeBackToo() throws Problem {
        from.put(everyKind());

        for (Kind kind : Vocabulary.KINDS) {
            to.take(kind.resource() + ".csv", csv(from, kind));
        }

        for (Kind kind : Vocabulary.KINDS) {
            assertThat(csv(to, kind)).isEqualTo(csv(from, kind));
        }
    }

    @Test
    void aListIsWrittenAsItIsSeenInItsOrderWithItsColumns() throws Problem {
        from.put(everyKind());
        List<UUID> backwards = new ArrayList<>(from.items.items().stream().filter(Server.class::isInstance)
                .sorted(Comparator.comparing(item -> ((Server) item).name()).reversed()).map(Item::id).toList());
        backwards.add(1, id()); // gone meanwhile
        var form = new SheetForm(SheetForm.Format.CSV, HeaderWords.PATHS);

        String text = new String(from.exports.exportList(new ListExport(Kind.SERVER, backwards,
                List.of("serial", "name"), Optional.empty(), form)), StandardCharsets.UTF_8);

        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst().replace("\uFEFF", "")).isEqualTo("serial,name");
        assertThat(lines).hasSize(backwards.size());
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.split(",")[1]))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThatThrownBy(() -> from.exports.exportList(new ListExport(Kind.SERVER, backwards, List.of("colour"),
                Optional.empty(), form))).isInstanceOf(Invalid.class).hasMessageContaining("colour");
    }

    @Test
    void noTwoFieldsOfAKindHaveTheSameHeader() {
        var vocabulary = new Vocabulary();
        for (Kind kind : Vocabulary.KINDS) {
            for (HeaderWords words : HeaderWords.values()) {
                for (String path : vocabulary.paths(kind)) {
                    assertThat(vocabulary.path(kind, vocabulary.header(kind, path, words)))
                            .as("%s %s %s", kind, path, words).contains(path);
                }
            }
        }
    }

    @Test
    void everyKindHasItsOwnSheetName() {
        var vocabulary = new Vocabulary();
        for (HeaderWords words : HeaderWords.values()) {
            var names = new EnumMap<Kind, String>(Kind.class);
            for (Kind kind : Vocabulary.KINDS) {
                names.put(kind, vocabulary.sheet(kind, words));
                assertThat(vocabulary.kind(names.get(kind))).contains(kind);
            }
            assertThat(new HashSet<>(names.values())).hasSize(Vocabulary.KINDS.size());
        }
    }

    private static String csv(Desk desk, Kind kind) throws Problem {
        return new String(desk.exports.export(kind, ItemFilter.NONE, new SheetForm(SheetForm.Format.CSV,
                HeaderWords.PATHS)), StandardCharsets.UTF_8);
    }

    private static UUID id() {
        return UUID.randomUUID();
    }

    /** Something of each kind that is exported, with every sort of value. */
    static List<Item> everyKind() {
        var items = new ArrayList<Item>();
        var owner = add(items, new Owner(id(), 0, "李伟", "+86 21 5555", "li@example.org", "two\nlines", NONE, NONE));
        var shop = add(items, new Business(id(), 0, "shop", Optional.empty(), Optional.of(owner.id()), "=1+2", NONE,
                NONE));
        add(items, new Business(id(), 0, "cart", Optional.of(shop.id()), Optional.empty(), "", NONE, NONE));
        var spares = add(items, new CustomKind(id(), 0, "spares", "Spares", "", NONE, NONE));
        add(items, new FieldDefinition(id(), 0, "servers", "warranty", "Warranty", FieldType.DATE, false, List.of(), "",
                NONE, NONE));
        add(items, new FieldDefinition(id(), 0, "spares", "size", "Size", FieldType.CHOICE, true,
                List.of("small", "very large"), "GB", NONE, NONE));
        var idcs = List.of(add(items, new Idc(id(), 0, "Shanghai A", Map.of("tier", "3"), NONE)),
                add(items, new Idc(id(), 0, "Shanghai B")));
        var rooms = new ArrayList<Room>();
        for (Idc idc : idcs) {
            rooms.add(add(items, new Room(id(), 0, idc.id(), "201", "East", NONE, NONE)));
        }
        var racks = new ArrayList<Rack>();
        for (Room room : rooms) {
            racks.add(add(items, new Rack(id(), 0, room.id(), "A", "A01", 42, OptionalInt.of(8000),
                    OptionalInt.of(900), true, OptionalInt.of(1), NONE, NONE)));
        }
        UUID rack = racks.getFirst().id();
        add(items, new RackReservation(id(), 0, rack, 40, 1.5, "shop", "growth", Optional.of(LocalDate.of(2027, 1, 2)),
                NONE, NONE));
        var type = add(items, new DeviceType(id(), 0, "Huawei", "CH121", "huawei-ch121", "P|1", 1.5, true,
                OptionalInt.of(500), OptionalInt.empty(), "front-to-rear", false, true,
                List.of(new PortTemplate("eth0", PortKind.NETWORK, "10gbase|t", false, Optional.empty(),
                        OptionalInt.empty(), OptionalInt.empty()),
                        new PortTemplate("psu", PortKind.POWER_INLET, "iec", true, Optional.of("out"),
                                OptionalInt.of(1), OptionalInt.of(450))),
                List.of("bay 1", "bay 2"), "a, \"b\"", NONE, NONE));
        var box = add(items, new Chassis(id(), 0, "box-1", "C1", Optional.empty(), "Huawei", "E9000", "",
                Optional.of(new Mounting(rack, 1, 12, Face.FRONT, true)), LifecycleState.ACTIVE,
                Optional.of(type.id()), Optional.empty(), NONE, NONE));
        var web = add(items, new Server(id(), 0, "web-1", "00042", Optional.of("AT-1"), "Huawei", "2288H V5", "li",
                Optional.of(new Mounting(rack, 20.5, 1.5, Face.REAR, true)), LifecycleState.ACTIVE,
                Optional.of(type.id()), Optional.of(shop.id()), Optional.empty(), Map.of("env", "prod", "a.b", "x"),
                Map.of("warranty", "2028-01-31")));
        add(items, new Server(id(), 0, "blade-1", "00043", Optional.empty(), "", "", "", Optional.empty(),
                LifecycleState.MAINTENANCE, Optional.empty(), Optional.empty(),
                Optional.of(new Bay(box.id(), "bay 1")), NONE, NONE));
        add(items, new Server(id(), 0, "web-1", "00041", Optional.empty(), "", "", "", Optional.empty(),
                LifecycleState.RETIRED));
        var tor = add(items, new NetworkDevice(id(), 0, "tor-1", "", Optional.empty(), "Huawei", "CE6850", "",
                Optional.empty(), LifecycleState.PLANNED, NetworkRole.CORE, Optional.empty(), Optional.empty(), NONE,
                NONE));
        var pdu = add(items, new Pdu(id(), 0, "pdu-1", "", Optional.empty(), "", "", "",
                Optional.of(new Mounting(rack, 0, 0, Face.REAR)), LifecycleState.ACTIVE, Optional.empty(),
                Optional.empty(), NONE, NONE));
        var feed = add(items, new PowerFeed(id(), 0, rooms.getFirst().id(), Optional.of(rack), "A1", "A", 230, 32, 3,
                80, NONE, NONE));
        var eth = add(items, port(web.id(), "eth0", PortKind.NETWORK, Optional.of("00:1b:44:11:3a:b7")));
        var bond = add(items, port(tor.id(), "bond 1", PortKind.NETWORK, Optional.empty()));
        var member = new Port(id(), 0, tor.id(), "1/0/1", PortKind.NETWORK, "sfp", OptionalInt.of(10_000),
                Optional.empty(), Optional.of(bond.id()), true, Optional.empty(), OptionalInt.empty(),
                OptionalInt.empty(), "", NONE, NONE);
        items.add(member);
        var inlet = add(items, port(pdu.id(), "in", PortKind.POWER_INLET, Optional.empty()));
        items.add(new Port(id(), 0, pdu.id(), "in", PortKind.POWER_OUTLET, "", OptionalInt.empty(), Optional.empty(),
                Optional.empty(), false, Optional.of(inlet.id()), OptionalInt.of(1), OptionalInt.of(3000), "", NONE,
                NONE));
        add(items, new Cable(id(), 0, eth.id(), member.id(), CableState.CONNECTED, "mmf-om4", "ffcc00",
                Optional.of(2.5), "C-1", NONE, NONE));
        add(items, new Cable(id(), 0, feed.id(), inlet.id(), CableState.PLANNED, "", "", Optional.empty(), "", NONE,
                NONE));
        add(items, new DedicatedLine(id(), 0, "DL-1", "CT", "2026/7", 1000, Optional.of(bond.id()), Optional.empty(),
                Optional.of(LocalDate.of(2028, 12, 31)), NONE, NONE));
        var vrf = add(items, new Vrf(id(), 0, "blue", "65000:1", "", NONE, NONE));
        var vlan = add(items, new Vlan(id(), 0, Optional.of(rooms.getLast().id()), 100, "oob", "", NONE, NONE));
        add(items, new Vlan(id(), 0, Optional.empty(), 100, "all", "", NONE, NONE));
        var wide = add(items, new Prefix(id(), 0, Optional.empty(), "10.0.0.0/16", PrefixState.ACTIVE, "oob",
                Optional.of(idcs.getFirst().id()), Optional.empty(), Optional.of(vlan.id()), Optional.of("10.0.0.1"),
                "", NONE, NONE));
        var same = add(items, new Prefix(id(), 0, Optional.of(vrf.id()), "10.0.0.0/16", PrefixState.RESERVED, "",
                Optional.empty(), Optional.of(rooms.getFirst().id()), Optional.empty(), Optional.empty(), "", NONE,
                NONE));
        add(items, new IpRange(id(), 0, Optional.empty(), "10.0.1.0", "10.0.1.255", RangeUse.DHCP, "", NONE, NONE));
        add(items, new IpAddress(id(), 0, Optional.empty(), "10.0.0.9", AddressState.ASSIGNED, Optional.of(eth.id()),
                "web-1.example", "", Optional.empty(), Optional.empty(), NONE, NONE));
        add(items, new IpAddress(id(), 0, Optional.of(vrf.id()), "10.0.0.9", AddressState.QUARANTINED,
                Optional.empty(), "", "", Optional.of(Instant.parse("2026-11-25T08:00:00Z")),
                Optional.of(Instant.parse("2026-12-25T08:00:00Z")), NONE, NONE));
        add(items, new Egress(id(), 0, idcs.getFirst().id(), "out", "CT", List.of(bond.id(), member.id()),
                List.of(wide.id(), same.id()), 5000, NONE, NONE));
        var spare = add(items, new CustomItem(id(), 0, spares.id(), "disk", NONE, Map.of("size", "very large")));
        add(items, new Relation(id(), 0, web.id(), spare.id(), "uses", true, "", NONE, NONE));
        add(items, new Relation(id(), 0, same.id(), rooms.getLast().id(), "is in", false, "why", NONE, NONE));
        return items;
    }

    private static Port port(UUID device, String name, PortKind kind, Optional<String> mac) {
        return new Port(id(), 0, device, name, kind, "", OptionalInt.empty(), mac, Optional.empty(), false,
                Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), "", NONE, NONE);
    }

    private static <T extends Item> T add(List<Item> items, T item) {
        items.add(item);
        return item;
    }
}
