package org.dcos.ui.parts.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.control.FactGrid;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.device.DevicePage;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.dcos.ui.canvas.theme.Token;

/** The facts of a server in their sections. */
final class OverviewSection implements DeviceSection {

    private final ScrolledComposite scroll;
    private final Composite content;
    private final List<PanelTitle> titles = new ArrayList<>();
    private final List<FactGrid> grids = new ArrayList<>();
    private List<DevicePage.Section> shown = List.of();

    OverviewSection(Composite parent, DeviceModel model) {
        scroll = Native.colours(new ScrolledComposite(parent, SWT.V_SCROLL), Token.PANEL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        content = Native.colours(new Composite(scroll, SWT.NONE), Token.PANEL);
        content.setLayout(Layouts.grid(1, 0, 4));
        scroll.setContent(content);
        DeskPart.follow(scroll, model.page(), this::show);
    }

    @Override
    public Control control() {
        return scroll;
    }

    private void show(Optional<DevicePage> page) {
        var sections = page.map(DevicePage::facts).orElse(List.of());
        if (sections.equals(shown)) {
            return;
        }
        shown = sections;
        var labels = sections.stream().flatMap(section -> section.facts().stream()).map(DevicePage.Fact::label)
                .toList();
        for (int i = 0; i < sections.size(); i++) {
            if (i == grids.size()) {
                titles.add(Layouts.wide(new PanelTitle(content)));
                grids.add(Layouts.wide(new FactGrid(content)));
            }
            titles.get(i).show(sections.get(i).title(), "");
            grids.get(i).show(
                    sections.get(i).facts().stream().map(fact -> Fact.of(fact.label(), fact.value())).toList(), labels);
        }
        for (int i = 0; i < grids.size(); i++) {
            visible(titles.get(i), i < sections.size());
            visible(grids.get(i), i < sections.size());
        }
        content.layout(true, true);
        scroll.setMinHeight(content.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private static void visible(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }
}
