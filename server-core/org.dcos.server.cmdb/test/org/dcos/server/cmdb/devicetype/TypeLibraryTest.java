package org.dcos.server.cmdb.devicetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.NetworkRole;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PortTemplate;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.devicetype.TypeReport.Outcome;
import org.dcos.domain.devicetype.TypeReport.Taken;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.MemoryBmcStore;
import org.dcos.server.cmdb.MemoryItemStore;
import org.dcos.server.cmdb.WriterTurn;
import org.dcos.server.cmdb.live.LiveRecords;
import org.junit.jupiter.api.Test;

class TypeLibraryTest {

    private static final PageRequest ALL = new PageRequest(0, 1000);
    private static final String SWITCH = "manufacturer: M\nmodel: S\nslug: m-s\nu_height: 1\ninterfaces:\n"
            + "  - name: eth1\n    type: 1000base-t\n  - name: eth2\n    type: 1000base-t\n";

    private final MemoryItemStore store = new MemoryItemStore();
    private final LiveRecords records = new LiveRecords(store, new MemoryBmcStore(), _ -> {}, new WriterTurn(),
            () -> Instant.EPOCH);
    private final TypeLibrary library = new TypeLibrary(records);

    private TypeReport take(TypeFile... files) throws Problem {
        return library.take(new TypeOrder(List.of(files), false));
    }

    private DeviceType type(String model) {
        return records.read(view -> view.all(DeviceType.class).filter(type -> type.model().equals(model)).findFirst())
                .orElseThrow();
    }

    private List<Port> ports(UUID device) {
        return records.read(view -> view.referring(Port.class, device).toList());
    }

    private NetworkDevice install(String name, UUID type) throws Problem {
        var device = new NetworkDevice(UUID.randomUUID(), 0, name, name, Optional.empty(), "", "", "", Optional.empty(),
                LifecycleState.PLANNED, NetworkRole.ACCESS, Optional.of(type), Optional.empty(), Map.of(), Map.of());
        records.commit("", "", List.of(new Edit.Put(device)));
        return records.read(view -> view.item(NetworkDevice.class, device.id())).orElseThrow();
    }

    private void put(Item item) throws Problem {
        records.commit("", "", List.of(new Edit.Put(item)));
    }

    @Test
    void everyFileOfTheCommunityComesInAsItIs() throws Problem {
        List<TypeFile> files = Library.files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(32);

        TypeReport report = library.take(new TypeOrder(files, false));

        assertThat(report.taken()).hasSameSizeAs(files).allMatch(taken -> taken.outcome() == Outcome.NEW);
        assertThat(report.changeSet()).isPresent();
        assertThat(type("PowerEdge M1000e").ports()).hasSize(10);
        assertThat(type("PowerEdge M1000e").powerWatts()).hasValue(8100);
        assertThat(type("Nexus 93180YC-FX").ports()).hasSize(58);
        assertThat(type("Geist rPDU GI10022L").heightUnits()).isZero();
        assertThat(type("Geist rPDU GI10022L").ports()).contains(new PortTemplate("08", PortKind.POWER_OUTLET,
                "iec-60320-c13", false, Optional.of("Power"), OptionalInt.empty(), OptionalInt.empty()));
        assertThat(type("SYS-2029TP-CHASSIS").bays()).containsExactly("Node A", "Node B", "Node C", "Node D");
        assertThat(type("SYS-2029TP-CHASSIS").chassis()).isTrue();
        assertThat(type("SYS-2029TP-HTR-NODE").blade()).isTrue();
        assertThat(type("ThinkSystem SD530").weightGrams()).isEmpty();
        assertThat(type("NF5180M6").weightGrams()).hasValue(31_000);
        assertThat(type("NF5180M6").comments()).contains("Module bays: PSU0, PSU1, OCP3");
    }

    @Test
    void patchPanelsLeadFromFrontToRearInBothFormsOfTheFormat() throws Problem {
        take(Library.file("Generic/8-port-copper-patch-panel.yaml"),
                Library.file("Generic/LC-8-port-fiber-patch-panel.yaml"));

        for (String model : List.of("8-port Copper Patch Panel", "LC-8-port Fiber Patch Panel")) {
            assertThat(type(model).ports()).filteredOn(port -> port.kind() == PortKind.FRONT).hasSize(8)
                    .allMatch(
                            port -> port.through().equals(Optional.of(port.name())) && port.position().getAsInt() == 1);
        }
        List<Port> ports = ports(install("panel", type("8-port Copper Patch Panel").id()).id());
        assertThat(ports).hasSize(16).filteredOn(port -> port.kind() == PortKind.FRONT)
                .allSatisfy(front -> assertThat(ports).anyMatch(rear -> rear.kind() == PortKind.REAR
                        && front.through().equals(Optional.of(rear.id())) && rear.name().equals(front.name())));
    }

    @Test
    void whatIsNotRecordedIsToldWithItsLine() throws Problem {
        Taken chassis = take(Library.file("Cisco/N9K-C9504.yaml")).taken().getFirst();
        Taken blade = take(Library.file("Dell/PowerEdge-FC640.yaml")).taken().getFirst();
        Taken twice = take(Library.file("Juniper/EX2300-C-12T.yaml")).taken().getFirst();

        assertThat(chassis.notes()).extracting(TypeReport.Note::text)
                .contains("odule-bays is not known and not recorded.");
        assertThat(chassis.notes().getFirst().line()).isEqualTo(22);
        assertThat(blade.notes()).extracting(TypeReport.Note::text)
                .contains("subdevice_role stands there twice; the later one counts.");
        assertThat(twice.notes()).extracting(TypeReport.Note::text)
                .contains("Console stands there twice; this one is recorded as Console 2.");
    }

    @Test
    void aSecondImportChangesNothingAndAnotherTextChangesTheType() throws Problem {
        take(Library.files().toArray(TypeFile[]::new));
        int sets = store.transactions();

        TypeReport again = take(Library.files().toArray(TypeFile[]::new));

        assertThat(again.changeSet()).isEmpty();
        assertThat(again.taken()).allMatch(taken -> taken.outcome() == Outcome.SAME);
        assertThat(store.transactions()).isEqualTo(sets);
        TypeReport changed = take(new TypeFile("x.yaml", SWITCH), new TypeFile("r.yaml",
                Library.file("Lenovo/ThinkSystem-SR650.yaml").text().replace("u_height: 2", "u_height: 2.5")));
        assertThat(changed.taken()).extracting(Taken::outcome).containsExactly(Outcome.NEW, Outcome.CHANGED);
        assertThat(type("ThinkSystem SR650").heightUnits()).isEqualTo(2.5);
    }

    @Test
    void aTrialTellsAndChangesNothing() throws Problem {
        TypeReport report = library.take(new TypeOrder(Library.files(), true));

        assertThat(report.taken()).allMatch(taken -> taken.outcome() == Outcome.NEW);
        assertThat(store.transactions()).isZero();
    }

    @Test
    void allFaultsOfAllFilesAreToldWithTheirLines() {
        var bad = new TypeFile("bad.yaml", "manufacturer: M\nu_height: 1.3\nweight: heavy\nis_full_depth: perhaps\n"
                + "power-outlets:\n  - name: o1\n    power_port: p9\ninterfaces: none\n");
        var broken = new TypeFile("broken.yaml", "manufacturer: M\nmodel: [1, 2\n");
        var list = new TypeFile("list.yaml", "- a\n");

        Invalid problem = catchThrowableOfType(Invalid.class,
                () -> take(bad, broken, list, new TypeFile("ok.yaml", SWITCH), new TypeFile("same.yaml", SWITCH)));

        assertThat(problem.violations()).extracting(Invalid.Violation::field).contains("bad.yaml:1", "bad.yaml:2",
                "bad.yaml:3", "bad.yaml:4", "bad.yaml:7", "bad.yaml:8", "list.yaml:1", "same.yaml:1")
                .anyMatch(place -> place.startsWith("broken.yaml:"));
        assertThat(store.transactions()).isZero();
    }

    @Test
    void aNewDeviceHasThePortsOfItsTypeInTheSameChangeSet() throws Problem {
        take(Library.file("Huawei/CE6865-48S8CQ-EI.yaml"));
        int sets = store.transactions();

        NetworkDevice device = install("tor-1", type("CE6865-48S8CQ-EI").id());

        assertThat(store.transactions()).isEqualTo(sets + 1);
        assertThat(device.manufacturer()).isEqualTo("Huawei");
        List<Port> ports = ports(device.id());
        assertThat(ports).filteredOn(port -> port.kind() == PortKind.NETWORK).hasSize(57);
        assertThat(ports).filteredOn(port -> port.name().equals("25GE1/0/7")).singleElement()
                .satisfies(port -> assertThat(port.speedMbps()).hasValue(25_000));
        assertThat(ports).filteredOn(Port::managementOnly).extracting(Port::name).containsExactly("MEth0/0/0");
    }

    @Test
    void devicesFollowALaterChangeOfTheirType() throws Problem {
        take(new TypeFile("s.yaml", SWITCH));
        UUID type = type("S").id();
        NetworkDevice one = install("sw-1", type);
        NetworkDevice two = install("sw-2", type);
        take(new TypeFile("s.yaml", SWITCH.replace("eth2\n    type: 1000base-t", "eth3\n    type: 10gbase-t")
                .replace("1000base-t", "2.5gbase-t")));

        List<TypeFit> fits = library.fits(type, ALL).items();
        assertThat(fits).extracting(TypeFit::name).containsExactly("sw-1", "sw-2");
        assertThat(fits.getFirst().differences()).extracting(d -> d.how() + " " + d.port())
                .containsExactly("MISSING eth3", "UNLIKE eth1", "SURPLUS eth2");
        assertThat(fits.getFirst().differences().get(1).fields()).contains("'1000base-t' -> '2.5gbase-t'")
                .contains("'1000' -> '2500'");

        library.fit(type, new FitOrder(List.of(one.id()), false, "new revision"));
        assertThat(ports(one.id())).extracting(Port::name).containsExactlyInAnyOrder("eth1", "eth2", "eth3");
        assertThat(ports(two.id())).extracting(Port::name).containsExactlyInAnyOrder("eth1", "eth2");

        library.fit(type, new FitOrder(List.of(), true, ""));
        assertThat(ports(two.id())).extracting(Port::name).containsExactlyInAnyOrder("eth1", "eth3");
        assertThat(library.fits(type, ALL).items()).isEmpty();
        assertThatThrownBy(() -> library.fit(type, new FitOrder(List.of(), true, ""))).isInstanceOf(Conflict.class);
    }

    @Test
    void aPluggedPortStaysUntilItsCableIsGone() throws Problem {
        take(new TypeFile("s.yaml", SWITCH));
        UUID type = type("S").id();
        NetworkDevice one = install("sw-1", type);
        NetworkDevice two = install("sw-2", type);
        put(new Cable(UUID.randomUUID(), 0, port(one, "eth2"), port(two, "eth2"), CableState.CONNECTED, "", "",
                Optional.empty(), "C-1", Map.of(), Map.of()));
        take(new TypeFile("s.yaml", SWITCH.replace("eth2", "eth3")));

        assertThat(library.fits(type, ALL).items().getFirst().differences()).last()
                .satisfies(d -> assertThat(d.obstacle()).contains("cable C-1"));
        assertThatThrownBy(() -> library.fit(type, new FitOrder(List.of(), true, ""))).isInstanceOf(Conflict.class)
                .hasMessageContaining("sw-1 eth2 by the cable C-1");
        assertThat(ports(one.id())).hasSize(2);
    }

    private UUID port(NetworkDevice device, String name) {
        return ports(device.id()).stream().filter(port -> port.name().equals(name)).findFirst().orElseThrow().id();
    }

    @Test
    void textsThatAreHarmedOrHostileAreRefusedAndNeverHang() {
        var random = new Random(7);
        List<TypeFile> files = Library.files();
        var texts = new ArrayList<String>();
        texts.add("[".repeat(100_000));
        texts.add("- ".repeat(50_000));
        texts.add("{a: ".repeat(50_000));
        texts.add("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\nmodel: *d\nmanufacturer: *d\n");
        texts.add("model: &m !!javax.script.ScriptEngineManager [*m]\nmanufacturer: x");
        texts.add("\u0000\uD800");
        texts.add("x".repeat(2_000_000));
        texts.add("");
        texts.add("---\n---\n");
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder(files.get(random.nextInt(files.size())).text());
            for (int j = random.nextInt(6); j >= 0 && !text.isEmpty(); j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(0x250));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.insert(at, "&*!|>{}[]:-\"'%@`\t\n".charAt(random.nextInt(18)));
                    default -> text.setLength(at);
                }
            }
            texts.add(text.toString());
        }
        for (String text : texts) {
            var findings = new Findings("f");
            Optional<DeviceType> read = TypeText.read(text, findings);
            assertThat(read.isPresent()).isEqualTo(findings.faults().isEmpty());
        }
    }
}
