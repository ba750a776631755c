package org.dcos.ui.parts.records;

import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks what becomes of what was typed into a record and is not saved. Called off, all stays as it is. */
final class UnsavedDialog extends DeskDialog {

    /** What the operator wants. */
    enum Answer { SAVE, DROP, STAY }

    private final String what;
    private Button drop;
    private Answer answer = Answer.STAY;

    /** @param what the name of the record */
    UnsavedDialog(Shell parent, Texts texts, String what) {
        super(parent, texts, texts.get("unsaved.title"), texts.get("unsaved.go"));
        this.what = what;
    }

    Answer ask() {
        return open() == Window.OK ? answer : Answer.STAY;
    }

    @Override
    protected String sentence() {
        return texts().get("unsaved.sentence", what);
    }

    @Override
    protected void create(Composite body) {
        var save = new Button(body, SWT.RADIO);
        save.setText(texts().get("unsaved.save"));
        save.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        save.setSelection(true);
        drop = new Button(body, SWT.RADIO);
        drop.setText(texts().get("unsaved.drop"));
        drop.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    @Override
    protected void okPressed() {
        answer = drop.getSelection() ? Answer.DROP : Answer.SAVE;
        super.okPressed();
    }
}
