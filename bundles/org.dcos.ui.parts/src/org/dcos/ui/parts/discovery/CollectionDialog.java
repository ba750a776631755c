package org.dcos.ui.parts.discovery;

import org.dcos.ui.model.work.CollectionForm;
import org.dcos.ui.model.work.Outcome;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** How often the BMCs are asked, and how long samples and entries of their event logs are kept. */
final class CollectionDialog extends DeskDialog {

    private final Desk desk;
    private final CollectionForm form;
    private Text power;
    private Text sensors;
    private Text most;
    private Text days;
    private Text logs;
    private Text logDays;
    private Button clear;

    CollectionDialog(Shell parent, Desk desk, CollectionForm form) {
        super(parent, desk.texts(), desk.texts().get("collection.title"), desk.texts().get("collection.save"));
        this.desk = desk;
        this.form = form;
    }

    @Override
    protected String sentence() {
        return texts().get("collection.sentence");
    }

    @Override
    protected void create(Composite body) {
        var fields = Layouts.wide(new Composite(body, SWT.NONE));
        fields.setLayout(Layouts.grid(2, 0, 12));
        power = field(fields, "collection.power", form.power());
        sensors = field(fields, "collection.sensors", form.sensors());
        most = field(fields, "collection.most", form.most());
        days = field(fields, "collection.days", form.days());
        logs = field(fields, "collection.logs", form.logs());
        logDays = field(fields, "collection.logDays", form.logDays());
        clear = new Button(body, SWT.CHECK);
        clear.setText(texts().get("collection.clear"));
        clear.setSelection(form.clear());
    }

    private Text field(Composite fields, String key, String value) {
        label(fields, texts().get(key));
        var text = Layouts.wide(new Text(fields, SWT.BORDER | SWT.RIGHT));
        text.setText(value);
        return text;
    }

    @Override
    protected void okPressed() {
        var typed = new CollectionForm(power.getText(), sensors.getText(), most.getText(), days.getText(),
                logs.getText(), logDays.getText(), clear.getSelection());
        var wrong = typed.problem(desk.modelTexts());
        problem(wrong);
        if (wrong.isEmpty()) {
            Outcome.of(desk.estate(), desk.modelTexts(), typed::save, saved -> {
                if (power.isDisposed()) {
                    return;
                }
                if (saved.value().isPresent()) {
                    super.okPressed();
                } else {
                    problem(saved.problem());
                }
            });
        }
    }
}
