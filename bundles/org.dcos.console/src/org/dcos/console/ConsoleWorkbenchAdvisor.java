package org.dcos.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.Connector;
import org.dcos.ui.parts.connection.PassphraseDialog;
import org.dcos.ui.parts.preferences.Preferences;
import org.dcos.ui.parts.shell.Splash;
import org.dcos.ui.parts.widget.WideTablePreparation;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the workbench: what parts ask for, the theme, the first perspective. */
final class ConsoleWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleWorkbenchAdvisor.class);

    private final ConsoleDesk console;
    private final Splash splash;

    ConsoleWorkbenchAdvisor(ConsoleDesk console, Splash splash) {
        this.console = console;
        this.splash = splash;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        var workbench = configurer.getWorkbench();
        var services = workbench.getService(IEclipseContext.class);
        services.set(Desk.class, console.desk());
        services.set(Connector.class, console.connections());
        services.set(ConsoleSettings.class, console.settings());
        services.set(Preferences.class, new ConsolePreferences(workbench, console.settings()));
        Themes.begin(workbench.getDisplay(), console.settings());
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return console.settings().get(ConsoleSettings.Key.WELCOMED).isPresent() ? OperatePerspective.ID
                : WelcomePerspective.ID;
    }

    @Override
    public void postStartup() {
        splash.close();
        Thread.ofVirtual().name("tables").start(WideTablePreparation::run);
        var workbench = PlatformUI.getWorkbench();
        console.begin(words -> console.desk().trouble(workbench.getWorkbenchWindows()[0].getShell(), words),
                question -> new PassphraseDialog(workbench.getWorkbenchWindows()[0].getShell(),
                        console.desk().texts(), question).ask());
        Optional.ofNullable(Integer.getInteger(UiWatchdog.PROPERTY)).ifPresent(most -> workbench.getDisplay().asyncExec(
                () -> workbench.getService(IEclipseContext.class).set(UiWatchdog.class,
                        new UiWatchdog(workbench.getDisplay(), Duration.ofMillis(most)))));
        try {
            console.settings().put(ConsoleSettings.Key.WELCOMED, "yes");
        } catch (IOException e) {
            LOG.warn("That the welcome page was shown could not be kept: {}", e.getMessage());
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ConsoleWindowAdvisor(configurer);
    }
}
