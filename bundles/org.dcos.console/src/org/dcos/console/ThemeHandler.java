package org.dcos.console;

import java.io.IOException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;

/** Changes between light and dark. */
public final class ThemeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var workbench = PlatformUI.getWorkbench();
        var settings = workbench.getService(ConsoleSettings.class);
        try {
            settings.put(ConsoleSettings.Key.THEME, Themes.dark(settings) ? "light" : "dark");
        } catch (IOException e) {
            throw new ExecutionException("The theme could not be kept: " + e.getMessage(), e);
        }
        Themes.show(workbench, settings);
        return null;
    }
}
