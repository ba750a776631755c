package org.dcos.console;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The records of every kind, and beside them what shows them in other ways. */
public final class RecordsPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        var area = layout.getEditorArea();
        layout.addStandaloneView("org.dcos.view.record", false, IPageLayout.RIGHT, 0.74f, area);
        layout.createFolder("org.dcos.console.records", IPageLayout.LEFT, 0.95f, area)
                .addView("org.dcos.view.records");
        var below = layout.createFolder("org.dcos.console.records.aside", IPageLayout.BOTTOM, 0.7f,
                "org.dcos.console.records");
        below.addView("org.dcos.view.changes");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
