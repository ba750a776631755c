package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** What the engineer on site looks at while machines come up: who gets an address, and what joins it. */
public final class BringUpPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.createFolder("org.dcos.console.bringup", IPageLayout.LEFT, 0.95f, layout.getEditorArea())
                .addView("org.dcos.view.dhcp");
    }
}
