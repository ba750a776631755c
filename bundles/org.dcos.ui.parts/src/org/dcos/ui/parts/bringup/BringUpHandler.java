package org.dcos.ui.parts.bringup;

import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Works with the bring-up board: does with the chosen machine what its argument says. */
public final class BringUpHandler extends DeskHandler {

    private static final String LARGE = "LARGE";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String SETTINGS = "SETTINGS";

    @Override
    public boolean isEnabled() {
        var part = part(PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        return switch (argument()) {
            case SETTINGS -> desk().estate().core().isPresent();
            case LARGE, CERTIFICATE -> part.isPresent();
            default -> part.filter(board -> board.can(Deed.valueOf(argument()))).isPresent();
        };
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        switch (argument()) {
            case SETTINGS -> opened(window).settings();
            case LARGE -> part(window).ifPresent(board -> board.large(!board.large()));
            case CERTIFICATE -> part(window).ifPresent(BringUpPart::certificate);
            default -> part(window).ifPresent(board -> board.run(Deed.valueOf(argument())));
        }
    }

    private static BringUpPart opened(IWorkbenchWindow window) {
        Perspectives.show(window, Perspectives.BRING_UP);
        try {
            return (BringUpPart) window.getActivePage().showView(BringUpPart.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(BringUpPart.ID), e);
        }
    }

    private static Optional<BringUpPart> part(IWorkbenchWindow window) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage)
                .map(page -> page.findView(BringUpPart.ID)).map(BringUpPart.class::cast);
    }
}
