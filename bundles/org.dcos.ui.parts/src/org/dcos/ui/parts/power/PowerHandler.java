package org.dcos.ui.parts.power;

import java.util.List;

import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerOrder;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.model.work.PowerConfirmation;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks the server-core what the power order would do, lets the operator confirm it, and gives it. */
public final class PowerHandler extends DeskHandler {

    @Override
    public boolean isEnabled() {
        return chosen().isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var action = PowerAction.valueOf(argument());
        chosen().ifPresent(server -> {
            var servers = List.of(server.id());
            Outcome.of(desk.estate(), desk.modelTexts(), core -> core.power().plan(new PowerOrder(servers, action, "")),
                    plan -> plan.value().ifPresentOrElse(
                            known -> confirm(window, desk, server, action,
                                    PowerConfirmation.of(known, desk.modelTexts(), desk.clock())),
                            () -> Sentence.trouble(window.getShell(), desk.texts(), plan.problem())));
        });
    }

    private static void confirm(IWorkbenchWindow window, Desk desk, Server server, PowerAction action,
            PowerConfirmation confirmation) {
        new PowerDialog(window.getShell(), desk.texts(), confirmation).ask()
                .ifPresent(reason -> OperationJob.start(window, desk, server.name(),
                        core -> core.power().order(new PowerOrder(List.of(server.id()), action, reason))));
    }
}
