package org.dcos.ui.parts.bringup;

import java.util.Optional;

import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Says what is about to be done and takes the reason, without which it is not done. */
public final class WhyDialog extends DeskDialog {

    private final String sentence;
    private Text field;
    private String why = "";

    public WhyDialog(Shell parent, Texts texts, String title, String sentence, String action) {
        super(parent, texts, title, action);
        this.sentence = sentence;
    }

    /** Empty when it was called off. */
    public Optional<String> ask() {
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

    @Override
    protected void create(Composite body) {
        label(body, texts().get("record.why"));
        field = Layouts.wide(new Text(body, SWT.BORDER));
        field.addListener(SWT.Modify, _ -> enable());
    }

    private void enable() {
        actionButton().setEnabled(!field.getText().isBlank());
    }

    @Override
    protected void ready() {
        enable();
    }

    @Override
    protected void okPressed() {
        why = field.getText().strip();
        super.okPressed();
    }
}
