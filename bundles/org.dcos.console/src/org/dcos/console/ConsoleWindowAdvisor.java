package org.dcos.console;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window: title, size, and the two bars of our own in place of the workbench's. */
final class ConsoleWindowAdvisor extends WorkbenchWindowAdvisor {

    /** Fits 1366 x 768 with a task bar. */
    private static final Point FIRST_SIZE = new Point(1280, 700);

    ConsoleWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        var window = getWindowConfigurer();
        window.setTitle("DCOS");
        window.setInitialSize(FIRST_SIZE);
        window.setShowMenuBar(true);
        window.setShowCoolBar(false);
        window.setShowPerspectiveBar(false);
        window.setShowStatusLine(false);
        window.setShowProgressIndicator(false);
    }

    @Override
    public void postWindowRestore() {
        ShellTrim.install(getWindowConfigurer().getWindow());
    }

    @Override
    public void postWindowCreate() {
        ShellTrim.install(getWindowConfigurer().getWindow());
    }

    @Override
    public void postWindowOpen() {
        var window = getWindowConfigurer().getWindow();
        // the window is opened in the middle of making the status line: only afterwards all of it is there
        window.getShell().getDisplay().asyncExec(() -> ShellTrim.install(window));
    }
}
