package org.dcos.ui.parts.alert;

import org.dcos.ui.model.alert.RulesModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;

/** Shows the rules that raise alerts. */
public final class RulesHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        new RulesDialog(window.getShell(), desk, new RulesModel(desk.estate(), desk.modelTexts())).open();
    }
}
