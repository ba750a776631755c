package org.dcos.ui.parts.widget;

import org.dcos.ui.model.text.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Tells the operator one thing, or asks one: what did not work and what to do. */
public final class Sentence extends DeskDialog {

    private static final int WIDE = 460;

    private final String words;
    private final boolean question;

    private Sentence(Shell parent, Texts texts, String title, String words, String action, boolean question) {
        super(parent, texts, title, action);
        this.words = words;
        this.question = question;
    }

    public static void show(Shell shell, Texts texts, String title, String words) {
        new Sentence(shell, texts, title, words, texts.get("close"), false).open();
    }

    /** Something did not work. */
    public static void trouble(Shell shell, Texts texts, String words) {
        show(shell, texts, texts.get("trouble.title"), words);
    }

    /** @return whether the operator wants it */
    public static boolean ask(Shell shell, Texts texts, String title, String words, String action) {
        return new Sentence(shell, texts, title, words, action, true).open() == Window.OK;
    }

    @Override
    protected int width() {
        return WIDE;
    }

    @Override
    protected void create(Composite body) {
        var label = new Label(body, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDE;
        label.setLayoutData(data);
    }

    @Override
    protected void ready() {
        if (!question) {
            hide(IDialogConstants.CANCEL_ID);
        }
    }
}
