package org.dcos.ui.parts.rack;

import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.floor.FloorColour;
import org.dcos.ui.canvas.rack.ColourBy;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.floor.FloorPart;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Changes how the racks are shown, or the floor plan where one works with that; what is said by the argument. */
public final class RacksHandler extends DeskHandler {

    private enum Change { FRONT, REAR, STATE, POWER, AGE, TEMPERATURE, SPACE, IN, OUT, FIT }

    @Override
    public boolean isEnabled() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return switch (Change.valueOf(argument())) {
            case FRONT, REAR, TEMPERATURE -> racks(window).isPresent();
            case SPACE -> floor(window).isPresent();
            case STATE, POWER, AGE, IN, OUT, FIT -> racks(window).isPresent() || floor(window).isPresent();
        };
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var change = Change.valueOf(argument());
        floor(window).ifPresentOrElse(floor -> run(floor, change),
                () -> racks(window).ifPresent(racks -> run(racks, change)));
    }

    private static void run(RacksPart racks, Change change) {
        switch (change) {
            case FRONT -> racks.face(Face.FRONT);
            case REAR -> racks.face(Face.REAR);
            case STATE -> racks.colourBy(ColourBy.STATE);
            case POWER -> racks.colourBy(ColourBy.POWER);
            case AGE -> racks.colourBy(ColourBy.AGE);
            case TEMPERATURE -> racks.colourBy(ColourBy.TEMPERATURE);
            case SPACE -> {}
            case IN -> racks.zoom(1);
            case OUT -> racks.zoom(-1);
            case FIT -> racks.fit();
        }
    }

    private static void run(FloorPart floor, Change change) {
        switch (change) {
            case FRONT, REAR, TEMPERATURE -> {}
            case STATE -> floor.colourBy(FloorColour.STATE);
            case POWER -> floor.colourBy(FloorColour.POWER);
            case AGE -> floor.colourBy(FloorColour.AGE);
            case SPACE -> floor.colourBy(FloorColour.FREE_UNITS);
            case IN -> floor.zoom(1);
            case OUT -> floor.zoom(-1);
            case FIT -> floor.fit();
        }
    }

    /** The floor plan, when it is in front of the racks. */
    private static Optional<FloorPart> floor(IWorkbenchWindow window) {
        return page(window).flatMap(page -> Optional.ofNullable((FloorPart) page.findView(FloorPart.ID))
                .filter(page::isPartVisible));
    }

    private static Optional<RacksPart> racks(IWorkbenchWindow window) {
        return page(window).map(page -> page.findView(RacksPart.ID)).map(RacksPart.class::cast);
    }

    private static Optional<IWorkbenchPage> page(IWorkbenchWindow window) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage);
    }
}
