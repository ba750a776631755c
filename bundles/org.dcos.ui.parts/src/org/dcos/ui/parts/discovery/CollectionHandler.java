package org.dcos.ui.parts.discovery;

import org.dcos.ui.model.work.CollectionForm;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.shell.DeskHandler;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.ui.IWorkbenchWindow;

/** Shows how often the BMCs are asked, and lets it be changed. */
public final class CollectionHandler extends DeskHandler {

    @Override
    protected void run(IWorkbenchWindow window, Desk desk) {
        Outcome.of(desk.estate(), desk.modelTexts(), CollectionForm::load,
                now -> now.value().ifPresentOrElse(
                        form -> new CollectionDialog(window.getShell(), desk, form).open(),
                        () -> Sentence.trouble(window.getShell(), desk.texts(), now.problem())));
    }
}
