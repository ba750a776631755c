package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The board of machines on their way into the pool over the whole window; what shows them in other ways joins it. */
public final class BringUpPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        var area = layout.getEditorArea();
        var board = layout.createFolder("org.dcos.console.bringup", IPageLayout.LEFT, 0.95f, area);
        board.addView("org.dcos.view.bringup");
        board.addView("org.dcos.view.dhcp");
        board.addPlaceholder("org.dcos.view.serial");
        layout.getViewLayout("org.dcos.view.bringup").setCloseable(false);
        layout.createPlaceholderFolder("org.dcos.console.bringup.aside", IPageLayout.BOTTOM, 0.75f,
                "org.dcos.console.bringup").addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
