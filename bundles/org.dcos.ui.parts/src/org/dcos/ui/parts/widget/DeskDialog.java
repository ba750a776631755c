package org.dcos.ui.parts.widget;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.text.Texts;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * A dialog in our words: a title that says what it is about, a sentence, what is asked, and a button that says what it
 * does.
 */
public abstract class DeskDialog extends Dialog {

    private static final int MARGIN = 20;
    private static final int WIDTH = 520;

    private final Texts texts;
    private final String title;
    private final String action;
    private Label problem;

    /** @param action the word on the button that does it */
    protected DeskDialog(Shell parent, Texts texts, String title, String action) {
        super(parent);
        this.texts = texts;
        this.title = title;
        this.action = action;
        setShellStyle(SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL | SWT.RESIZE);
    }

    /** Makes what is asked, below the title and the sentence. */
    protected abstract void create(Composite body);

    /** The sentence below the title; may be empty. */
    protected String sentence() {
        return "";
    }

    /** Whether Enter does it; where something could be lost, it does not. */
    protected boolean actionIsDefault() {
        return true;
    }

    protected int width() {
        return WIDTH;
    }

    protected final Texts texts() {
        return texts;
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        area.setLayout(Layouts.grid(1, MARGIN, 12));
        var ink = Ink.of(area.getDisplay());
        var head = new Label(area, SWT.WRAP);
        head.setText(title.replace("&", "&&"));
        head.setFont(ink.font(TextStyle.HEADLINE));
        head.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        if (!sentence().isEmpty()) {
            var words = new Label(area, SWT.WRAP);
            words.setText(sentence().replace("&", "&&"));
            words.setFont(ink.font(TextStyle.BASE));
            var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = width();
            words.setLayoutData(data);
        }
        var body = new Composite(area, SWT.NONE);
        body.setLayout(Layouts.grid(1, 0, 8));
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = width();
        body.setLayoutData(data);
        create(body);
        problem = new Label(area, SWT.WRAP);
        problem.setFont(ink.font(TextStyle.BASE));
        Native.colours(problem, Token.PANEL, Token.CRITICAL);
        var room = new GridData(SWT.FILL, SWT.CENTER, true, false);
        room.widthHint = width();
        problem.setLayoutData(room);
        fonts(body);
        return area;
    }

    private void fonts(Composite body) {
        var font = Ink.of(body.getDisplay()).font(TextStyle.BASE);
        for (var child : body.getChildren()) {
            if (child.getClass().getPackageName().startsWith("org.eclipse.swt")) {
                child.setFont(font);
            }
            if ((child instanceof Text || child instanceof Combo) && (child.getStyle() & SWT.READ_ONLY) == 0) {
                Native.colours(child, Token.BACKGROUND);
            }
            if (child instanceof Composite inner) {
                fonts(inner);
            }
        }
    }

    @Override
    protected final Button createButton(Composite parent, int id, String words, boolean isDefault) {
        var button = Native.font(super.createButton(parent, id, words, isDefault), TextStyle.BASE);
        button.addListener(SWT.Paint, _ -> shade(button));
        return button;
    }

    /** The style engine looks at a button once: its words follow whether it can be pressed. */
    private static void shade(Button button) {
        var words = Ink.of(button.getDisplay()).color(button.isEnabled() ? Token.TEXT : Token.STALE);
        if (!words.equals(button.getForeground())) {
            button.setForeground(words);
        }
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, texts.get("cancel"), !actionIsDefault());
        createButton(parent, IDialogConstants.OK_ID, action, actionIsDefault());
        ready();
    }

    /** Called when all is made, before it is shown. */
    protected void ready() {}

    /** Takes a button away that has nothing to do here. */
    protected final void hide(int button) {
        var control = getButton(button);
        ((GridData) control.getLayoutData()).exclude = true;
        control.setVisible(false);
        ((GridLayout) control.getParent().getLayout()).numColumns--;
    }

    protected final Button actionButton() {
        return getButton(IDialogConstants.OK_ID);
    }

    /** Says what has to be mended; empty when nothing. */
    protected final void problem(String words) {
        tell(words, Token.CRITICAL);
    }

    /** Says what is being done. */
    protected final void progress(String words) {
        tell(words, Token.MUTED);
    }

    private void tell(String words, Token token) {
        problem.setForeground(Ink.of(problem.getDisplay()).color(token));
        problem.setText(words.replace("&", "&&"));
        problem.requestLayout();
    }

    /** A label and what belongs to it, one below the other. */
    protected static Label label(Composite body, String words) {
        var label = new Label(body, SWT.NONE);
        label.setText(words);
        return label;
    }
}
