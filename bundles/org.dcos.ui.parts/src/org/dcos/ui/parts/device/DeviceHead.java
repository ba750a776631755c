package org.dcos.ui.parts.device;

import java.util.List;

import org.dcos.ui.canvas.control.FlatButton;
import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Pill;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.model.device.DevicePage;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.CommandMenu;
import org.dcos.ui.parts.shell.Commands;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchSite;

/** Name, what is wrong, what it is, and what can be done to it. */
final class DeviceHead {

    private static final List<String> POWER = List.of("org.dcos.power.on", "org.dcos.power.shutdown",
            "org.dcos.power.cycle",
            "org.dcos.power.reset", "org.dcos.power.off");
    private static final List<String> BOOT = List.of("org.dcos.boot.pxe", "org.dcos.boot.disk", "org.dcos.boot.cdrom",
            "org.dcos.boot.bios", "org.dcos.boot.none");
    private static final List<String> RELATIONS = List.of("org.dcos.impact.show", "org.dcos.trace.show",
            "org.dcos.record.show");

    private final PanelTitle name;
    private final Pill trouble;
    private final Note subtitle;
    private final Composite line;

    DeviceHead(Composite parent, IWorkbenchSite site, Desk desk) {
        line = Layouts.wide(new Composite(parent, SWT.NONE));
        line.setLayout(Layouts.grid(2, 0, 12));
        name = new PanelTitle(line);
        name.setStyle(TextStyle.HEADLINE);
        trouble = Layouts.wide(new Pill(line));
        subtitle = Layouts.wide(new Note(parent));
        var buttons = Layouts.wide(new Composite(parent, SWT.NONE));
        buttons.setLayout(Layouts.grid(4, 0, 8));
        menu(buttons, desk.texts().get("device.power"), Icon.POWER, site, POWER);
        menu(buttons, desk.texts().get("device.boot"), Icon.DEPLOY, site, BOOT);
        var identify = new FlatButton(buttons);
        identify.setText(desk.texts().get("device.identify"));
        identify.setIcon(Icon.IDENTIFY, desk.texts().get("device.identify.tip"));
        identify.onPress(() -> Commands.run(site, "org.dcos.identify"));
        var relations = menu(buttons, "", Icon.RELATION, site, RELATIONS);
        relations.setIcon(Icon.RELATION, desk.texts().get("device.relations"));
    }

    private static FlatButton menu(Composite parent, String words, Icon icon, IWorkbenchSite site,
            List<String> commands) {
        var button = new FlatButton(parent);
        button.setText(words);
        button.setIcon(icon, words);
        button.setMenuArrow(true);
        button.onPress(() -> CommandMenu.below(button, site, commands));
        return button;
    }

    void show(DevicePage page) {
        name.show(page.name(), "");
        trouble.show(Marks.of(page.mark()), page.trouble());
        subtitle.show(page.subtitle());
        if (name.getLayoutData() == null || name.computeSize(SWT.DEFAULT, SWT.DEFAULT).x != name.getSize().x) {
            name.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
            line.layout();
        }
    }
}
