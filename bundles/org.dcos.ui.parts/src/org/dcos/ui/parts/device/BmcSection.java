package org.dcos.ui.parts.device;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dcos.domain.bmcsetup.BmcDetails.Section;
import org.dcos.domain.bmcsetup.ReadOrder;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.control.FactGrid;
import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.bmc.BmcSetupModel;
import org.dcos.ui.model.bmc.BmcSight;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.power.OperationJob;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchSite;

/** How the BMC itself is set up, section by section, each with its age and what can be done about it. */
final class BmcSection implements DeviceSection {

    /** Values stand below each other also where one section has marks and another has none. */
    private static final int MARK_ROOM = 18;

    private final Composite content;
    private final ScrolledComposite scroll;
    private final Composite sheet;
    private final Desk desk;
    private final BmcSetupModel model;
    private final BmcOrders orders;
    private final FlatButton read;
    private final TroubleLine problem;
    private final Map<Section, Block> blocks = new EnumMap<>(Section.class);
    private BmcSight shown = new BmcSight(List.of(), false);

    /** The widgets of a section. */
    private record Block(PanelTitle title, FlatButton act, TroubleLine trouble, FactGrid facts) {}

    BmcSection(Composite parent, IWorkbenchSite site, Desk desk, DeviceModel device) {
        this.desk = desk;
        model = new BmcSetupModel(desk.estate(), device.bmc(), desk.modelTexts(), desk.clock());
        orders = new BmcOrders(site, desk, model, () -> device.page().getValue().map(page -> page.name()).orElse(""));
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.grid(1, 0, 4));
        content.addDisposeListener(_ -> model.close());
        read = new FlatButton(content);
        read.setText(text("bmc.read"));
        read.setIcon(Icon.REFRESH, text("bmc.read.tip"));
        read.onPress(() -> model.bmc().ifPresent(bmc -> OperationJob.start(site.getWorkbenchWindow(), desk,
                orders.server(), core -> core.bmcSettings().read(ReadOrder.of(bmc)))));
        problem = new TroubleLine(content);
        scroll = Layouts.fill(Native.colours(new ScrolledComposite(content, SWT.V_SCROLL), Token.PANEL));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        sheet = Native.colours(new Composite(scroll, SWT.NONE), Token.PANEL);
        sheet.setLayout(Layouts.grid(1, 0, 4));
        scroll.setContent(sheet);
        scroll.addListener(SWT.Resize, _ -> room());
        DeskPart.follow(content, model.sight(), this::show);
        DeskPart.follow(content, model.problem(), words -> problem.show(Mark.WARNING, words));
    }

    private String text(String key) {
        return desk.texts().get(key);
    }

    @Override
    public Control control() {
        return content;
    }

    @Override
    public void shown(boolean seen) {
        model.watch(seen);
    }

    @Override
    public void tick() {
        model.tick();
    }

    private void show(BmcSight sight) {
        read.setEnabled(model.bmc().isPresent());
        if (sight.equals(shown)) {
            return;
        }
        shown = sight;
        var labels = sight.blocks().stream().flatMap(block -> block.lines().stream()).map(BmcSight.Line::label)
                .toList();
        for (var block : sight.blocks()) {
            var widgets = blocks.computeIfAbsent(block.section(), this::create);
            widgets.title().show(block.title(), block.age());
            widgets.trouble().show(Mark.WARNING, block.trouble());
            widgets.facts().show(block.lines().stream().map(line -> new Fact(line.label(), line.value(),
                    Marks.of(line.mark()), "")).toList(), labels);
            boolean marked = block.lines().stream().anyMatch(line -> Marks.of(line.mark()) != Mark.NONE);
            ((GridData) widgets.facts().getLayoutData()).horizontalIndent = marked ? 0 : MARK_ROOM;
            widgets.act().setEnabled(orders.possible(block.section()));
        }
        sheet.setVisible(!sight.blocks().isEmpty());
        room();
    }

    private void room() {
        sheet.layout(true, true);
        scroll.setMinHeight(sheet.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT).y);
    }

    private Block create(Section section) {
        var head = Layouts.wide(Native.colours(new Composite(sheet, SWT.NONE), Token.PANEL));
        head.setLayout(Layouts.grid(2, 0, 8));
        var title = Layouts.wide(new PanelTitle(head));
        var act = new FlatButton(head);
        act.setText(text(label(section)));
        act.setMenuArrow(orders.choices(section));
        act.onPress(() -> act(section, act));
        return new Block(title, act, new TroubleLine(sheet), Layouts.wide(new FactGrid(sheet)));
    }

    private static String label(Section section) {
        return switch (section) {
            case FIRMWARE -> "bmc.do.restart";
            case ACCOUNTS -> "bmc.do.accounts";
            case NETWORK -> "bmc.do.network";
            case CLOCK -> "bmc.do.clock";
            case DOORS -> "bmc.do.doors";
            case WATCHDOG -> "bmc.do.watchdog";
            case POWER -> "bmc.do.power";
            case ALERTING -> "bmc.do.alerts";
            case PARTS -> "parts.read";
        };
    }

    private void act(Section section, FlatButton button) {
        var deeds = new ArrayList<>(orders.of(section));
        if (!orders.choices(section)) {
            deeds.forEach(deed -> deed.run().run());
            return;
        }
        var menu = new Menu(button);
        for (var deed : deeds) {
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(deed.words().replace("&", "&&"));
            item.addListener(SWT.Selection, _ -> deed.run().run());
        }
        menu.addListener(SWT.Hide, _ -> button.getDisplay().asyncExec(menu::dispose));
        var at = button.toDisplay(0, button.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }
}
