package org.dcos.ui.parts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.impact.Hurt.Cause;
import org.dcos.domain.impact.Hurt.Severity;
import org.dcos.domain.impact.ImpactGraph;
import org.dcos.domain.impact.ImpactGraph.Thing;
import org.dcos.domain.impact.ImpactGraph.Tie;
import org.dcos.domain.impact.Trace;
import org.dcos.domain.impact.Trace.Line;
import org.dcos.domain.impact.Trace.Stop;
import org.dcos.ui.canvas.relation.RelationCanvas;
import org.dcos.ui.canvas.relation.RelationPicture.Impact;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.trace.TraceCanvas;
import org.dcos.ui.canvas.trace.TracePicture;
import org.dcos.ui.model.impact.TraceLeg;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.TestDisplay;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class ImpactPicturesXvfbTest {

    private static final UUID SERVER = new UUID(1, 1);

    private final Display display = TestDisplay.get();
    private Shell shell;

    @BeforeEach
    void open() {
        Ink.of(display).use(Theme.LIGHT);
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static Texts parts(Locale locale) {
        return Texts.load(Desk.class, locale);
    }

    private static ImpactGraph graph() {
        var things = new ArrayList<Thing>();
        var ties = new ArrayList<Tie>();
        var pdu = new UUID(2, 1);
        var feed = new UUID(2, 2);
        var rack = new UUID(2, 3);
        var room = new UUID(2, 4);
        things.add(new Thing(Kind.PDU, pdu, "pdu-a01-left", "Shanghai A / Room 201 / A01", Optional.empty()));
        things.add(new Thing(Kind.RACK, rack, "A01", "Shanghai A / Room 201", Optional.empty()));
        things.add(new Thing(Kind.POWER_FEED, feed, "A01-A", "Shanghai A / Room 201 / A01", Optional.empty()));
        things.add(new Thing(Kind.ROOM, room, "Room 201", "Shanghai A", Optional.empty()));
        ties.add(new Tie(rack, pdu, Cause.PLACE));
        ties.add(new Tie(feed, pdu, Cause.POWER));
        ties.add(new Tie(room, rack, Cause.PLACE));
        var single = new UUID(3, 1);
        things.add(new Thing(Kind.NETWORK_DEVICE, single, "tor-a01", "Shanghai A / Room 201 / A01 U41",
                Optional.of(Severity.LOST)));
        ties.add(new Tie(pdu, single, Cause.POWER));
        for (int i = 0; i < 20; i++) {
            var id = new UUID(4, i);
            things.add(new Thing(Kind.SERVER, id, "srv-a01-%02d".formatted(i + 1), "Shanghai A / Room 201 / A01 U" + i,
                    Optional.of(i < 2 ? Severity.LOST : Severity.DEGRADED)));
            ties.add(new Tie(pdu, id, Cause.POWER));
            ties.add(new Tie(single, id, Cause.NETWORK));
        }
        var service = new UUID(5, 1);
        things.add(new Thing(Kind.BUSINESS, service, "billing", "", Optional.of(Severity.LOST)));
        ties.add(new Tie(new UUID(4, 0), service, Cause.DEPENDENCY));
        return new ImpactGraph(things, ties, List.of(), List.of(), 0);
    }

    private static Stop stop(int number, UUID device, String name, String place, String port, PortKind kind,
            Optional<Line> line) {
        return new Stop(new UUID(6, number), Optional.of(device), name, place, port, Optional.of(kind), "", line);
    }

    private static Optional<Line> line(int number, String name, CableState state, String colour) {
        return Optional.of(new Line(new UUID(7, number), name, state, "Cat6A", colour, Optional.of(2.5)));
    }

    private static List<TraceLeg> legs(boolean open) {
        var panel = new UUID(1, 2);
        var stops = new ArrayList<>(List.of(
                stop(1, SERVER, "srv-a01-01", "Shanghai A / Room 201 / A01 U28-U29", "eth0", PortKind.NETWORK,
                        line(1, "C-10234", CableState.CONNECTED, "蓝色")),
                stop(2, panel, "pp-a01-1", "Shanghai A / Room 201 / A01 U42", "front 12", PortKind.FRONT,
                        Optional.empty())));
        if (open) {
            stops.add(stop(3, panel, "pp-a01-1", "Shanghai A / Room 201 / A01 U42", "rear", PortKind.REAR,
                    Optional.empty()));
        } else {
            stops.add(stop(3, panel, "pp-a01-1", "Shanghai A / Room 201 / A01 U42", "rear", PortKind.REAR,
                    line(2, "pp-a01-1 rear to tor-m01-1 port12", CableState.PLANNED, "#F2C230")));
            stops.add(stop(4, new UUID(1, 3), "tor-m01-1", "Shanghai A / Room 201 / M01 U40 rear", "port12",
                    PortKind.NETWORK, Optional.empty()));
        }
        return TraceLeg.of(new Trace(stops, 0));
    }

    @Test
    void what_is_hit_is_drawn_as_that_in_both_languages() {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var pictures = new RelationPictures(parts(locale), Texts.load(locale));
            var picture = pictures.picture(Optional.of(graph()));
            assertThat(picture.nodes()).first().extracting(node -> node.impact()).isEqualTo(Impact.ROOT);
            assertThat(picture.nodes()).filteredOn(node -> node.impact() == Impact.LOST).hasSize(4);

            var canvas = new RelationCanvas(shell);
            canvas.setWords(pictures.words());
            canvas.setPicture(picture);
            picture("impact-" + locale.getLanguage(), 1100, 560);
            canvas.dispose();
        }
    }

    @Test
    void a_way_is_drawn_from_end_to_end_and_one_that_ends_in_a_panel_as_broken() {
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var pictures = new TracePictures(parts(locale), Texts.load(locale));
            var whole = pictures.picture(legs(false), Set.of(SERVER));
            assertThat(whole.parts()).hasSize(5);
            var open = pictures.picture(legs(true), Set.of(SERVER));
            assertThat(open.parts()).last().isInstanceOf(TracePicture.MissingEnd.class);

            for (var picture : List.of(whole, open)) {
                var canvas = new TraceCanvas(shell);
                canvas.setWords(pictures.words());
                canvas.setPicture(picture);
                picture("trace-%s-%d".formatted(locale.getLanguage(), picture == open ? 1 : 0), 900, 360);
                canvas.dispose();
            }
        }
    }

    private void picture(String name, int width, int height) {
        shell.setSize(width, height);
        shell.layout();
        shell.open();
        while (display.readAndDispatch()) {
            // until nothing is left
        }
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
