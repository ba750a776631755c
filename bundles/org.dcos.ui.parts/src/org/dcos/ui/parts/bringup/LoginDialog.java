package org.dcos.ui.parts.bringup;

import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** A first login. The password is typed once and never shown. */
final class LoginDialog extends DeskDialog {

    private final FirstLogin before;
    private final boolean fresh;
    private Text model;
    private Text user;
    private Text password;
    private String[] typed = {"", "", ""};

    LoginDialog(Shell parent, Texts texts, FirstLogin before, boolean fresh) {
        super(parent, texts, texts.get("bringup.login.title"), texts.get("bringup.login.take"));
        this.before = before;
        this.fresh = fresh;
    }

    boolean ask() {
        return open() == Window.OK;
    }

    String model() {
        return typed[0];
    }

    String user() {
        return typed[1];
    }

    /** Empty where it stays as it is. */
    String password() {
        return typed[2];
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("bringup.login.model"));
        model = Layouts.wide(new Text(body, SWT.BORDER));
        model.setText(before.model());
        label(body, texts().get("bringup.login.user"));
        user = Layouts.wide(new Text(body, SWT.BORDER));
        user.setText(before.user());
        label(body, texts().get("bringup.login.password"));
        password = Layouts.wide(new Text(body, SWT.BORDER | SWT.PASSWORD));
        password.setMessage(fresh ? "" : texts().get("bringup.login.kept"));
        for (var field : new Text[] {model, user, password}) {
            field.addListener(SWT.Modify, _ -> enable());
        }
    }

    private void enable() {
        actionButton().setEnabled(!model.getText().isBlank() && (!fresh || !password.getText().isEmpty()));
    }

    @Override
    protected void ready() {
        enable();
    }

    @Override
    protected void okPressed() {
        typed = new String[] {model.getText(), user.getText(), password.getText()};
        super.okPressed();
    }
}
