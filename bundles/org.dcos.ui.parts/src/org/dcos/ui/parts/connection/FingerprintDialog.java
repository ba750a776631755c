package org.dcos.ui.parts.connection;

import java.util.Optional;

import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Shows the fingerprint of a certificate to be compared with the server-core's own; warns when it is another than
 * before.
 */
final class FingerprintDialog extends DeskDialog {

    private static final int HEIGHT = 44;

    private final String shown;
    private final Optional<String> before;

    FingerprintDialog(Shell parent, Texts texts, String where, String shown, Optional<String> before) {
        super(parent, texts, texts.get(before.isPresent() ? "fingerprint.changed" : "fingerprint.title", where),
                texts.get("fingerprint.trust"));
        this.shown = shown;
        this.before = before;
    }

    @Override
    protected String sentence() {
        return texts().get(before.isPresent() ? "fingerprint.warning" : "fingerprint.sentence");
    }

    @Override
    protected boolean actionIsDefault() {
        return false;
    }

    @Override
    protected void create(Composite body) {
        before.ifPresent(old -> {
            label(body, texts().get("fingerprint.before"));
            digits(body, old);
        });
        label(body, texts().get("fingerprint.now"));
        digits(body, shown);
    }

    /** To be read and to be copied. */
    private static void digits(Composite body, String fingerprint) {
        var text = Layouts.wide(new Text(body, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.NO_FOCUS), HEIGHT);
        Native.colours(text, Token.PANEL);
        text.setText(fingerprint);
    }
}
