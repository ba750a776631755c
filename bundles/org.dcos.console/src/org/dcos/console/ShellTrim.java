package org.dcos.console;

import java.util.Set;

import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;

/** Puts our top bar and status bar where the workbench has its tool bars and status line, over the whole width. */
final class ShellTrim {

    private static final String TOP = "org.dcos.console.topbar";
    private static final String BOTTOM = "org.dcos.console.statusbar";
    private static final String PARTS = "bundleclass://org.dcos.ui.parts/org.dcos.ui.parts.shell.";
    /** Makes a trim element take the room that is left. */
    private static final String STRETCH = "stretch";
    /** Under this key a widget of the workbench has its model element. */
    private static final String OWNER = "modelElement";
    private static final Set<String> KEPT = Set.of(TOP, BOTTOM);

    private ShellTrim() {}

    static void install(IWorkbenchWindow window) {
        if (window.getService(MWindow.class) instanceof MTrimmedWindow model) {
            var service = window.getService(EModelService.class);
            fill(service, service.getTrim(model, SideValue.TOP), TOP, "TopBar");
            fill(service, service.getTrim(model, SideValue.BOTTOM), BOTTOM, "StatusBar");
        }
    }

    private static void fill(EModelService service, MTrimBar trim, String id, String type) {
        boolean present = false;
        for (MTrimElement element : trim.getChildren()) {
            present |= id.equals(element.getElementId());
            if (!KEPT.contains(element.getElementId())) {
                element.setVisible(false);
                element.setToBeRendered(false);
            }
        }
        if (!present) {
            var control = service.createModelElement(MToolControl.class);
            control.setElementId(id);
            control.setContributionURI(PARTS + type);
            control.getTags().add(STRETCH);
            trim.getChildren().addFirst(control);
        }
        trim.setVisible(true);
        trim.setToBeRendered(true);
        clear(trim);
    }

    /** The status line is made while the window is: then it has a widget although it is hidden. */
    private static void clear(MTrimBar trim) {
        if (trim.getWidget() instanceof Composite bar) {
            for (var child : bar.getChildren()) {
                if (child.getData(OWNER) instanceof MUIElement element && !KEPT.contains(element.getElementId())) {
                    child.dispose();
                }
            }
            bar.layout();
        }
    }
}
