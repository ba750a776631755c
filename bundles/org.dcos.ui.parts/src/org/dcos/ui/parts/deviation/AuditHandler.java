package org.dcos.ui.parts.deviation;

import java.util.Optional;

import org.dcos.ui.model.deviation.DecisionForm.Deed;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Does something on the audit board; what is said by the argument: SHOW, RUN, UNSEEN, RACK, or a decision. */
public final class AuditHandler extends DeskHandler {

    private static final String SHOW = "SHOW";
    private static final String RUN = "RUN";
    private static final String UNSEEN = "UNSEEN";
    private static final String RACK = "RACK";

    @Override
    public boolean isEnabled() {
        var part = part(PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        return switch (argument()) {
            case SHOW -> true;
            case RUN -> desk().estate().core().isPresent();
            case UNSEEN -> part.filter(AuditPart::hasUnseen).isPresent();
            case RACK -> part.filter(AuditPart::hasDevice).isPresent();
            default -> part.filter(board -> board.can(Deed.valueOf(argument()))).isPresent();
        };
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        switch (argument()) {
            case SHOW -> opened(window);
            case RUN -> opened(window).run();
            case UNSEEN -> part(window).ifPresent(AuditPart::showUnseen);
            case RACK -> part(window).ifPresent(AuditPart::showDevice);
            default -> part(window).ifPresent(board -> board.decide(Deed.valueOf(argument())));
        }
    }

    private static AuditPart opened(IWorkbenchWindow window) {
        Perspectives.show(window, Perspectives.RECORDS);
        try {
            return (AuditPart) window.getActivePage().showView(AuditPart.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(AuditPart.ID), e);
        }
    }

    private static Optional<AuditPart> part(IWorkbenchWindow window) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage)
                .map(page -> page.findView(AuditPart.ID)).map(AuditPart.class::cast);
    }
}
