package org.dcos.console;

import org.dcos.ui.parts.Desk;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Sets up the workbench: what parts ask for, the theme, the first perspective. */
final class ConsoleWorkbenchAdvisor extends WorkbenchAdvisor {

    private final ConsoleDesk console;

    ConsoleWorkbenchAdvisor(ConsoleDesk console) {
        this.console = console;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        configurer.getWorkbench().getService(IEclipseContext.class).set(Desk.class, console.desk());
        Themes.begin(configurer.getWorkbench().getDisplay(), console.settings());
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return OperatePerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ConsoleWindowAdvisor(configurer);
    }
}
