package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Places, racks and the device side by side, alerts below. */
public final class OperatePerspective implements IPerspectiveFactory {

    static final String ID = "org.dcos.console.operate";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        var area = layout.getEditorArea();
        layout.addStandaloneView("org.dcos.alerts", false, IPageLayout.BOTTOM, 0.72f, area);
        layout.addStandaloneView("org.dcos.places", false, IPageLayout.LEFT, 0.155f, area);
        layout.addStandaloneView("org.dcos.device", false, IPageLayout.RIGHT, 0.67f, area);
        layout.createFolder("org.dcos.console.middle", IPageLayout.LEFT, 0.95f, area).addView("org.dcos.racks");
        layout.getViewLayout("org.dcos.racks").setCloseable(false);
        layout.createPlaceholderFolder("org.dcos.console.aside", IPageLayout.RIGHT, 0.7f, "org.dcos.alerts")
                .addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
