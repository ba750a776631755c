package org.dcos.ui.parts.device;

import java.util.Optional;

import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Says what is about to be done to a BMC and asks why; without a reason it is not done. */
class BmcReasonDialog extends DeskDialog {

    private final String sentence;
    private Text field;
    private String why = "";

    BmcReasonDialog(Shell parent, Texts texts, String title, String sentence, String action) {
        super(parent, texts, title, action);
        this.sentence = sentence;
    }

    /** Empty when it was called off. */
    Optional<String> ask() {
        return open() == Window.OK ? Optional.of(why) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return sentence;
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    /** What is asked besides the reason. */
    protected void createFields(Composite body) {
        // nothing, as it is
    }

    @Override
    protected final void create(Composite body) {
        createFields(body);
        label(body, texts().get("bmc.why"));
        field = Layouts.wide(new Text(body, SWT.BORDER));
        field.addListener(SWT.Modify, _ -> check());
    }

    @Override
    protected void ready() {
        check();
        field.setFocus();
    }

    /** Whether all but the reason is there. */
    protected boolean complete() {
        return true;
    }

    /** What is wrong, in words; empty when nothing is. */
    protected String missing() {
        return "";
    }

    /** To be called when something was filled in. */
    protected final void check() {
        if (actionButton() != null) {
            actionButton().setEnabled(!field.getText().isBlank() && complete());
            problem(missing());
        }
    }

    @Override
    protected void okPressed() {
        why = field.getText().strip();
        super.okPressed();
    }
}
