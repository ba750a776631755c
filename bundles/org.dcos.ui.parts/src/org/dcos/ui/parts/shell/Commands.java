package org.dcos.ui.parts.shell;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands by their id, as a key or a menu item would. */
public final class Commands {

    private Commands() {}

    /** @return false when it is not enabled at this moment */
    public static boolean run(IServiceLocator where, String command) {
        try {
            where.getService(IHandlerService.class).executeCommand(command, null);
            return true;
        } catch (NotEnabledException | NotHandledException _) {
            return false;
        } catch (ExecutionException | NotDefinedException e) {
            throw new IllegalStateException("command %s broke off".formatted(command), e);
        }
    }
}
