package org.dcos.ui.parts.records;

import java.time.Instant;
import java.util.Optional;

import org.dcos.ui.model.records.FieldWords;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for a date and a time. */
final class MomentDialog extends DeskDialog {

    private final FieldWords words;
    private final Instant first;
    private Text field;
    private Optional<Instant> moment = Optional.empty();

    MomentDialog(Shell parent, Texts texts, FieldWords words, Instant first) {
        super(parent, texts, texts.get("moment.title"), texts.get("moment.show"));
        this.words = words;
        this.first = first;
    }

    /** Empty when it was called off. */
    Optional<Instant> ask() {
        return open() == Window.OK ? moment : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("moment.sentence");
    }

    @Override
    protected void create(Composite body) {
        field = Layouts.wide(new Text(body, SWT.BORDER));
        field.setText(words.moment(first));
    }

    @Override
    protected void okPressed() {
        moment = words.moment(field.getText());
        if (moment.isEmpty()) {
            problem(texts().get("moment.wrong"));
            return;
        }
        super.okPressed();
    }
}
