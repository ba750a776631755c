package org.dcos.ui.parts.alert;

import java.util.Optional;

import org.dcos.ui.model.alert.AlertRow;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks what the one who looks after an alert has to say about it. */
final class AcknowledgeDialog extends DeskDialog {

    private static final int NOTE_HEIGHT = 70;

    private final AlertRow row;
    private Text note;
    private String said = "";

    AcknowledgeDialog(Shell parent, Texts texts, AlertRow row) {
        super(parent, texts, texts.get("acknowledge.title"), texts.get("alerts.acknowledge"));
        this.row = row;
    }

    /** @return the note, which may be empty; nothing when cancelled */
    Optional<String> ask() {
        return open() == Window.OK ? Optional.of(said) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return row.what() + " · " + row.where();
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("acknowledge.note"));
        note = Layouts.wide(new Text(body, SWT.BORDER | SWT.MULTI | SWT.WRAP), NOTE_HEIGHT);
        note.setFocus();
    }

    @Override
    protected void okPressed() {
        said = note.getText().strip();
        super.okPressed();
    }
}
