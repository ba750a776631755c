package org.dcos.server.cmdb.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.baseline.BaselineReport;
import org.dcos.domain.baseline.BaselineReport.CellError;
import org.dcos.domain.baseline.BaselineReport.Counts;
import org.dcos.domain.baseline.BaselineReport.Effect;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.LiveInventoryStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.RecordedInventory;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.sheet.Workbook;
import org.junit.jupiter.api.Test;

class SheetBaselinesTest {

    private static final String HEADER = "name,serial,asset_tag,manufacturer,model,height_u,"
            + "idc,room,rack,unit,face,owner\n";

    private final MemoryItemStore items = new MemoryItemStore();
    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final WriterTurn turn = new WriterTurn();
    private final LiveRecords records = new LiveRecords(items, new MemoryBmcStore(), events::add, turn);
    private final InventoryStore store = new LiveInventoryStore(records);
    private final SheetBaselines baselines = new SheetBaselines(records, turn);

    @Test
    void takes_servers_and_the_places_they_name() throws Problem {
        var report = take(HEADER + "srv-1,0021,AT-1,Huawei,2288H V5,2,Shanghai A,Room 201,A03,28,front,li.wei\n"
                + "srv-2,0022,,,,1,Shanghai A,Room 201,A03,U30,rear,\n");

        assertThat(report.created()).isEqualTo(new Counts(1, 1, 1, 2));
        assertThat(report.rows()).isEqualTo(2);
        Rack rack = store.racks().getFirst();
        assertThat(rack.heightUnits()).isEqualTo(42);
        Server first = store.serverBySerial("0021").orElseThrow();
        assertThat(first)
                .isEqualTo(new Server(first.id(), 1, "srv-1", "0021", Optional.of("AT-1"), "Huawei", "2288H V5",
                        "li.wei", Optional.of(new Mounting(rack.id(), 28, 2, Face.FRONT)), LifecycleState.PLANNED));
        assertThat(store.serverBySerial("0022").orElseThrow().mounting())
                .contains(new Mounting(rack.id(), 30, 1, Face.REAR));
        assertThat(events).endsWith(new DomainEvent.PlacesChanged(), new DomainEvent.ServersChanged());
        assertThat(items.audit()).extracting(AuditEntry::action).containsExactly("idc.save", "room.save", "rack.save",
                "server.save", "server.save");
        assertThat(items.audit()).allMatch(entry -> entry.why().equals("baseline servers.csv"));
    }

    @Test
    void the_same_file_again_changes_nothing() throws Problem {
        String file = HEADER + "srv-1,0021,AT-1,Huawei,2288H V5,2,Shanghai A,Room 201,A03,28,front,li.wei\n";
        take(file);
        int transactions = items.transactions();
        events.clear();

        var report = take(file);

        assertThat(report.created()).isEqualTo(Counts.ZERO);
        assertThat(report.changed()).isEqualTo(Counts.ZERO);
        assertThat(report.unchanged().servers()).isEqualTo(1);
        assertThat(report.preview().getFirst().effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(items.transactions()).isEqualTo(transactions);
        assertThat(events).isEmpty();
    }

    @Test
    void a_server_is_recognised_by_its_serial_and_only_told_columns_change() throws Problem {
        take(HEADER + "srv-1,0021,AT-1,Huawei,2288H V5,2,Shanghai A,Room 201,A03,28,front,li.wei\n");

        var report = take("name,serial,owner\nsrv-9,0021,\n");

        assertThat(report.changed().servers()).isEqualTo(1);
        Server server = store.serverBySerial("0021").orElseThrow();
        assertThat(server.name()).isEqualTo("srv-9");
        assertThat(server.owner()).isEmpty();
        assertThat(server.model()).isEqualTo("2288H V5");
        assertThat(server.mounting()).isPresent();
        assertThat(items.audit().getLast().what()).isEqualTo("srv-1: name 'srv-1' -> 'srv-9'; owner 'li.wei' -> ''");
    }

    @Test
    void servers_may_exchange_their_places_and_names() throws Problem {
        take(HEADER + "a,1,,,,1,I,R,A01,1,,\nb,2,,,,1,I,R,A01,2,,\n");

        take(HEADER + "b,1,,,,1,I,R,A01,2,,\na,2,,,,1,I,R,A01,1,,\n");

        assertThat(store.serverBySerial("1").orElseThrow().name()).isEqualTo("b");
        assertThat(store.serverBySerial("2").orElseThrow().mounting().orElseThrow().lowestUnit()).isEqualTo(1);
    }

    @Test
    void tells_all_errors_at_once_by_cell() throws Problem {
        take(HEADER + "old,OLD-1,,,,2,I,R,A01,10,front,\n");

        var report = check("name,serial,height_u,idc,room,rack,unit,face,bmc_address,bmc_port\n"
                + "s1,S1,2,I,R,A01,11,front,,\n" // taken by a recorded server
                + "s2,S1,1,I,R,A01,1,front,,\n" // serial twice
                + "s1,S3,1,I,R,A01,2,front,,\n" // name twice
                + "s4,S4,x2,I,R,A01,3,front,,\n" // unreadable height
                + "s5,S5,1,I,R,A01,seven 7,fornt,,\n" // unreadable unit, misspelt face
                + ",,1,I,R,A01,8,front,,\n" // neither name nor serial
                + "s7,S7,1,I,R,A01,42,front,10.0.0.300,70000\n" // no address, no port
                + "s8,S8,2,I,R,A01,42,front,,\n" // above the rack
                + "old,S9,1,I,R,A01,20,front,,\n" // name of a recorded server
                + "s10,S10,1,I,R,A01,,front,,\n"); // no unit

        assertThat(report.errors()).extracting(CellError::cell).containsExactly("G2", "B3", "A4", "C5", "G6", "H6",
                "A7",
                "B7", "I8", "J8", "G9", "A10", "G11");
        assertThat(error(report, "G2").message())
                .isEqualTo("U11-U12 of rack A01 is taken by old, which is recorded there.");
        assertThat(error(report, "G2").suggestion()).contains("12");
        assertThat(error(report, "B3").message()).contains("stands in row 2 too");
        assertThat(error(report, "A4").message()).contains("row 2");
        assertThat(error(report, "C5").suggestion()).contains("2");
        assertThat(error(report, "G6").suggestion()).contains("7");
        assertThat(error(report, "H6")).satisfies(error -> {
            assertThat(error.column()).isEqualTo("face");
            assertThat(error.value()).isEqualTo("fornt");
            assertThat(error.suggestion()).contains("front");
            assertThat(error.sheet()).isEqualTo("servers.csv");
            assertThat(error.row()).isEqualTo(6);
        });
        assertThat(error(report, "J8").suggestion()).contains("623");
        assertThat(error(report, "G9").message()).contains("at most 41");
        assertThat(error(report, "A10").message()).contains("serial number OLD-1");
        assertThat(report.preview()).hasSize(10).allMatch(row -> row.effect() == Effect.REFUSED);
    }

    @Test
    void two_rows_on_the_same_units_are_told_at_the_second_with_a_free_place() throws Problem {
        var report = check(HEADER + "a,1,,,,2,I,R,A01,10,,\nb,2,,,,2,I,R,A01,11,,\nc,3,,,,2,I,R,A01,8,,\n");

        assertThat(report.errors()).hasSize(1);
        CellError error = error(report, "J3");
        assertThat(error.message()).isEqualTo("U11-U12 of rack A01 is taken by a (row 2).");
        assertThat(error.suggestion()).contains("12");
    }

    @Test
    void a_file_with_an_error_changes_nothing() {
        var problem = catchThrowableOfType(Invalid.class,
                () -> take(HEADER + "a,1,,,,1,I,R,A01,1,,\nb,1,,,,1,I,R,A01,2,,\n"));

        assertThat(problem.violations().getFirst().field()).isEqualTo("servers.csv!B3");
        assertThat(store.allServers()).isEmpty();
        assertThat(store.idcs()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void a_workbook_brings_racks_and_servers() throws Problem {
        var report = baselines.take(new BaselineFile("base.xlsx", new Workbook()
                .texts("racks", new String[] {"idc", "room", "row", "rack", "height_u", "power_budget_w"},
                        new String[] {"Shanghai A", "Room 201", "A", "A03", "47", "8000"},
                        new String[] {"Shanghai A", "Room 201", "A", "A04", "47", null})
                .texts("servers", new String[] {"name", "serial", "height_u", "idc", "room", "rack", "unit", "face"},
                        new String[] {"srv-1", "0021", "2", "Shanghai A", "Room 201", "A03", "46", "front"})
                .bytes()));

        assertThat(report.created()).isEqualTo(new Counts(1, 1, 2, 1));
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.preview()).extracting(BaselineReport.PreviewRow::effect).containsOnly(Effect.CREATED);
        assertThat(store.racks()).extracting(Rack::name, Rack::heightUnits, Rack::powerBudgetWatts, Rack::row)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A03", 47, OptionalInt.of(8000), "A"),
                        org.assertj.core.groups.Tuple.tuple("A04", 47, OptionalInt.empty(), "A"));
    }

    @Test
    void a_rack_that_a_racks_sheet_does_not_have_is_told_with_the_nearest_name() throws Problem {
        var report = baselines.check(new BaselineFile("base.xlsx", new Workbook()
                .texts("racks", new String[] {"idc", "room", "rack", "height_u"}, new String[] {"I", "R", "A03", "42"},
                        new String[] {"I", "R", "A03", "42"}, new String[] {"I", "", "B01", "99"})
                .texts("servers", new String[] {"name", "serial", "height_u", "idc", "room", "rack", "unit"},
                        new String[] {"s1", "1", "1", "I", "R", "AO3", "1"},
                        new String[] {"s2", "2", "1", "I", "X", "A03", "1"})
                .bytes()));

        assertThat(report.errors()).extracting(CellError::sheet, CellError::cell).containsExactly(
                org.assertj.core.groups.Tuple.tuple("racks", "C3"), org.assertj.core.groups.Tuple.tuple("racks", "B4"),
                org.assertj.core.groups.Tuple.tuple("racks", "D4"),
                org.assertj.core.groups.Tuple.tuple("servers", "F2"),
                org.assertj.core.groups.Tuple.tuple("servers", "F3"));
        assertThat(error(report, "F2").suggestion()).contains("A03");
        assertThat(error(report, "F3").message()).isEqualTo("Rack A03 is not in I / X, but in I / R.");
    }

    @Test
    void a_racks_sheet_must_not_cut_off_a_recorded_server() throws Problem {
        take(HEADER + "a,1,,,,2,I,R,A01,41,,\n");

        var report = check("idc,room,rack,height_u\nI,R,A01,40\n");

        assertThat(error(report, "D2").message()).isEqualTo("a is mounted up to U42 of rack A01.");
    }

    @Test
    void chinese_headers_and_gb18030_are_understood() throws Problem {
        String file = "服务器清单,,,,,,,,,,,,,\n名称,序列号,资产编号,厂商,型号,高度(U),数据中心,机房,机柜,起始U位,面,负责人,BMC地址,BMC端口\n"
                + "主机一,000123,固-1,华为,2288H V5,2U,上海A,201机房,A03,U28-U29,后,李伟,10.1.2.3,623\n";

        baselines.take(new BaselineFile("基线.csv", file.getBytes(Charset.forName("GB18030"))));

        Server server = store.serverBySerial("000123").orElseThrow();
        assertThat(server).extracting(Server::name, Server::manufacturer, Server::owner, Server::assetTag)
                .containsExactly("主机一", "华为", "李伟", Optional.of("固-1"));
        assertThat(server.mounting()).contains(new Mounting(store.racks().getFirst().id(), 28, 2, Face.REAR));
        assertThat(store.idcs().getFirst().name()).isEqualTo("上海A");
        assertThat(store.rooms().getFirst().name()).isEqualTo("201机房");
    }

    @Test
    void a_rack_may_be_named_alone_when_there_is_only_one() throws Problem {
        take(HEADER + "a,1,,,,1,I,R,A01,1,,\nb,2,,,,1,I,R2,A01,1,,\nc,3,,,,1,I,R,A02,1,,\n");

        var report = check("name,serial,height_u,rack,unit\nx,7,1,A02,2\ny,8,1,A01,2\nz,9,1,A2,1\n");

        assertThat(report.errors()).extracting(CellError::cell).containsExactly("D3", "D4");
        assertThat(error(report, "D3").message()).contains("2 racks named A01");
        assertThat(error(report, "D4").suggestion()).contains("A02");
    }

    @Test
    void a_server_without_a_place_is_recorded_as_not_racked() throws Problem {
        take(HEADER + "a,1,,,,1,I,R,A01,1,,\n");

        take(HEADER + "a,1,,,,,,,,,,\n");

        assertThat(store.serverBySerial("1").orElseThrow().mounting()).isEmpty();
    }

    @Test
    void missing_and_misspelt_headers_are_told_once() throws Problem {
        var report = check("nane,serial,model\na,1,m\nb,2,m\n");

        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().getFirst()).extracting(CellError::cell, CellError::suggestion).containsExactly("A1",
                Optional.of("name"));
        assertThat(check("serial,model\n1,m\n").errors()).extracting(CellError::message)
                .containsExactly("The column name is missing.");
    }

    @Test
    void what_is_no_baseline_is_invalid() {
        assertThatThrownBy(() -> check("a,b\n1,2\n")).isInstanceOf(Invalid.class)
                .hasMessageContaining("Neither servers nor");
        assertThatThrownBy(() -> check("")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> baselines.check(new BaselineFile("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF})))
                .isInstanceOf(Invalid.class).hasMessageContaining("old Excel format");
    }

    @Test
    void a_header_without_rows_takes_nothing() throws Problem {
        var report = take(HEADER);

        assertThat(report.rows()).isZero();
        assertThat(report.created()).isEqualTo(Counts.ZERO);
    }

    @Test
    void imports_and_saves_at_the_same_time_never_share_a_unit_or_a_name() throws Exception {
        take(HEADER + "first,F,,,,1,I,R,A01,42,,\n");
        var rack = store.racks().getFirst().id();
        var inventory = new RecordedInventory(records);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                int unit = 1 + i % 20;
                String csv = HEADER + "csv-%d,C%d,,,,1,I,R,A01,%d,,\n".formatted(i, i, unit);
                var server = new Server(UUID.randomUUID(), 0, "csv-" + (i + 50), "V" + i, Optional.empty(), "", "", "",
                        Optional.of(new Mounting(rack, unit, 1, Face.FRONT)), LifecycleState.PLANNED);
                executor.submit(() -> baselines.take(new BaselineFile("f.csv", csv.getBytes(StandardCharsets.UTF_8))));
                executor.submit(() -> inventory.save(server));
            }
        }

        var taken = store.allServers().stream().map(server -> server.mounting().orElseThrow()).toList();
        assertThat(taken).hasSize(21); // each unit once, and the first server
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(store.allServers()).extracting(Server::name).doesNotHaveDuplicates();
    }

    private BaselineReport check(String csv) throws Problem {
        return baselines.check(new BaselineFile("servers.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private BaselineReport take(String csv) throws Problem {
        return baselines.take(new BaselineFile("servers.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static CellError error(BaselineReport report, String cell) {
        return report.errors().stream().filter(error -> error.cell().equals(cell)).findFirst().orElseThrow();
    }
}
