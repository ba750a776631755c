package org.dcos.ui.parts.records;

import java.util.Optional;

import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Does something with records; what is said by the argument. */
public final class RecordsHandler extends DeskHandler {

    private enum Deed { NEW, DUPLICATE, EDIT, BULK, SAVE, DELETE, PAST, COLUMNS, EXPORT, UNDO }

    @Override
    public boolean isEnabled() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return switch (Deed.valueOf(argument())) {
            case NEW, PAST, COLUMNS, EXPORT -> list(window).isPresent();
            case DUPLICATE -> desk().record().chosen().getValue().isPresent() && list(window).isPresent();
            case EDIT, BULK, DELETE -> list(window).filter(RecordsPart::canChange).isPresent();
            case SAVE -> view(window, RecordPart.ID, RecordPart.class).isPresent();
            case UNDO -> view(window, ChangesPart.ID, ChangesPart.class).filter(ChangesPart::canUndo).isPresent();
        };
    }

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        switch (Deed.valueOf(argument())) {
            case NEW -> list(window).ifPresent(list -> form(window).begin(list.listed()));
            case DUPLICATE -> form(window).duplicate();
            case EDIT -> list(window).ifPresent(RecordsPart::edit);
            case BULK -> list(window).ifPresent(RecordsPart::bulkEdit);
            case SAVE -> view(window, RecordPart.ID, RecordPart.class).ifPresent(RecordPart::save);
            case DELETE -> list(window).ifPresent(RecordsPart::delete);
            case PAST -> list(window).ifPresent(RecordsPart::askMoment);
            case COLUMNS -> list(window).ifPresent(RecordsPart::chooseColumns);
            case EXPORT -> list(window).ifPresent(RecordsPart::export);
            case UNDO -> view(window, ChangesPart.ID, ChangesPart.class).ifPresent(ChangesPart::undo);
        }
    }

    private static Optional<RecordsPart> list(IWorkbenchWindow window) {
        return view(window, RecordsPart.ID, RecordsPart.class);
    }

    private static RecordPart form(IWorkbenchWindow window) {
        try {
            return (RecordPart) window.getActivePage().showView(RecordPart.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException("view %s could not be opened".formatted(RecordPart.ID), e);
        }
    }

    private static <T extends IViewPart> Optional<T> view(IWorkbenchWindow window, String id, Class<T> type) {
        return Optional.ofNullable(window).map(IWorkbenchWindow::getActivePage)
                .map((IWorkbenchPage page) -> page.findView(id)).map(type::cast);
    }
}
