package org.dcos.ui.parts.welcome;

import org.dcos.ui.parts.widget.Panel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** In preparation. */
public final class WelcomePart extends ViewPart {

    private Panel panel;

    @Override
    public void createPartControl(Composite parent) {
        panel = new Panel(parent);
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
