package org.dcos.ui.parts.shell;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** Goes from one perspective to another. */
public final class Perspectives {

    public static final String OPERATE = "org.dcos.console.operate";
    public static final String ALERTS = "org.dcos.console.alerts";
    public static final String RECORDS = "org.dcos.perspective.records";
    public static final String BRING_UP = "org.dcos.perspective.bringup";
    public static final String WELCOME = "org.dcos.console.welcome";

    private Perspectives() {}

    public static void show(IWorkbenchWindow window, String id) {
        try {
            PlatformUI.getWorkbench().showPerspective(id, window);
        } catch (WorkbenchException e) {
            throw new IllegalStateException("perspective %s is not declared".formatted(id), e);
        }
    }
}
