import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.dcos.client.service.Calls;
import org.dcos.client.service.RemoteServerCore;
import org.dcos.client.transport.InJvmTransport;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Caller;
import org.dcos.domain.access.Role;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.ChangeOrder;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.server.cmdb.RecordBook;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.devicetype.TypeLibrary;
import org.dcos.server.cmdb.impact.RecordImpacts;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.search.RecordSearch;
import org.dcos.server.store.bmc.JpaBmcStore;
import org.dcos.server.store.cmdb.DocumentItemStore;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.server.store.database.H2Database;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.LocalGateway;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.router.Router;

/**
 * A data centre recorded through the API (the requests and the JSON of the router, in one JVM) onto a real database:
 * racks, servers with two NICs, a BMC and two supplies, 48-port switches, PDUs, feeds, and a cable in every NIC and supply.
 * Once for a tenth, once for the whole; the ratio tells how it grows. Then what people ask, 200 times each.
 */
public final class CmdbBench {

    private static final int WHOLE = Integer.getInteger("servers", 10_000);
    private static final int AT_ONCE = 2_000;
    private static final int PER_RACK = 40;
    private static final String SERVER_TYPE = """
            manufacturer: Bench
            model: Server
            u_height: 1
            interfaces:
              - {name: eth0, type: 25gbase-x-sfp28}
              - {name: eth1, type: 25gbase-x-sfp28}
              - {name: bmc, type: 1000base-t, mgmt_only: true}
            power-ports:
              - {name: psu1, type: iec-60320-c14, maximum_draw: 800}
              - {name: psu2, type: iec-60320-c14, maximum_draw: 800}
            """;

    private final Path folder;
    private H2Database database;
    private ServerCore core;
    private final List<Double> seconds = new ArrayList<>();

    private CmdbBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("peer         NetBox takes over a minute for 10 devices of 48 ports through its API (its issue 19321, as");
        System.out.println("             reported there; NetBox does not run here): 8 ports/s");
        double tenth = run(WHOLE / 10);
        double whole = run(WHOLE);
        System.out.printf(Locale.ROOT, "ratio        recording %,d servers took %.1f times as long as %,d (linear: 10.0)%n", WHOLE,
                whole / tenth, WHOLE / 10);
    }

    private static double run(int servers) throws Exception {
        Path folder = Files.createTempDirectory("dcos-cmdb");
        try {
            return new CmdbBench(folder).measure(servers);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private double open() throws Exception {
        long begin = System.nanoTime();
        database = new H2Database(new DataDirectory() {
            @Override
            public Path path() {
                return folder;
            }
        });
        var store = new DocumentItemStore(database);
        var records = new LiveRecords(store, new JpaBmcStore(database), event -> {}, new WriterTurn());
        double load = since(begin);
        Map<String, Object> services = Map.of("records", new RecordBook(records, store), "deviceTypes",
                new TypeLibrary(records), "search", new RecordSearch(records), "impacts", new RecordImpacts(records));
        var behind = (ServerCore) Proxy.newProxyInstance(CmdbBench.class.getClassLoader(), new Class<?>[] {ServerCore.class},
                (proxy, method, given) -> services.get(method.getName()));
        var router = new Router(behind, new org.dcos.wire.router.Authenticator() {
            @Override
            public Optional<Caller> byToken(Secret token, String origin) {
                return Optional.of(new Caller("bench", Role.ADMINISTRATOR, origin));
            }

            @Override
            public Optional<Caller> byPassword(String user, Secret password, String origin) {
                return Optional.empty();
            }
        }, entry -> {}, InstantSource.system());
        var gateway = new LocalGateway() {
            @Override
            public WireResponse handle(WireRequest request) {
                return router.handle(request);
            }

            @Override
            public EventAnswer events(WireRequest request) {
                return router.events(request);
            }

            @Override
            public Secret localToken() {
                return Secret.of("bench");
            }
        };
        core = new RemoteServerCore(Calls.withToken(new InJvmTransport(gateway), Secret.of("bench")), null);
        return load;
    }

    private double measure(int servers) throws Exception {
        System.out.printf(Locale.ROOT, "== %,d servers%n", servers);
        open();
        types();
        List<Edit> places = new ArrayList<>();
        var idc = put(places, new Idc(UUID.randomUUID(), 0, "IDC"));
        var room = put(places, new Room(UUID.randomUUID(), 0, idc.id(), "Room"));
        List<Rack> racks = IntStream.range(0, (servers + PER_RACK - 1) / PER_RACK).mapToObj(i -> put(places, new Rack(UUID.randomUUID(), 0,
                room.id(), "R" + i / 20, "rack-%03d".formatted(i), 48, OptionalInt.empty()))).toList();
        commit("racks", places);
        commit("servers with ports", IntStream.range(0, servers).<Edit>mapToObj(i -> new Edit.Put(server(i, racks))).toList());
        commit("switches with ports", IntStream.range(0, servers / 20).<Edit>mapToObj(i -> new Edit.Put(network(i, racks))).toList());
        List<PowerFeed> feeds = feeds(racks, room);
        List<Edit> power = new ArrayList<>();
        feeds.forEach(feed -> put(power, feed));
        IntStream.range(0, feeds.size()).forEach(i -> put(power, pdu(i, racks)));
        commit("feeds, PDUs with ports", power);
        long begin = System.nanoTime();
        Map<String, Port> ports = ports();
        System.out.printf(Locale.ROOT, "read         %,d ports in %.1f s%n", ports.size(), since(begin));
        commit("cables", cables(servers, ports, feeds));
        double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
        System.out.printf(Locale.ROOT, "recorded     all in %.1f s: %,.0f ports/s with all that belongs to them%n", all, ports.size() / all);
        database.close();
        core = null;
        double load = open();
        System.gc();
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(Locale.ROOT, "start        loaded in %.1f s; heap %,d MB, resident %,d MB%n", load, heap >> 20, resident());
        questions(servers, racks, feeds);
        database.close();
        return all;
    }

    private void types() throws Exception {
        var network = new StringBuilder("manufacturer: Bench\nmodel: Switch\nu_height: 1\ninterfaces:\n");
        for (int i = 1; i <= 48; i++) {
            network.append("  - {name: port%d, type: 25gbase-x-sfp28}\n".formatted(i));
        }
        for (int i = 1; i <= 4; i++) {
            network.append("  - {name: up%d, type: 100gbase-x-qsfp28}\n".formatted(i));
        }
        var pdu = new StringBuilder("manufacturer: Bench\nmodel: PDU\nu_height: 0\npower-ports:\n  - {name: in, type: iec-60309}\n"
                + "power-outlets:\n");
        for (int i = 1; i <= PER_RACK; i++) {
            pdu.append("  - {name: out%d, type: iec-60320-c13, power_port: in}\n".formatted(i));
        }
        core.deviceTypes().take(new TypeOrder(List.of(new TypeFile("server.yaml", SERVER_TYPE),
                new TypeFile("switch.yaml", network.toString()), new TypeFile("pdu.yaml", pdu.toString())), false));
        for (Item item : core.records().list(Kind.DEVICE_TYPE, ItemFilter.NONE, new PageRequest(0, 10)).items()) {
            typeIds.put(((DeviceType) item).model(), item.id());
        }
    }

    private final Map<String, UUID> typeIds = new HashMap<>();

    private static <T extends Item> T put(List<Edit> edits, T item) {
        edits.add(new Edit.Put(item));
        return item;
    }

    private Server server(int i, List<Rack> racks) {
        return new Server(UUID.randomUUID(), 0, "srv-%05d".formatted(i), "SN%08d".formatted(i), Optional.empty(), "", "", "",
                Optional.of(new Mounting(racks.get(i / PER_RACK % racks.size()).id(), 1 + i % PER_RACK, 1, Face.FRONT)),
                LifecycleState.PLANNED, Optional.of(typeIds.get("Server")), Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    private NetworkDevice network(int i, List<Rack> racks) {
        return new NetworkDevice(UUID.randomUUID(), 0, "tor-%04d".formatted(i), "SW%06d".formatted(i), Optional.empty(), "", "", "",
                Optional.of(new Mounting(racks.get(i / 2 % racks.size()).id(), 41 + i % 2, 1, Face.FRONT)), LifecycleState.PLANNED,
                i < 2 ? NetworkRole.CORE : NetworkRole.ACCESS, Optional.of(typeIds.get("Switch")), Optional.empty(), Map.of(), Map.of());
    }

    private static List<PowerFeed> feeds(List<Rack> racks, Room room) {
        return racks.stream().flatMap(rack -> IntStream.range(0, 2).mapToObj(side -> new PowerFeed(UUID.randomUUID(), 0, room.id(),
                Optional.of(rack.id()), rack.name() + "-" + "AB".charAt(side), "AB".substring(side, side + 1), 230, 32, 3, 80, Map.of(),
                Map.of()))).toList();
    }

    private Pdu pdu(int i, List<Rack> racks) {
        return new Pdu(UUID.randomUUID(), 0, "pdu-%04d".formatted(i), "PD%06d".formatted(i), Optional.empty(), "", "", "",
                Optional.of(new Mounting(racks.get(i / 2).id(), 0, 0, Face.REAR)), LifecycleState.PLANNED,
                Optional.of(typeIds.get("PDU")), Optional.empty(), Map.of(), Map.of());
    }

    private Map<String, Port> ports() throws Exception {
        var names = new HashMap<UUID, String>();
        for (Kind kind : List.of(Kind.SERVER, Kind.NETWORK_DEVICE, Kind.PDU)) {
            for (Item item : all(kind)) {
                names.put(item.id(), ((org.dcos.domain.cmdb.Device) item).name());
            }
        }
        var ports = new HashMap<String, Port>();
        for (Item item : all(Kind.PORT)) {
            var port = (Port) item;
            ports.put(names.get(port.device()) + " " + port.name(), port);
        }
        return ports;
    }

    private List<Item> all(Kind kind) throws Exception {
        var all = new ArrayList<Item>();
        long total;
        do {
            var page = core.records().list(kind, ItemFilter.NONE, new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            all.addAll(page.items());
            total = page.total();
        } while (all.size() < total);
        return all;
    }

    private static List<Edit> cables(int servers, Map<String, Port> ports, List<PowerFeed> feeds) {
        var cables = new ArrayList<Edit>();
        for (int i = 0; i < servers; i++) {
            int rack = i / PER_RACK;
            int place = i % PER_RACK + 1;
            for (int side = 0; side < 2; side++) {
                cables.add(cable(ports.get("srv-%05d eth%d".formatted(i, side)).id(),
                        ports.get("tor-%04d port%d".formatted(rack * 2 + side, place)).id(), "n%05d-%d".formatted(i, side)));
                cables.add(cable(ports.get("pdu-%04d out%d".formatted(rack * 2 + side, place)).id(),
                        ports.get("srv-%05d psu%d".formatted(i, side + 1)).id(), "p%05d-%d".formatted(i, side)));
            }
        }
        for (int i = 0; i < feeds.size(); i++) {
            cables.add(cable(feeds.get(i).id(), ports.get("pdu-%04d in".formatted(i)).id(), "f%04d".formatted(i)));
        }
        for (int i = 2; i < servers / 20; i++) { // a tree of pairs: every switch has both of the pair above
            int slot = (i / 2 - 1) % 3;
            int above = (i / 2 - 1) / 3 * 2;
            for (int side = 0; side < 2; side++) {
                cables.add(cable(ports.get("tor-%04d up%d".formatted(i, side + 1)).id(),
                        ports.get("tor-%04d port%d".formatted(above + side, 41 + slot * 2 + i % 2)).id(), "u%04d-%d".formatted(i, side)));
            }
        }
        return cables;
    }

    private static Edit cable(UUID a, UUID b, String label) {
        return new Edit.Put(new Cable(UUID.randomUUID(), 0, a, b, CableState.CONNECTED, "", "", Optional.empty(), label, Map.of(),
                Map.of()));
    }

    private void commit(String what, List<Edit> edits) throws Exception {
        long begin = System.nanoTime();
        int sets = 0;
        for (int from = 0; from < edits.size(); from += AT_ONCE) {
            core.records().commit(new ChangeOrder("", "", edits.subList(from, Math.min(from + AT_ONCE, edits.size()))));
            sets++;
        }
        double took = since(begin);
        seconds.add(took);
        System.out.printf(Locale.ROOT, "recorded     %,d %s in %d change sets: %.1f s%n", edits.size(), what, sets, took);
    }

    private void questions(int servers, List<Rack> racks, List<PowerFeed> feeds) throws Exception {
        String serial = "SN%08d".formatted(servers / 2);
        var page = new PageRequest(0, 100);
        ask("list of servers, a page of 100", () -> core.records().list(Kind.SERVER, ItemFilter.NONE, page));
        ask("servers with a word", () -> core.records().list(Kind.SERVER, ItemFilter.text("srv-00"), page));
        ask("search: a serial number", () -> core.search().find(serial, 20));
        ask("search: a part of many names", () -> core.search().find("0", 20));
        ask("search: a MAC", () -> core.search().find("00-1b-44-11-3a-b7", 20));
        ask("search: a cable's label", () -> core.search().find("n00042-1", 20));
        ask("impact of a feed", () -> core.impacts().of(feeds.getFirst().id(), page));
        ask("impact of a rack", () -> core.impacts().of(racks.getFirst().id(), page));
        UUID nic = core.search().find("srv-%05d eth0".formatted(servers / 3), 1).getFirst().id();
        ask("trace of a port", () -> core.impacts().trace(nic));
    }

    private static void ask(String what, Callable<?> question) throws Exception {
        int times = 60;
        for (int i = 0; i < 20; i++) {
            question.call();
        }
        var took = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            question.call();
            took[i] = since(begin) * 1000;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "asked        %s: %.1f ms, 95%% within %.1f ms%n", what, took[times / 2], took[times * 95 / 100]);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
