package org.dcos.ui.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.chart.SeriesChart;
import org.dcos.ui.canvas.chart.Sparkline;
import org.dcos.ui.canvas.control.EmptyState;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.control.FactGrid;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.ListDress;
import org.dcos.ui.canvas.control.PanelTabs;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.SectionTabs;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.icon.IconPainter;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.mark.MarkPainter;
import org.dcos.ui.canvas.rack.ColourBy;
import org.dcos.ui.canvas.rack.RackCanvas;
import org.dcos.ui.canvas.theme.GtkCss;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextFit;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Everything this bundle draws, in one window, for looking at: {@code Gallery light|dark en|zh SCENE WIDTHxHEIGHT}.
 * With a file as fifth argument it says {@code ready} into it once everything is drawn, and stays open.
 */
final class Gallery {

    private static final double FLASH = 40;

    private final Display display;
    private final Ink ink;
    private final boolean chinese;

    private Gallery(Display display, boolean chinese) {
        this.display = display;
        this.chinese = chinese;
        this.ink = Ink.of(display);
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 5) {
            var sheet = Files.createTempFile("gallery", ".css");
            Files.writeString(sheet, GtkCss.of(args[5]));
            System.setProperty(GtkCss.PROPERTY, sheet.toString());
        }
        var display = new Display();
        var ink = Ink.of(display);
        ink.use(Theme.named(args[0]));
        ink.reduced(true);
        var size = args[3].split("x");
        var shell = new Shell(display, SWT.NO_TRIM);
        shell.setBackground(ink.color(Token.BACKGROUND));
        shell.setBounds(0, 0, Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        var gallery = new Gallery(display, "zh".equals(args[1]));
        switch (args[2]) {
            case "operate" -> gallery.operate(shell, ColourBy.STATE, Face.FRONT);
            case "rear" -> gallery.operate(shell, ColourBy.STATE, Face.REAR);
            case "controls" -> gallery.controls(shell);
            case "hall" -> gallery.hall(shell);
            case "panels" -> gallery.panels(shell);
            default -> gallery.operate(shell, ColourBy.valueOf(args[2].toUpperCase()), Face.FRONT);
        }
        shell.open();
        if (args.length > 4) {
            display.timerExec((int) (FLASH * 20), () -> ready(Path.of(args[4])));
        }
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
    }

    private static void ready(Path file) {
        try {
            Files.writeString(file, "ready");
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
    }

    private String say(String english, String other) {
        return chinese ? other : english;
    }

    private Canvas panel(Composite parent) {
        var panel = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        panel.addListener(SWT.Paint, event -> {
            var area = panel.getClientArea();
            event.gc.setBackground(ink.color(Token.BACKGROUND));
            event.gc.fillRectangle(area);
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(ink.color(Token.PANEL));
            event.gc.fillRoundRectangle(0, 0, area.width, area.height, 8, 8);
            event.gc.setForeground(ink.color(Token.LINE));
            event.gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 8, 8);
        });
        return panel;
    }

    private void operate(Shell shell, ColourBy by, Face face) {
        var area = shell.getClientArea();
        int side = Math.min(440, area.width * 32 / 100);
        int bottom = area.height - 200;
        var racks = panel(shell);
        racks.setBounds(8, 8, area.width - side - 24, bottom - 8);
        rackPanel(racks, by, face);
        var page = panel(shell);
        page.setBounds(area.width - side - 8, 8, side, bottom - 8);
        page(page, side);
        var foot = panel(shell);
        foot.setBounds(8, bottom + 8, area.width - 16, area.height - bottom - 16);
        foot(foot);
    }

    private void rackPanel(Composite panel, ColourBy by, Face face) {
        var area = panel.getClientArea();
        var title = new PanelTitle(panel);
        title.show(say("Row A · Room 201 · Shanghai A", "上海 A · 201 机房 · A 列"), "");
        title.setBounds(12, 6, 230, 28);
        var sides = new Segmented(panel);
        sides.setItems(say("Side", "面"), List.of(say("Front", "前"), say("Rear", "后")));
        sides.select(face == Face.FRONT ? 0 : 1);
        var colours = new Segmented(panel);
        colours.setItems(say("Colour by", "着色"), List.of(say("State", "状态"), say("Power", "功率"), say("Age", "时效"),
                say("Space", "空间"), say("Temp", "温度")));
        colours.select(by.ordinal());
        int wide = colours.computeSize(-1, -1).x;
        colours.setBounds(area.width - wide - 12, 6, wide, 28);
        int narrow = sides.computeSize(-1, -1).x;
        sides.setBounds(area.width - wide - narrow - 30, 6, narrow, 28);
        var canvas = new RackCanvas(panel);
        canvas.setBounds(1, 36, area.width - 2, area.height - 38);
        canvas.setPicture(GalleryData.rowA());
        canvas.setFace(face);
        canvas.setColourBy(by);
        canvas.setCards(device -> Optional.of(GalleryData.card(device)));
        canvas.select("a03-3");
        if (by == ColourBy.AGE) {
            canvas.showCard("a03-3");
        }
    }

    private void page(Composite panel, int side) {
        var name = new PanelTitle(panel);
        name.setStyle(TextStyle.HEADLINE);
        name.show("srv-a03-04", "");
        name.setBounds(14, 6, 112, 28);
        var pill = new Pill(panel);
        pill.show(Mark.CRITICAL, say("Inlet temperature above 42 °C", "进风温度高于 42 °C"));
        pill.setBounds(128, 10, side - 140, 22);
        int x = 14;
        for (var text : List.of(say("Power", "电源"), say("Boot", "启动"), say("Console", "控制台"), say("Identify", "定位灯"))) {
            var button = new FlatButton(panel);
            button.setText(text);
            button.setMenuArrow(x < 100);
            var size = button.computeSize(-1, -1);
            button.setBounds(x, 44, size.x, size.y);
            x += size.x + 8;
        }
        var tabs = new SectionTabs(panel);
        tabs.setItems("Sections", chinese ? List.of("概览", "传感器", "部件", "事件日志", "端口", "历史")
                : List.of("Overview", "Sensors", "Parts", "Event log", "Ports", "History"));
        tabs.select(1);
        tabs.setBounds(14, 80, side - 28, 30);
        var chart = new SeriesChart(panel, Runnable::run);
        chart.setBounds(14, 118, side - 28, 230);
        chart.setPicture(GalleryData.temperatures(chinese));
        var facts = new FactGrid(panel);
        facts.show(List.of(new Fact(say("Inlet Temp", "进风温度"), "44.1 °C", Mark.CRITICAL, "20 s"),
                new Fact("CPU1 Temp", "39.8 °C", Mark.OK, "20 s"), new Fact("CPU2 Temp", "38.2 °C", Mark.OK, "20 s"),
                new Fact(say("Exhaust Temp", "出风温度"), "52.0 °C", Mark.WARNING, "20 s"),
                new Fact(say("Fan 1", "风扇 1"), "9,120 rpm", Mark.STALE, "6 min"),
                new Fact("PSU 1", "412 W", Mark.OK, "20 s")));
        facts.setBounds(14, 356, side - 28, 160);
    }

    private void foot(Composite panel) {
        var area = panel.getClientArea();
        var title = new PanelTitle(panel);
        title.show(say("Alerts", "告警"), say("3 firing · 1 acknowledged · 2 inhibited by A03 / feed B",
                "3 条触发 · 1 条已确认 · 2 条被 A03 / B 路抑制"));
        title.setBounds(12, 6, 460, 28);
        var empty = new EmptyState(panel);
        empty.show(Icon.ACKNOWLEDGE, say("Nothing is firing.", "当前没有告警。"), say("Show resolved alerts", "查看已恢复的告警"),
                () -> {});
        empty.setBounds(12, 36, 360, area.height - 44);
        var icons = new Canvas(panel, SWT.DOUBLE_BUFFERED);
        icons.setBounds(400, 40, area.width - 420, area.height - 48);
        icons.addListener(SWT.Paint, event -> icons(event.gc, icons.getClientArea().width));
    }

    private void icons(GC gc, int width) {
        gc.setBackground(ink.color(Token.PANEL));
        gc.fillRectangle(0, 0, width, 400);
        var painter = new IconPainter(ink);
        var text = new TextFit(ink);
        int x = 0;
        int y = 4;
        for (var icon : Icon.values()) {
            painter.paint(gc, icon, Token.MUTED, x, y);
            text.left(gc, TextStyle.TINY, Token.MUTED, icon.name().toLowerCase(), x + 20, y + 8);
            x += 100;
            if (x > width - 90) {
                x = 0;
                y += 26;
            }
        }
        x = 0;
        y += 30;
        var marks = new MarkPainter(ink);
        for (var mark : Mark.values()) {
            marks.paint(gc, mark, x, y);
            marks.paint(gc, mark, x + 14, y - 3, 14);
            marks.paint(gc, mark, x + 34, y + 2, 5);
            text.left(gc, TextStyle.TINY, Token.MUTED, mark.name().toLowerCase(), x + 46, y + 4);
            x += 100;
        }
        new Sparkline(ink).paint(gc, List.of(3.0, 4.0, 3.5, 6.0, 5.0, Double.NaN, 5.5, 7.0, 9.0), Mark.NONE,
                new Box(x + 20, y - 6, 80, 20));
    }

    private void controls(Shell shell) {
        var area = shell.getClientArea();
        var panel = panel(shell);
        panel.setBounds(8, 8, area.width - 16, area.height - 16);
        var search = new SearchBox(panel);
        search.setHints(say("Search serial, asset tag, IP, MAC, name …", "搜索序列号、资产号、IP、MAC、名称 …"), "Ctrl+K");
        search.setBounds(20, 16, 430, 30);
        int x = 20;
        for (var weight : FlatButton.Weight.values()) {
            for (boolean enabled : new boolean[] {true, false}) {
                var button = new FlatButton(panel);
                button.setText(say("Import baseline", "导入基线"));
                button.setIcon(Icon.IMPORT, "Import");
                button.setWeight(weight);
                button.setEnabled(enabled);
                var size = button.computeSize(-1, -1);
                button.setBounds(x, 60, size.x, size.y);
                x += size.x + 10;
            }
        }
        for (var icon : List.of(Icon.REFRESH, Icon.ZOOM_FIT, Icon.SETTINGS)) {
            var button = new FlatButton(panel);
            button.setIcon(icon, icon.name());
            var size = button.computeSize(-1, -1);
            button.setBounds(x, 60, size.x, size.y);
            x += size.x + 10;
        }
        x = 20;
        for (var mark : Mark.values()) {
            var pill = new Pill(panel);
            pill.show(mark, mark.name().toLowerCase());
            pill.setBounds(x, 100, 110, 22);
            x += 120;
        }
        var chart = new SeriesChart(panel, Runnable::run);
        chart.setBounds(20, 140, area.width - 60, 320);
        chart.setPicture(GalleryData.many());
        var small = new SeriesChart(panel, Runnable::run);
        small.setBounds(20, 480, 420, 200);
        small.setEmptyText(say("No samples in this stretch.", "此时段没有数据。"));
        small.setPicture(org.dcos.ui.canvas.chart.ChartPicture.empty(GalleryData.NOW));
        var hover = new SeriesChart(panel, Runnable::run);
        hover.setBounds(460, 480, 520, 260);
        hover.setPicture(GalleryData.temperatures(chinese));
        display.timerExec(200, () -> {
            var move = new org.eclipse.swt.widgets.Event();
            move.x = 260;
            move.y = 80;
            hover.notifyListeners(SWT.MouseMove, move);
        });
    }

    private void panels(Shell shell) {
        var area = shell.getClientArea();
        var left = folder(shell, List.of(say("Places", "位置")), new Box(6, 6, 230, area.height - 12));
        left.getItem(0).setControl(tree(left));
        var racks = folder(shell, List.of(say("Racks", "机柜"), say("Floor", "平面图"), say("Topology", "拓扑")),
                new Box(240, 6, area.width - 246, area.height - 12));
        var canvas = new RackCanvas(racks);
        canvas.setPicture(GalleryData.rowA());
        racks.getItem(0).setControl(canvas);
        racks.setSelection(0);
        racks.getItem(1).setShowClose(true);
    }

    private Tree tree(Composite parent) {
        var tree = new Tree(parent, SWT.FULL_SELECTION);
        ListDress.on(tree);
        tree.setHeaderVisible(true);
        for (var title : List.of("Place", "Used")) {
            var column = new TreeColumn(tree, SWT.NONE);
            column.setText(title);
            column.setWidth(110);
        }
        for (var room : List.of("Room 201", "Room 202", "Room 203")) {
            var item = new TreeItem(tree, SWT.NONE);
            item.setText(new String[] {room, "24 racks"});
            new TreeItem(item, SWT.NONE).setText(new String[] {"A01", "38/42 U"});
            item.setExpanded(true);
        }
        tree.setSelection(tree.getItem(1));
        return tree;
    }

    private CTabFolder folder(Composite parent, List<String> names, Box box) {
        var folder = new CTabFolder(parent, SWT.NONE);
        folder.setRenderer(new PanelTabs(folder));
        folder.setTabHeight(32);
        names.forEach(name -> new CTabItem(folder, SWT.NONE).setText(name));
        folder.setSelection(0);
        folder.setBounds(box.x(), box.y(), box.width(), box.height());
        return folder;
    }

    private void hall(Shell shell) {
        var area = shell.getClientArea();
        var panel = panel(shell);
        panel.setBounds(8, 8, area.width - 16, area.height - 16);
        var canvas = new RackCanvas(panel);
        canvas.setBounds(1, 6, area.width - 18, area.height - 28);
        canvas.setPicture(GalleryData.hall(250, 25));
        canvas.zoomTo(6);
    }
}
