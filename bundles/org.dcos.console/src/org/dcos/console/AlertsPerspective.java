package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The alert list over the whole height, and the device that an alert is about. */
public final class AlertsPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        var area = layout.getEditorArea();
        layout.addStandaloneView("org.dcos.device", false, IPageLayout.RIGHT, 0.7f, area);
        layout.addStandaloneView("org.dcos.alerts", false, IPageLayout.LEFT, 0.95f, area);
        layout.createPlaceholderFolder("org.dcos.console.aside", IPageLayout.RIGHT, 0.7f, "org.dcos.alerts")
                .addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
