package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Nothing but the welcome page. */
public final class WelcomePerspective implements IPerspectiveFactory {

    static final String ID = "org.dcos.console.welcome";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addStandaloneView("org.dcos.welcome", false, IPageLayout.LEFT, 0.95f, layout.getEditorArea());
    }
}
