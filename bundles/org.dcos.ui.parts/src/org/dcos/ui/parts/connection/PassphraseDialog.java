package org.dcos.ui.parts.connection;

import java.util.Arrays;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.VaultLock;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the passphrase that the passwords of the BMCs are locked with, or lets one be chosen. */
public final class PassphraseDialog extends DeskDialog {

    /** What is asked. */
    public enum Question {
        /** The one that was chosen. */
        KNOWN,
        /** The same again: what was given was another one. */
        WRONG,
        /** A new one, typed twice. */
        CHOOSE
    }

    private final Question question;
    private Text first;
    private Text again;
    private Optional<Secret> given = Optional.empty();

    public PassphraseDialog(Shell parent, Texts texts, Question question) {
        super(parent, texts, texts.get(switch (question) {
            case KNOWN, WRONG -> "passphrase.title";
            case CHOOSE -> "passphrase.choose.title";
        }), texts.get(switch (question) {
            case KNOWN, WRONG -> "passphrase.unlock";
            case CHOOSE -> "passphrase.choose";
        }));
        this.question = question;
    }

    /** @return nothing when cancelled */
    public Optional<Secret> ask() {
        return open() == Window.OK ? given : Optional.empty();
    }

    @Override
    protected String sentence() {
        return switch (question) {
            case KNOWN, WRONG -> texts().get("passphrase.sentence");
            case CHOOSE -> texts().get("passphrase.choose.sentence", VaultLock.SHORTEST_PASSPHRASE);
        };
    }

    @Override
    protected void create(Composite body) {
        label(body, texts().get("passphrase.label"));
        first = Layouts.wide(new Text(body, SWT.BORDER | SWT.PASSWORD));
        if (question == Question.CHOOSE) {
            label(body, texts().get("passphrase.again"));
            again = Layouts.wide(new Text(body, SWT.BORDER | SWT.PASSWORD));
        }
    }

    @Override
    protected void ready() {
        first.setFocus();
        if (question == Question.WRONG) {
            problem(texts().get("passphrase.wrong"));
        }
    }

    @Override
    protected void okPressed() {
        char[] typed = first.getTextChars();
        try {
            if (question == Question.CHOOSE && typed.length < VaultLock.SHORTEST_PASSPHRASE) {
                problem(texts().get("passphrase.short", VaultLock.SHORTEST_PASSPHRASE));
            } else if (question == Question.CHOOSE && !same(typed)) {
                problem(texts().get("passphrase.differs"));
            } else if (typed.length == 0) {
                problem(texts().get("passphrase.missing"));
            } else {
                given = Optional.of(Secret.of(typed));
                super.okPressed();
            }
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private boolean same(char[] typed) {
        char[] other = again.getTextChars();
        try {
            return Arrays.equals(typed, other);
        } finally {
            Arrays.fill(other, '\0');
        }
    }
}
