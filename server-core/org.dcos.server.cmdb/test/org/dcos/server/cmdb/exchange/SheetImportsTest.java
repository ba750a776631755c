package org.dcos.server.cmdb.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Business;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportOrder.CellFix;
import org.dcos.domain.exchange.ImportOrder.Existing;
import org.dcos.domain.exchange.ImportOrder.Extent;
import org.dcos.domain.exchange.ImportOrder.SheetPlan;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ImportReport.Counts;
import org.dcos.domain.exchange.ImportReport.Effect;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.sheet.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetImportsTest {

    private final Desk desk = new Desk();

    @BeforeEach
    void aRoomWithRacks() throws Problem {
        desk.take("idcs.csv", "name\nShanghai A\n");
        desk.take("rooms.csv", "idc,name\nShanghai A,Room 201\n");
        desk.take("racks.csv", "room,name,heightUnits\nShanghai A / Room 201,A03,42\nShanghai A/room 201,A04,42\n");
    }

    @Test
    void aWorkbookOfWpsWithChineseHeadersIsTakenAsOneChangeSet() throws Problem {
        byte[] book = new Workbook()
                .texts("机柜", new String[] {"机房", "机柜名称", "高度"}, new String[] {"Room 201", "B01", "47U"})
                .sheet("服务器", "<row r=\"1\">" + Workbook.text("A1", "2026 年采购清单") + "</row><row r=\"2\">"
                        + Workbook.text("A2", "主机名") + Workbook.text("B2", "序列号") + Workbook.text("C2", "机房")
                        + Workbook.text("D2", "机柜") + Workbook.text("E2", "起始U位") + Workbook.text("F2", "U数")
                        + Workbook.text("G2", "状态") + "</row><row r=\"3\">" + Workbook.text("A3", "web-1")
                        + Workbook.number("B3", "42", 2) + Workbook.text("C3", "Room 201") + Workbook.text("D3", "B01")
                        + Workbook.text("E3", "U28") + Workbook.number("F3", "2", 0) + Workbook.text("G3", "运行中")
                        + "</row><row r=\"4\">" + Workbook.text("A4", "web-2") + Workbook.number("B4", "43", 2)
                        + Workbook.text("E4", "U30") + Workbook.number("F4", "1", 0) + "</row>",
                        "<mergeCells><mergeCell ref=\"C3:C4\"/><mergeCell ref=\"D3:D4\"/></mergeCells>")
                .bytes();

        ImportFile file = desk.imports.upload("2026.xlsx", book);
        ImportReport report = desk.imports.take(ImportOrder.of(file.id()));

        assertThat(file.sheets()).extracting(ImportFile.Sheet::kind).containsExactly(Optional.of(Kind.RACK),
                Optional.of(Kind.SERVER));
        assertThat(report.counts()).isEqualTo(new Counts(3, 0, 0, 0, 0));
        Rack rack = desk.all(Rack.class).stream().filter(r -> r.name().equals("B01")).findFirst().orElseThrow();
        assertThat(desk.all(Server.class)).extracting(Server::serial).containsExactlyInAnyOrder("00000042",
                "00000043");
        assertThat(desk.all(Server.class)).allMatch(server -> server.mounting().orElseThrow().rack().equals(rack.id()));
        assertThat(desk.all(Server.class)).extracting(Server::state).containsExactlyInAnyOrder(LifecycleState.ACTIVE,
                LifecycleState.PLANNED);

        desk.book.undo(report.done().orElseThrow().number(), "");
        assertThat(desk.all(Server.class)).isEmpty();
        assertThat(desk.all(Rack.class)).hasSize(2);
    }

    @Test
    void everyErrorIsToldAtOnceAtItsCellWithWhatWouldDo() throws Problem {
        ImportReport report = desk.check("servers.csv", """
                name,serial,rack,unit,height,state
                web-1,1,A03,1,2,planned
                web-2,2,A3,3,2,activ
                web-1,3,A03,2,two,planned
                ,4,A04,43,1,planned
                web-5,1,A04,1,1,planned
                """);

        assertThat(Desk.at(report, "C3").orElseThrow().suggestions()).contains("A03");
        assertThat(Desk.at(report, "F3").orElseThrow().suggestions()).contains("ACTIVE");
        assertThat(Desk.at(report, "E4").orElseThrow().message()).contains("'two' is no number");
        assertThat(Desk.at(report, "A4").orElseThrow().message()).contains("web-1", "taken");
        assertThat(Desk.at(report, "A5").orElseThrow().message()).contains("Give a name");
        assertThat(Desk.at(report, "D5").orElseThrow().message()).contains("U1 to U42");
        assertThat(Desk.at(report, "B6").orElseThrow().message()).contains("serial number 1");
        assertThat(report.counts().bad()).isEqualTo(5);
        assertThat(desk.all(Server.class)).isEmpty();
    }

    @Test
    void allOrNoneTakesNothingWhileARowIsBad() throws Problem {
        ImportFile file = desk.csv("servers.csv", "name,serial,rack\nweb-1,1,\nweb-2,2,Z99\n");

        assertThatThrownBy(() -> desk.imports.take(ImportOrder.of(file.id()))).isInstanceOf(Invalid.class)
                .hasMessageContaining("servers.csv!C3");

        assertThat(desk.all(Server.class)).isEmpty();
    }

    @Test
    void goodRowsAreTakenWithoutBadOnesAndWhatNeedsThem() throws Problem {
        byte[] book = new Workbook()
                .texts("racks", new String[] {"room", "name", "heightUnits"},
                        new String[] {"Room 201", "C01", "99"}, new String[] {"Room 201", "C02", "42"})
                .texts("servers", new String[] {"name", "serial", "rack", "unit", "height"},
                        new String[] {"web-1", "1", "C01", "1", "1"}, new String[] {"web-2", "2", "C02", "1", "1"})
                .bytes();
        ImportFile file = desk.imports.upload("a.xlsx", book);

        ImportReport report = desk.take(file, Extent.GOOD_ROWS, Existing.UPDATE);

        assertThat(report.counts()).isEqualTo(new Counts(2, 0, 0, 0, 2));
        assertThat(Desk.at(report, "C2").orElseThrow().message()).contains("1 to 60 U");
        assertThat(report.problems()).anyMatch(problem -> problem.sheet().equals("servers")
                && problem.message().contains("row 2 of sheet racks, which has an error"));
        assertThat(desk.one(Server.class).name()).isEqualTo("web-2");
    }

    @Test
    void cellsAreMendedInPlace() throws Problem {
        ImportFile file = desk.csv("servers.csv", "name,serial,rack,unit,height\nweb-1,0007,A3,1,1\n");
        var order = new ImportOrder(file.id(), List.of(), List.of(new CellFix("servers.csv", 2, 2, "A03")),
                Extent.ALL_OR_NONE, Existing.UPDATE, "as ordered");

        assertThat(desk.imports.check(order).acceptable()).isTrue();
        ImportReport report = desk.imports.take(order);

        assertThat(report.done().orElseThrow().why()).isEqualTo("as ordered");
        assertThat(desk.one(Server.class).serial()).isEqualTo("0007");
    }

    @Test
    void whatIsRecordedIsSkippedOrBroughtUpToDate() throws Problem {
        desk.take("servers.csv", "name,serial,owner\nweb-1,1,li\n");
        String again = "name,serial,owner\nweb-1b,1,wang\nweb-2,2,wang\n";

        ImportReport skipped = desk.take(desk.csv("servers.csv", again), Extent.ALL_OR_NONE, Existing.SKIP);
        assertThat(skipped.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
        ImportReport updated = desk.take(desk.csv("servers.csv", again), Extent.ALL_OR_NONE, Existing.UPDATE);

        assertThat(updated.counts()).isEqualTo(new Counts(0, 1, 1, 0, 0));
        assertThat(updated.sheets().getFirst().rows()).extracting(ImportReport.Row::effect)
                .containsExactly(Effect.CHANGED, Effect.UNCHANGED);
        assertThat(desk.all(Server.class)).extracting(Server::name).containsExactlyInAnyOrder("web-1b", "web-2");
    }

    @Test
    void recordedThingsAreRecognisedByTheChosenField() throws Problem {
        desk.take("servers.csv", "name,serial\nweb-1,1\n");
        ImportFile file = desk.csv("servers.csv", "name,serial\nweb-1,9\n");

        desk.imports.take(new ImportOrder(file.id(),
                List.of(new SheetPlan("servers.csv", Optional.of(Kind.SERVER), List.of(), "name")), List.of(),
                Extent.ALL_OR_NONE, Existing.UPDATE, ""));

        assertThat(desk.one(Server.class).serial()).isEqualTo("9");
    }

    @Test
    void aMappingThatWasSaidIsRemembered() throws Problem {
        ImportFile file = desk.csv("machines.csv", "Bezeichnung,SN\nweb-1,1\n");
        assertThat(file.sheets().getFirst().columns()).extracting(ImportFile.Column::path).containsExactly("",
                "serial");

        desk.imports.take(new ImportOrder(file.id(), List.of(new SheetPlan("machines.csv", Optional.of(Kind.SERVER),
                List.of("name", "serial"), "")), List.of(), Extent.ALL_OR_NONE, Existing.UPDATE, ""));

        assertThat(desk.csv("servers.csv", "Bezeichnung,SN\nweb-2,2\n").sheets().getFirst().columns())
                .extracting(ImportFile.Column::path).containsExactly("name", "serial");
    }

    @Test
    void referencesLeadToRowsOfTheSameFileAndToEachOther() throws Problem {
        byte[] book = new Workbook()
                .texts("servers", new String[] {"name", "serial"}, new String[] {"a", "1"}, new String[] {"b", "2"})
                .texts("ports", new String[] {"device", "name", "kind", "lag"},
                        new String[] {"a", "eth0", "network", "a bond0"}, new String[] {"a", "bond0", "network", ""},
                        new String[] {"2", "eth0", "网口", ""})
                .texts("cables", new String[] {"本端设备", "本端端口", "对端设备", "对端端口"},
                        new String[] {"a", "eth0", "b", "eth0"})
                .texts("businesses", new String[] {"name", "parent"}, new String[] {"cart", "shop"},
                        new String[] {"shop", ""})
                .bytes();
        ImportFile file = desk.imports.upload("a.xlsx", book);

        assertThat(desk.imports.check(ImportOrder.of(file.id())).problems()).isEmpty();
        desk.imports.take(ImportOrder.of(file.id()));

        assertThat(desk.all(Port.class)).filteredOn(port -> port.lag().isPresent()).hasSize(1);
        assertThat(desk.all(Cable.class)).hasSize(1);
        assertThat(desk.all(Business.class)).filteredOn(business -> business.parent().isPresent()).hasSize(1);
    }

    @Test
    void aColumnThatEveryRowNeedsIsToldOnce() throws Problem {
        ImportReport report = desk.check("rooms.csv", "name\n301\n302\n303\n");

        assertThat(report.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no column for idc"));
        assertThat(report.counts().bad()).isEqualTo(3);
        assertThat(desk.all(Room.class)).hasSize(1);
    }

    @Test
    void twoRowsForOneThingAreTold() throws Problem {
        desk.take("servers.csv", "name,serial\nweb-1,1\n");

        ImportReport report = desk.check("servers.csv", "name,serial\nx,1\ny,1\n");

        assertThat(Desk.at(report, "B3").orElseThrow().message()).contains("same server as in row 2");
    }

    @Test
    void labelsAndFieldsOfOnesOwnAreColumns() throws Problem {
        desk.take("field-definitions.csv", "of,name,title,valueType\nservers,warranty,质保,date\n");

        desk.take("servers.csv", "name,serial,label.env,质保\nweb-1,1,prod,2028年1月31日\n");

        assertThat(desk.one(Server.class).labels()).containsEntry("env", "prod");
        assertThat(desk.one(Server.class).fields()).containsEntry("warranty", "2028-01-31");
    }

    @Test
    void aFileThatIsNotKeptAnyMoreIsTold() {
        assertThatThrownBy(() -> desk.imports.check(ImportOrder.of(new java.util.UUID(1, 2))))
                .isInstanceOf(NotFound.class).hasMessageContaining("Choose it again");
    }

    @Test
    void aSheetOfUnknownThingsIsShownAndNotTaken() throws Problem {
        ImportFile file = desk.csv("x.csv", "foo,bar\n1,2\n");

        assertThat(file.sheets().getFirst().kind()).isEmpty();
        assertThat(desk.imports.check(ImportOrder.of(file.id())).counts()).isEqualTo(Counts.ZERO);
        assertThatThrownBy(() -> desk.imports.take(ImportOrder.of(file.id()))).isInstanceOf(Invalid.class);
    }
}
