package org.dcos.tests.console.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Records;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.domain.relocation.Relocations;

/** The made-up estate as records of a real server-core, with what feeds, connects and addresses it. */
final class DemoRecords {

    private static final int SWITCH_PORTS = 48;
    private static final int OUTLETS = 24;

    private final DemoEstate estate;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    private DemoRecords(DemoEstate estate) {
        this.estate = estate;
    }

    /** Plants them, unless they stand. @return whether they were planted */
    static boolean plant(Records records, DemoEstate estate) throws Problem {
        if (records.list(Rack.class, ItemFilter.NONE, PageRequest.ALL).total() > 0) {
            return false;
        }
        var demo = new DemoRecords(estate);
        demo.businesses();
        demo.places();
        demo.estate.racks.forEach(demo::equipment);
        demo.uplinks();
        demo.estate.servers.forEach(demo::server);
        records.commit(new ChangeOrder("", "first records of both data centres", demo.edits));
        demo.edits.clear();
        for (Item server : records.list(Kind.SERVER, ItemFilter.NONE, PageRequest.ALL).items()) {
            demo.edits.add(new Edit.Put(with(server, "state", "active")));
        }
        records.commit(new ChangeOrder("", "they run already", demo.edits));
        demo.edits.clear();
        demo.networks();
        records.commit(new ChangeOrder("", "networks as the network team keeps them", demo.edits));
        handOver(records, estate);
        return true;
    }

    /** Two machines on their way to another rack, one of them already out. */
    static void move(Relocations relocations, DemoEstate estate) throws Problem {
        var first = estate.server("srv-a04-02");
        var target = estate.racks.stream().filter(rack -> rack.name().equals("B04")).findFirst().orElseThrow();
        var begun = relocations.begin(new RelocationOrder("Payments to row B", "cooling of row A is renewed",
                List.of(new RelocationTarget(first.id(), target.id(), 1, Face.FRONT),
                        new RelocationTarget(estate.server("srv-a04-04").id(), target.id(), 5, Face.FRONT))));
        relocations.done(begun.id(), first.id(), RelocationAction.values()[0], "");
    }

    private static void handOver(Records records, DemoEstate estate) throws Problem {
        var edits = new ArrayList<Edit>();
        for (String name : List.of("srv-a01-03", "srv-a01-04", "srv-a01-05")) {
            edits.add(new Edit.Put(Items.with(records.item(Server.class, estate.server(name).id()),
                    Map.of("owner", "platform", "label.env", "production"))));
        }
        records.commit(new ChangeOrder("", "handed over to the platform team", edits));
    }

    private void businesses() {
        put(Kind.OWNER, "owner li", "name", "Li Wei", "phone", "+86 21 5555 0142", "email", "li.wei@bank.example");
        put(Kind.BUSINESS, "payments", "name", "Payments", "owner", id("owner li"));
        put(Kind.BUSINESS, "platform", "name", "Platform", "owner", id("owner li"));
    }

    private void places() {
        estate.idcs.forEach(this::put);
        estate.rooms.forEach(this::put);
        estate.racks.forEach(this::put);
        put(Kind.RACK_RESERVATION, "kept", "rack", rack("A04").id().toString(), "lowestUnit", "4", "heightUnits", "4",
                "holder", "Li Wei", "why", "new database servers, December");
    }

    /** Two switches at the top, two PDUs at the sides, a feed for each. */
    private void equipment(Rack rack) {
        for (String side : List.of("A", "B")) {
            var tor = "sw-%s-%s".formatted(rack.name(), side).toLowerCase(java.util.Locale.ROOT);
            put(Kind.NETWORK_DEVICE, tor, "name", tor, "serial", "21023" + Math.floorMod(tor.hashCode(), 90_000),
                    "manufacturer", "Huawei", "model", "CE6857-48S6CQ", "owner", "network", "state", "active", "role",
                    "access", "mounting.rack", rack.id().toString(), "mounting.lowestUnit",
                    "A".equals(side) ? "42" : "41", "mounting.heightUnits", "1");
            for (int i = 1; i <= SWITCH_PORTS; i++) {
                port(tor, "10GE1/0/" + i, "network", "speedMbps", "10000");
            }
            var pdu = "pdu-%s-%s".formatted(rack.name(), side).toLowerCase(java.util.Locale.ROOT);
            put(Kind.PDU, pdu, "name", pdu, "serial", "PD" + Math.floorMod(pdu.hashCode(), 900_000), "manufacturer",
                    "Vertiv", "model", "MPH2", "owner", "facility", "state", "active", "mounting.rack",
                    rack.id().toString(), "mounting.face", "rear");
            port(pdu, "in", "power-inlet");
            for (int i = 1; i <= OUTLETS; i++) {
                port(pdu, "out " + i, "power-outlet", "through", id(pdu + "in"));
            }
            put(Kind.POWER_FEED, "feed" + pdu, "room", rack.room().toString(), "rack", rack.id().toString(), "name",
                    "%s-%s".formatted(rack.name(), side), "side", side, "volts", "230", "amperes", "32", "phases", "1",
                    "maxUtilisationPercent", "80");
            cable("feed" + pdu, pdu + "in", "feed");
            port(tor, "PSU", "power-inlet");
            cable(pdu + outlet(pdu), tor + "PSU", "C13");
        }
    }

    private void uplinks() {
        for (Room room : estate.rooms) {
            var core = "core-" + room.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            put(Kind.NETWORK_DEVICE, core, "name", core, "serial", "CORE" + Math.floorMod(core.hashCode(), 90_000),
                    "manufacturer", "Huawei", "model", "CE12808", "owner", "network", "state", "active", "role",
                    "core");
            estate.racks.stream().filter(rack -> rack.room().equals(room.id())).forEach(rack -> {
                for (String side : List.of("a", "b")) {
                    var tor = "sw-%s-%s".formatted(rack.name().toLowerCase(java.util.Locale.ROOT), side);
                    port(tor, "100GE1/0/1", "network", "speedMbps", "100000");
                    port(core, "100GE-" + tor, "network", "speedMbps", "100000");
                    cable(tor + "100GE1/0/1", core + "100GE-" + tor, "LC-LC");
                }
            });
        }
    }

    private void server(Server server) {
        var name = server.name();
        put(with(server, "business", id(server.owner()), "label.env", "production", "state", "discovered"));
        var rack = name.substring("srv-".length(), name.lastIndexOf('-'));
        for (String side : List.of("a", "b")) {
            var nic = port(name, "eth" + ("a".equals(side) ? 0 : 1), "network", "speedMbps", "10000", "mac",
                    mac(name + side));
            var tor = "sw-%s-%s".formatted(rack, side);
            cable(nic, tor + "10GE1/0/" + used.merge(tor, 1, Integer::sum), "LC-LC");
            var psu = port(name, "PSU " + side.toUpperCase(java.util.Locale.ROOT), "power-inlet", "maximumWatts",
                    "250");
            var pdu = "pdu-%s-%s".formatted(rack, side);
            cable(pdu + outlet(pdu), psu, "C13");
        }
        port(name, "BMC", "network", "managementOnly", "true", "mac", mac(name));
    }

    private void networks() {
        put(Kind.VLAN, "vlan 30", "tag", "30", "name", "out-of-band");
        put(Kind.VLAN, "vlan 110", "tag", "110", "name", "payments");
        var idc = estate.idcs.getFirst().id().toString();
        put(Kind.PREFIX, "10.20.0.0/16", "cidr", "10.20.0.0/16", "state", "container", "purpose", "Shanghai A", "idc",
                idc);
        put(Kind.PREFIX, "10.20.3.0/24", "cidr", "10.20.3.0/24", "state", "active", "purpose", "out-of-band", "idc",
                idc, "vlan", id("vlan 30"), "gateway", "10.20.3.254");
        put(Kind.PREFIX, "10.20.16.0/20", "cidr", "10.20.16.0/20", "state", "container", "purpose", "business", "idc",
                idc);
        put(Kind.PREFIX, "10.20.16.0/22", "cidr", "10.20.16.0/22", "state", "active", "purpose", "payments", "vlan",
                id("vlan 110"), "gateway", "10.20.16.1");
        put(Kind.PREFIX, "10.20.20.0/23", "cidr", "10.20.20.0/23", "state", "active", "purpose", "platform");
        put(Kind.PREFIX, "10.20.24.0/23", "cidr", "10.20.24.0/23", "state", "reserved", "purpose", "payments, 2027");
        int number = 10;
        for (Server server : estate.servers.stream().limit(180).toList()) {
            put(Kind.IP_ADDRESS, "bmc" + number, "address", "10.20.3." + number, "state", "assigned", "holder",
                    id(server.name() + "BMC"), "dnsName", server.name() + "-bmc");
            number++;
        }
        for (int i = 200; i < 220; i++) {
            put(Kind.IP_ADDRESS, "kept" + i, "address", "10.20.3." + i, "state", i < 212 ? "dhcp" : "reserved");
        }
    }

    // ---- making -----------------------------------------------------------------------------------------------------

    private String port(String device, String name, String kind, String... more) {
        var fields = new ArrayList<>(List.of("device", id(device), "name", name, "kind", kind));
        fields.addAll(List.of(more));
        put(Kind.PORT, device + name, fields.toArray(String[]::new));
        return device + name;
    }

    private String outlet(String pdu) {
        return "out " + used.merge(pdu, 1, Integer::sum);
    }

    private void cable(String a, String b, String label) {
        put(Kind.CABLE, a + b, "a", id(a), "b", id(b), "state", "connected", "label", label);
    }

    private void put(Kind kind, String key, String... texts) {
        put(with(Items.blank(kind, UUID.fromString(id(key))), texts));
    }

    private void put(Item item) {
        edits.add(new Edit.Put(Items.version(item, 0)));
    }

    private static Item with(Item item, String... texts) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < texts.length; i += 2) {
            fields.put(texts[i], texts[i + 1]);
        }
        try {
            return Items.with(item, fields);
        } catch (Invalid e) {
            throw new IllegalStateException(item + ": " + e.violations(), e);
        }
    }

    private Rack rack(String name) {
        return estate.racks.stream().filter(rack -> rack.name().equals(name)).findFirst().orElseThrow();
    }

    private static String id(String key) {
        return DemoEstate.id(key).toString();
    }

    private static String mac(String key) {
        int hash = key.hashCode();
        return "0c:c4:7a:%02x:%02x:%02x".formatted(hash >> 16 & 0xFF, hash >> 8 & 0xFF, hash & 0xFF);
    }
}
