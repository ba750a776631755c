package org.dcos.ui.parts.rack;

import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.rack.ColourBy;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Changes how the racks are shown; what is said by the argument. */
public final class RacksHandler extends DeskHandler {

    private enum Change { FRONT, REAR, STATE, POWER, AGE, TEMPERATURE, IN, OUT, FIT }

    @Override
    public boolean isEnabled() {
        return part(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        part(window).ifPresent(racks -> {
            switch (Change.valueOf(argument())) {
                case FRONT -> racks.face(Face.FRONT);
                case REAR -> racks.face(Face.REAR);
                case STATE -> racks.colourBy(ColourBy.STATE);
                case POWER -> racks.colourBy(ColourBy.POWER);
                case AGE -> racks.colourBy(ColourBy.AGE);
                case TEMPERATURE -> racks.colourBy(ColourBy.TEMPERATURE);
                case IN -> racks.zoom(1);
                case OUT -> racks.zoom(-1);
                case FIT -> racks.fit();
            }
        });
    }

    private static Optional<RacksPart> part(IWorkbenchWindow window) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage).map(page -> page.findView(RacksPart.ID))
                .map(RacksPart.class::cast);
    }
}
