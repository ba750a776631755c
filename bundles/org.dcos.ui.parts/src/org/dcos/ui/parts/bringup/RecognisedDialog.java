package org.dcos.ui.parts.bringup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** One way to recognise a BMC. */
final class RecognisedDialog extends DeskDialog {

    private static final List<String> FIELDS = List.of("maker", "mac", "class", "host", "client", "vendor");

    private final List<String> before;
    private final List<Text> fields = new ArrayList<>();
    private Optional<Recognised> made = Optional.empty();

    RecognisedDialog(Shell parent, Texts texts, Recognised before) {
        super(parent, texts, texts.get("bringup.known.title"), texts.get("bringup.login.take"));
        this.before = List.of(before.maker(), before.macPrefix(), before.vendorClass(), before.hostName(),
                before.clientId(), before.vendorOptions());
    }

    Optional<Recognised> ask() {
        return open() == Window.OK ? made : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("bringup.known.sentence");
    }

    @Override
    protected void create(Composite body) {
        for (int i = 0; i < FIELDS.size(); i++) {
            label(body, texts().get("bringup.known." + FIELDS.get(i)));
            var field = Layouts.wide(new Text(body, SWT.BORDER));
            field.setText(before.get(i));
            field.addListener(SWT.Modify, _ -> enable());
            fields.add(field);
        }
    }

    private void enable() {
        actionButton().setEnabled(fields.stream().skip(1).anyMatch(field -> !field.getText().isBlank()));
    }

    @Override
    protected void ready() {
        enable();
    }

    @Override
    protected void okPressed() {
        var typed = fields.stream().map(field -> field.getText().strip()).toList();
        made = Optional.of(new Recognised(typed.get(0), typed.get(1), typed.get(2), typed.get(3), typed.get(4),
                typed.get(5)));
        super.okPressed();
    }
}
