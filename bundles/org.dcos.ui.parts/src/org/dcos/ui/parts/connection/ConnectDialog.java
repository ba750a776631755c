package org.dcos.ui.parts.connection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dcos.domain.Secret;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks where the server-core is and with what to sign in; shows its certificate's fingerprint to be compared. */
final class ConnectDialog extends DeskDialog {

    private static final Pattern ADDRESS = Pattern.compile("(?:https://)?\\[?([^\\]/]+?)\\]?(?::([0-9]{1,5}))?/?");
    private static final int DEFAULT_PORT = 8443;
    private static final int LAST_PORT = 65_535;

    private record Entered(String host, int port, String user, Secret password, Secret token) {}

    private final Desk desk;
    private final Connector connector;
    private Combo address;
    private Button byPassword;
    private Text user;
    private Text password;
    private Text token;
    /** The fingerprint that was confirmed since the dialog is open: a wrong password does not ask for it again. */
    private String confirmed = "";
    private Optional<Connector.Remote> chosen = Optional.empty();

    ConnectDialog(Shell parent, Desk desk, Connector connector) {
        super(parent, desk.texts(), desk.texts().get("connect.title"), desk.texts().get("connect.do"));
        this.desk = desk;
        this.connector = connector;
    }

    Optional<Connector.Remote> ask() {
        return open() == Window.OK ? chosen : Optional.empty();
    }

    @Override
    protected String sentence() {
        return texts().get("connect.sentence");
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("connect.address"));
        address = Layouts.wide(new Combo(body, SWT.BORDER));
        connector.known().forEach(remote -> address.add(remote.name()));
        if (address.getItemCount() > 0) {
            address.select(0);
        }
        byPassword = new Button(body, SWT.RADIO);
        byPassword.setText(texts().get("connect.password"));
        byPassword.setSelection(true);
        var login = Layouts.wide(new Composite(body, SWT.NONE));
        login.setLayout(Layouts.grid(2, 0, 8));
        label(login, texts().get("discover.user"));
        label(login, texts().get("discover.password"));
        user = Layouts.wide(new Text(login, SWT.BORDER));
        user.setText("admin");
        password = Layouts.wide(new Text(login, SWT.BORDER | SWT.PASSWORD));
        var byToken = new Button(body, SWT.RADIO);
        byToken.setText(texts().get("connect.token"));
        token = Layouts.wide(new Text(body, SWT.BORDER | SWT.PASSWORD));
        byPassword.addListener(SWT.Selection, _ -> enable());
        byToken.addListener(SWT.Selection, _ -> enable());
        enable();
    }

    @Override
    protected void ready() {
        address.setFocus();
    }

    private void enable() {
        user.setEnabled(byPassword.getSelection());
        password.setEnabled(byPassword.getSelection());
        token.setEnabled(!byPassword.getSelection());
    }

    @Override
    protected void okPressed() {
        Matcher parts = ADDRESS.matcher(address.getText().strip());
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : DEFAULT_PORT;
        if (!parts.matches() || port < 1 || port > LAST_PORT) {
            problem(texts().get("connect.address.wrong"));
            return;
        }
        boolean withPassword = byPassword.getSelection();
        var entered = new Entered(parts.group(1), port, user.getText().strip(),
                Secret.of(withPassword ? password.getTextChars() : new char[0]),
                Secret.of(withPassword ? new char[0] : token.getTextChars()));
        if (withPassword ? entered.user.isEmpty() || entered.password.isEmpty() : entered.token.isEmpty()) {
            problem(texts().get(withPassword ? "connect.password.missing" : "connect.token.missing"));
            return;
        }
        busy(true);
        progress(texts().get("connect.asking", entered.host + ":" + port));
        desk.estate().inBackground(() -> look(entered));
    }

    private void busy(boolean busy) {
        actionButton().setEnabled(!busy);
    }

    private void look(Entered entered) {
        try {
            var shown = connector.fingerprint(entered.host, entered.port);
            inRealm(() -> compare(entered, shown));
        } catch (Problem e) {
            inRealm(() -> mend(new ServerWords(desk.modelTexts()).problem(e)));
        }
    }

    /** One that was confirmed before is not asked about again; another one than then is warned of. */
    private void compare(Entered entered, String shown) {
        var before = connector.known().stream()
                .filter(remote -> remote.host().equals(entered.host) && remote.port() == entered.port).findFirst();
        boolean same = confirmed.equals(shown)
                || before.filter(remote -> remote.fingerprint().equals(shown)).isPresent();
        if (same || new FingerprintDialog(getShell(), texts(), entered.host + ":" + entered.port, shown,
                before.map(Connector.Remote::fingerprint)).open() == Window.OK) {
            confirmed = shown;
            progress(texts().get("connect.signing"));
            desk.estate().inBackground(() -> signIn(entered, shown));
        } else {
            mend("");
        }
    }

    private void signIn(Entered entered, String fingerprint) {
        try {
            var opens = entered.token.isEmpty()
                    ? connector.token(entered.host, entered.port, fingerprint, entered.user, entered.password)
                    : entered.token;
            var remote = new Connector.Remote(entered.host, entered.port, fingerprint, opens);
            connector.check(remote);
            inRealm(() -> {
                chosen = Optional.of(remote);
                super.okPressed();
            });
        } catch (Problem e) {
            inRealm(() -> mend(new ServerWords(desk.modelTexts()).problem(e)));
        }
    }

    private void mend(String words) {
        problem(words);
        busy(false);
    }

    private void inRealm(Runnable work) {
        desk.estate().inRealm(() -> {
            if (!address.isDisposed()) {
                work.run();
            }
        });
    }
}
