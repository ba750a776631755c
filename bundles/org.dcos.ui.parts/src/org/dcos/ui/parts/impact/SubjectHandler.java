package org.dcos.ui.parts.impact;

import java.util.Optional;

import org.dcos.ui.model.selection.RecordSelection;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.rack.RacksPart;
import org.dcos.ui.parts.search.Destination;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.shell.Perspectives;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Shows in another way what is chosen where one works; in which is said by the argument. */
public final class SubjectHandler extends DeskHandler {

    private enum Sight { RECORD, IMPACT, TRACE }

    @Override
    public boolean isEnabled() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(IWorkbenchWindow::getActivePage).flatMap(SubjectHandler::subject).isPresent();
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        var page = window.getActivePage();
        subject(page).ifPresent(subject -> {
            switch (Sight.valueOf(argument())) {
                case RECORD -> new Destination(window, desk).form(subject.kind(), subject.id());
                case IMPACT -> view(page, ImpactPart.ID).about(subject);
                case TRACE -> view(page, TracePart.ID).about(subject);
            }
        });
    }

    private static SubjectPart view(IWorkbenchPage page, String id) {
        try {
            return (SubjectPart) page.showView(id);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(id), e);
        }
    }

    private static Optional<RecordSelection.Of> subject(IWorkbenchPage page) {
        var chosen = SubjectPart.of(desk().selection().selected().getValue());
        var record = desk().record().chosen().getValue();
        return switch (page.getActivePart()) {
            case RacksPart racks -> racks.chosen().or(() -> chosen);
            case SubjectPart about -> about.subject();
            case null, default -> Perspectives.RECORDS.equals(page.getPerspective().getId()) ? record.or(() -> chosen)
                    : chosen.or(() -> record);
        };
    }
}
