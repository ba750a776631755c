package org.dcos.ui.parts.shell;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Server;
import org.dcos.ui.parts.Desk;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A handler that asks the models whether it may run, and does one thing. */
public abstract class DeskHandler extends AbstractHandler implements IExecutableExtension {

    private String argument = "";

    /** @param data what stands behind the colon of the class in plugin.xml */
    @Override
    public final void setInitializationData(IConfigurationElement config, String property, Object data) {
        argument = data instanceof String text ? text : "";
    }

    protected final String argument() {
        return argument;
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && isEnabled()) {
            run(window, desk());
        }
        return null;
    }

    protected abstract void run(IWorkbenchWindow window, Desk desk);

    protected static Desk desk() {
        return PlatformUI.getWorkbench().getService(Desk.class);
    }

    /** The server that is chosen, if one is. */
    protected static Optional<Server> chosen() {
        return desk().selection().server().map(DeskHandler::server);
    }

    private static Server server(UUID id) {
        return desk().estate().estate().getValue().servers().get(id);
    }
}
