package org.dcos.ui.parts.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.EmptyState;
import org.dcos.ui.canvas.control.SectionTabs;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.device.DevicePage;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Ticker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;

/** The page of the chosen server: how it is, what it is, what it measures, what was done to it. */
public final class DevicePart extends DeskPart {

    public static final String ID = "org.dcos.device";

    private static final Duration AGEING = Duration.ofSeconds(1);
    private static final int MARGIN = 12;
    private static final int SENSORS = 1;

    private int firstTab = SENSORS;
    private DeviceModel model;
    private final StackLayout wholes = new StackLayout();
    private final StackLayout sections = new StackLayout();
    private Composite whole;
    private Composite section;
    private EmptyState nothing;
    private Composite page;
    private DeviceHead head;
    private SectionTabs tabs;
    private List<DeviceSection> pages = List.of();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        Optional.ofNullable(memento).map(kept -> kept.getInteger("tab")).ifPresent(tab -> firstTab = tab);
    }

    @Override
    protected void create(Composite body) {
        model = new DeviceModel(desk().estate(), desk().selection(), desk().modelTexts(), desk().clock());
        whole = body;
        body.setLayout(wholes);
        nothing = new EmptyState(body);
        nothing.show(Icon.SERVER, text("device.nothing"));
        page = new Composite(body, SWT.NONE);
        var layout = Layouts.grid(1, MARGIN, 6);
        layout.marginHeight = 8;
        page.setLayout(layout);
        head = new DeviceHead(page, getSite(), desk());
        tabs = Layouts.wide(new SectionTabs(page));
        tabs.setItems(text("device.sections"),
                List.of(text("device.overview"), text("device.sensors"), text("device.log"), text("device.parts"),
                        text("device.bmc"), text("device.history")));
        section = Layouts.fill(new Composite(page, SWT.NONE));
        section.setLayout(sections);
        pages = List.of(new OverviewSection(section, model), new SensorsSection(section, desk(), model),
                new LogSection(section, getSite(), desk(), model), new PartsSection(section, getSite(), desk(), model),
                new BmcSection(section, getSite(), desk(), model), new HistorySection(section, desk(), model));
        tabs.onSelect(this::section);
        tabs.select(firstTab);
        section(tabs.selected());
        follow(model.page(), this::show);
        Ticker.every(body, AGEING, () -> {
            model.tick();
            pages.get(tabs.selected()).tick();
        });
    }

    private void show(Optional<DevicePage> shown) {
        shown.ifPresent(head::show);
        Control top = shown.isPresent() ? page : nothing;
        if (wholes.topControl != top) {
            wholes.topControl = top;
            whole.layout();
        }
    }

    private void section(int index) {
        sections.topControl = pages.get(index).control();
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).shown(i == index);
        }
        section.layout();
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putInteger("tab", tabs.selected());
    }

    @Override
    public void setFocus() {
        tabs.setFocus();
    }
}
