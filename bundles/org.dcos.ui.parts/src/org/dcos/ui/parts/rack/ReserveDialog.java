package org.dcos.ui.parts.rack;

import java.util.Optional;

import org.dcos.ui.model.rack.ReservationForm;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for whom units are to be kept. */
final class ReserveDialog extends DeskDialog {

    private final Desk desk;
    private Text height;
    private Text holder;
    private Text why;
    private Text until;
    private ReservationForm form = new ReservationForm("1", "", "", "");

    ReserveDialog(Shell parent, Desk desk, String where) {
        super(parent, desk.texts(), desk.texts().get("reserve.title", where), desk.words("reserve.do"));
        this.desk = desk;
    }

    /** @return nothing when cancelled */
    Optional<ReservationForm> ask() {
        return open() == Window.OK ? Optional.of(form) : Optional.empty();
    }

    @Override
    protected void create(Composite body) {
        height = field(body, "reserve.height", form.height());
        holder = field(body, "reserve.holder", "");
        why = field(body, "reserve.why", "");
        until = field(body, "reserve.until", "");
        holder.setFocus();
    }

    private Text field(Composite body, String key, String text) {
        label(body, texts().get(key));
        var field = Layouts.wide(new Text(body, SWT.BORDER));
        field.setText(text);
        return field;
    }

    @Override
    protected void okPressed() {
        form = new ReservationForm(height.getText(), holder.getText(), why.getText(), until.getText());
        String wrong = form.problem(desk.modelTexts());
        if (wrong.isEmpty()) {
            super.okPressed();
        } else {
            problem(wrong);
        }
    }
}
