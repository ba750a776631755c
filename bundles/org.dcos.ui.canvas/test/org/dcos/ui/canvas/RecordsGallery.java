package org.dcos.ui.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.floor.FloorCanvas;
import org.dcos.ui.canvas.floor.FloorColour;
import org.dcos.ui.canvas.history.HistorySlider;
import org.dcos.ui.canvas.ipmap.IpMapCanvas;
import org.dcos.ui.canvas.rack.RackCanvas;
import org.dcos.ui.canvas.relation.RelationCanvas;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.trace.TraceCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Every picture of the records as PNG files, for looking at: {@code RecordsGallery FOLDER [SCENE]}. */
final class RecordsGallery {

    private final Map<String, Function<Composite, Canvas>> scenes = new LinkedHashMap<>();

    private RecordsGallery() {
        for (var by : FloorColour.values()) {
            scenes.put("floor-" + by.name().toLowerCase(), parent -> floor(parent, by));
        }
        scenes.put("floor-hall", RecordsGallery::hall);
        scenes.put("ipmap-16", RecordsGallery::site);
        scenes.put("ipmap-24", RecordsGallery::net);
        scenes.put("ipmap-wish", RecordsGallery::wish);
        scenes.put("trace", RecordsGallery::trace);
        scenes.put("trace-narrow", RecordsGallery::narrow);
        scenes.put("rack", parent -> rack(parent, 0));
        scenes.put("rack-free", parent -> rack(parent, 500));
        scenes.put("rack-taken", parent -> rack(parent, 60));
        scenes.put("rack-large", RecordsGallery::largeRack);
        scenes.put("history-now", parent -> history(parent, true));
        scenes.put("history-past", parent -> history(parent, false));
        BmcScenes.all().forEach(scenes::put);
        scenes.put("relation", parent -> relation(parent, 3, false));
        scenes.put("relation-impact", parent -> relation(parent, 3, true));
        scenes.put("relation-large", parent -> relation(parent, 10, true));
    }

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        var display = new Display();
        var ink = Ink.of(display);
        ink.reduced(true);
        for (var theme : Theme.values()) {
            ink.use(theme);
            for (var scene : new RecordsGallery().scenes.entrySet()) {
                if (args.length < 2 || scene.getKey().startsWith(args[1])) {
                    save(display, scene.getValue(),
                            folder.resolve("%s-%s.png".formatted(scene.getKey(), theme.name().toLowerCase())));
                }
            }
        }
        display.dispose();
    }

    private static void save(Display display, Function<Composite, Canvas> scene, Path file) {
        var shell = new Shell(display, SWT.NO_TRIM);
        shell.setBounds(0, 0, 1600, 1000);
        var canvas = scene.apply(shell);
        var size = canvas.getSize();
        var pixels = Pixels.of(display, size.x, size.y, gc -> {
            var event = new Event();
            event.gc = gc;
            event.width = size.x;
            event.height = size.y;
            canvas.notifyListeners(SWT.Paint, event);
        });
        shell.dispose();
        var loader = new ImageLoader();
        loader.data = new ImageData[] {pixels.data()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    private static Canvas floor(Composite parent, FloorColour by) {
        var canvas = new FloorCanvas(parent);
        canvas.setBounds(0, 0, 1100, 640);
        canvas.setPicture(RecordsData.room());
        canvas.setColourBy(by);
        canvas.select("B04");
        if (by == FloorColour.POWER) {
            canvas.showCard("B04");
        }
        return canvas;
    }

    private static Canvas hall(Composite parent) {
        var canvas = new FloorCanvas(parent);
        canvas.setBounds(0, 0, 1600, 1000);
        canvas.setPicture(RecordsData.hall(10, 25));
        return canvas;
    }

    private static Canvas site(Composite parent) {
        var canvas = new IpMapCanvas(parent);
        canvas.setBounds(0, 0, 1200, 760);
        canvas.setPicture(RecordsData.site());
        canvas.select("10.20.32.0/20");
        return canvas;
    }

    private static Canvas net(Composite parent) {
        var canvas = new IpMapCanvas(parent);
        canvas.setBounds(0, 0, 1200, 640);
        canvas.setPicture(RecordsData.site());
        canvas.look(Cidr.parse("10.20.16.0/24"));
        canvas.showCard("10.20.16.100-10.20.16.149");
        return canvas;
    }

    private static Canvas wish(Composite parent) {
        var canvas = site(parent);
        drag(canvas, SWT.MouseDown, 700, 640);
        drag(canvas, SWT.MouseMove, 900, 690);
        return canvas;
    }

    private static void drag(Canvas canvas, int type, int x, int y) {
        var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        canvas.notifyListeners(type, event);
    }

    private static Canvas trace(Composite parent) {
        var canvas = new TraceCanvas(parent);
        canvas.setBounds(0, 0, 1360, 420);
        canvas.setPicture(RecordsData.trace());
        canvas.select("pp1");
        return canvas;
    }

    /** @param down how far a device is dragged; 0 for not at all */
    private static Canvas rack(Composite parent, int down) {
        var canvas = new RackCanvas(parent);
        canvas.setBounds(0, 0, 980, 700);
        canvas.setPicture(RecordsData.planned());
        canvas.onMove(_ -> {});
        canvas.select("a02-3");
        if (down > 0) {
            var box = canvas.view().seen("a02-3").orElseThrow();
            drag(canvas, SWT.MouseDown, box.centreX(), box.centreY());
            drag(canvas, SWT.MouseMove, box.centreX() + 240, box.centreY() + down);
        }
        return canvas;
    }

    private static Canvas largeRack(Composite parent) {
        var canvas = new RackCanvas(parent);
        canvas.setBounds(0, 0, 980, 700);
        canvas.setPicture(RecordsData.planned());
        canvas.zoomTo(26);
        canvas.view().scrollTo(700, 560);
        return canvas;
    }

    private static Canvas history(Composite parent, boolean now) {
        var canvas = new HistorySlider(parent);
        canvas.setBounds(0, 0, 980, 66);
        canvas.setPicture(RecordsData.history());
        if (!now) {
            var tick = canvas.axis().ticks().get(18);
            canvas.setMoment(Optional.of(tick.at()));
            var later = canvas.axis().ticks().get(26);
            drag(canvas, SWT.MouseMove, later.x(), 34);
        }
        return canvas;
    }

    private static Canvas relation(Composite parent, int racks, boolean impact) {
        var canvas = new RelationCanvas(parent);
        canvas.setBounds(0, 0, 1500, 900);
        canvas.setPicture(RecordsData.relations(racks, impact));
        if (!impact) {
            canvas.select("A02-sw");
        }
        return canvas;
    }

    private static Canvas narrow(Composite parent) {
        var canvas = new TraceCanvas(parent);
        canvas.setBounds(0, 0, 760, 560);
        canvas.setPicture(RecordsData.brokenTrace());
        return canvas;
    }
}
