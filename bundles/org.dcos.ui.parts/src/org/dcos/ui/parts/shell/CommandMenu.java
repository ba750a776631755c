package org.dcos.ui.parts.shell;

import java.util.List;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;

/** A menu of commands with their names and keys. */
public final class CommandMenu {

    private CommandMenu() {}

    /** Opens it below a control. */
    public static void below(Control control, IWorkbenchSite site, List<String> commands) {
        var menu = of(control, site, commands);
        Point at = control.toDisplay(0, control.getSize().y);
        menu.setLocation(at.x, at.y);
        menu.setVisible(true);
    }

    /** Opens it where a control is asked for its menu. */
    public static void on(Control control, IWorkbenchSite site, List<String> commands) {
        control.addListener(SWT.MenuDetect, event -> control.getDisplay().asyncExec(() -> {
            if (!control.isDisposed()) { // after what is under the pointer was chosen
                var menu = of(control, site, commands);
                menu.setLocation(event.x, event.y);
                menu.setVisible(true);
            }
        }));
    }

    /** Disposed by itself after it was closed. */
    public static Menu of(Control control, IWorkbenchSite site, List<String> commands) {
        var menu = new Menu(control);
        commands.forEach(id -> item(menu, site, id));
        menu.addListener(SWT.Hide, _ -> control.getDisplay().asyncExec(menu::dispose));
        return menu;
    }

    private static void item(Menu menu, IWorkbenchSite site, String id) {
        var command = site.getService(ICommandService.class).getCommand(id);
        var item = new MenuItem(menu, SWT.PUSH);
        TriggerSequence key = site.getService(IBindingService.class).getBestActiveBindingFor(id);
        item.setText(name(command) + (key == null ? "" : "\t" + key.format()));
        item.setEnabled(command.isEnabled());
        item.addListener(SWT.Selection, _ -> Commands.run(site, id));
    }

    private static String name(Command command) {
        try {
            return command.getName();
        } catch (NotDefinedException e) {
            throw new IllegalStateException("command %s is not declared".formatted(command.getId()), e);
        }
    }
}
