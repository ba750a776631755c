package org.dcos.ui.parts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.search.Hit;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.search.Findings;
import org.dcos.ui.model.search.FoundRow;
import org.dcos.ui.model.selection.RackSpot;
import org.dcos.ui.parts.TestDisplay;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class FoundListXvfbTest {

    private final Display display = TestDisplay.get();
    private final List<FoundRow> opened = new ArrayList<>();
    private Shell shell;
    private FoundList list;

    @BeforeEach
    void open() {
        Ink.of(display).use(Theme.LIGHT);
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(760, 420);
        list = new FoundList(shell, "Find");
        list.onOpen(opened::add);
        shell.open();
        settle();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private void settle() {
        while (display.readAndDispatch()) {
            // until nothing is left
        }
    }

    private static FoundRow row(Kind kind, int number, String name, String note, String place) {
        return new FoundRow.OfRecord(new Hit(kind, new UUID(7, number), name, place, "name", name, Hit.Match.PREFIX),
                name, note, place);
    }

    private static Findings findings() {
        var servers = List.of(row(Kind.SERVER, 1, "srv-a01-01", "Serial number 2102351XYZ0001",
                "Shanghai A / Room 201 / A01 U28-U29"),
                row(Kind.SERVER, 2, "srv-a01-02", "Serial number 2102351XYZ0002",
                        "Shanghai A / Room 201 / A01 U26 rear"));
        var ports = new ArrayList<FoundRow>();
        for (int i = 0; i < 12; i++) {
            ports.add(row(Kind.PORT, 10 + i, "srv-a01-01 eth" + i, "MAC 00:1b:44:11:3a:0" + i % 10,
                    "Shanghai A / Room 201 / A01 U28-U29"));
        }
        return new Findings("2102351", List.of(new Findings.Group("Servers", servers),
                new Findings.Group("Ports", ports),
                new Findings.Group("IP addresses", List.of(row(Kind.IP_ADDRESS, 40, "10.2.102.35", "", "srv-a01-01"))),
                new Findings.Group("Cables", List.of(row(Kind.CABLE, 41, "C-2102351", "",
                        "srv-a01-01 eth0 - tor-1 port17"))),
                new Findings.Group("Not recorded", List.of(
                        new FoundRow.Offer("2102351XY", Optional.of(new RackSpot(new UUID(3, 1), 17, Face.FRONT)),
                                "Place 2102351XY here", "A01 U17 · front"),
                        new FoundRow.Offer("2102351XY", Optional.empty(), "Record server 2102351XY", ""))),
                new Findings.Group("Commands", List.of(new FoundRow.OfCommand("org.dcos.keys", "Keys", "Ctrl+/")))),
                false, "");
    }

    @Test
    void the_first_line_is_chosen_and_keys_move_over_titles() {
        list.show(findings(), "");
        assertThat(list.chosen()).map(FoundRow::label).hasValue("srv-a01-01");
        list.step(2);
        assertThat(list.chosen()).map(FoundRow::label).hasValue("srv-a01-01 eth0");
        list.step(-5);
        assertThat(list.chosen()).map(FoundRow::label).hasValue("srv-a01-01");
        list.step(100);
        assertThat(list.chosen()).map(FoundRow::label).hasValue("Keys");
        picture("found-end");
    }

    @Test
    void a_click_opens_what_is_under_the_pointer() {
        list.show(findings(), "");
        settle();
        for (int type : List.of(SWT.MouseDown, SWT.MouseUp)) {
            var event = new Event();
            event.button = 1;
            event.y = 28 + 30 + 10;
            list.control().notifyListeners(type, event);
        }
        assertThat(opened).extracting(FoundRow::label).containsExactly("srv-a01-02");
        picture("found");
    }

    @Test
    void nothing_found_is_said() {
        list.show(Findings.NONE, "Nothing is recorded with “x”");
        list.step(1);
        assertThat(list.chosen()).isEmpty();
        picture("found-nothing");
    }

    private void picture(String name) {
        settle();
        Optional.ofNullable(System.getProperty("dcos.pictures")).ifPresent(folder -> {
            var area = shell.getClientArea();
            var image = new Image(display, area.width, area.height);
            var gc = new GC(image);
            shell.print(gc);
            gc.dispose();
            var loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            loader.save(folder + "/" + name + ".png", SWT.IMAGE_PNG);
        });
    }
}
