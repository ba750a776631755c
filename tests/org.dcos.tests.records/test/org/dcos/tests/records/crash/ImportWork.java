package org.dcos.tests.records.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.problem.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks of a new rack with its servers, ports and cables, which hand the old servers to another owner too. */
final class ImportWork implements Work {

    private static final String PLACE = "Imports";
    private static final int OLD_SERVERS = 30;
    private static final int NEW_SERVERS = 40;
    private static final int PORTS_EACH = 2;

    @Override
    public void prepare(Core core) throws Problem {
        var idc = new Idc(UUID.randomUUID(), 0, PLACE);
        var room = new Room(UUID.randomUUID(), 0, idc.id(), "201");
        var items = new ArrayList<Item>(List.of(idc, room));
        for (int i = 0; i < OLD_SERVERS; i++) {
            items.add(new Server(UUID.randomUUID(), 0, "old-" + i, "OLD-" + i, java.util.Optional.empty(), "Huawei",
                    "2288H", "nobody", java.util.Optional.empty(), LifecycleState.PLANNED));
        }
        core.put(items);
    }

    private static byte[] workbook(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "crash", "1.0")) {
            rows(book.newWorksheet("racks"), List.of(List.of("room", "name", "heightUnits"),
                    List.of(PLACE + " / 201", name, "42")));
            var servers = new ArrayList<>(List.of(List.of("name", "serial", "owner", "rack", "unit", "height")));
            for (int i = 0; i < OLD_SERVERS; i++) {
                servers.add(List.of("old-" + i, "OLD-" + i, name, "", "", ""));
            }
            var ports = new ArrayList<>(List.of(List.of("device", "name", "kind")));
            var cables = new ArrayList<>(List.of(List.of("本端设备", "本端端口", "对端设备", "对端端口")));
            for (int i = 0; i < NEW_SERVERS; i++) {
                String server = name + "s" + i;
                servers.add(List.of(server, "SN-" + server, name, name, Integer.toString(i + 1), "1"));
                for (int p = 0; p < PORTS_EACH; p++) {
                    ports.add(List.of(server, "eth" + p, "network"));
                }
                if (i % 2 == 1) {
                    cables.add(List.of(name + "s" + (i - 1), "eth0", server, "eth0"));
                }
            }
            rows(book.newWorksheet("servers"), servers);
            rows(book.newWorksheet("ports"), ports);
            rows(book.newWorksheet("cables"), cables);
        }
        return out.toByteArray();
    }

    private static void rows(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }

    @Override
    public void operate(Core core, String name, Random random, int nth) throws Problem, IOException {
        byte[] content = workbook("%si%d".formatted(name, nth));
        Told.tell(Works.IMPORT, Told.Word.BEGIN, "import");
        core.imports().take(ImportOrder.of(core.imports().upload("import.xlsx", content).id()));
        Told.tell(Works.IMPORT, Told.Word.DONE, "");
    }

    @Override
    public Target target(Random random) {
        return new Target("import", random.nextInt(2));
    }

    @Override
    public HalfDone check(Core core, Life life, Random random) {
        var racks = core.all(Rack.class).stream().filter(rack -> rack.name().startsWith("w"))
                .collect(Collectors.toMap(Rack::id, Rack::name));
        var newServers = new HashMap<UUID, String>();
        Set<String> owners = new HashSet<>();
        for (Server server : core.all(Server.class)) {
            if (server.serial().startsWith("OLD-")) {
                owners.add(server.owner());
            } else if (server.serial().startsWith("SN-w")) {
                newServers.put(server.id(), racks.get(server.mounting().orElseThrow().rack()));
                assertThat(server.owner()).isEqualTo(newServers.get(server.id()));
            }
        }
        assertThat(owners).as("owners of the old servers").hasSize(1);
        var ports = core.all(Port.class).stream().filter(port -> newServers.containsKey(port.device()))
                .map(Port::id).collect(Collectors.toSet());
        assertThat(newServers).hasSize(racks.size() * NEW_SERVERS);
        assertThat(ports).hasSize(racks.size() * NEW_SERVERS * PORTS_EACH);
        assertThat(core.all(Cable.class)).filteredOn(cable -> ports.contains(cable.a()))
                .hasSize(racks.size() * NEW_SERVERS / 2);
        assertThat(newServers.values().stream().collect(Collectors.groupingBy(rack -> rack, Collectors.counting()))
                .values()).allMatch(count -> count == NEW_SERVERS);
        assertThat(racks.isEmpty() ? Set.of("nobody") : Set.copyOf(racks.values())).containsAll(owners);
        return HalfDone.NOTHING;
    }
}
