package org.dcos.ui.parts.bringup;

import java.util.Locale;
import java.util.Optional;

import org.dcos.ui.model.text.Texts;
import org.dcos.ui.parts.widget.DeskDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks for the language of a rack's acceptance certificate. */
final class CertificateDialog extends DeskDialog {

    private final String sentence;
    private Button chinese;
    private String language = "";

    CertificateDialog(Shell parent, Texts texts, String rack) {
        super(parent, texts, texts.get("bringup.certificate.title", rack), texts.get("bringup.certificate.save"));
        sentence = texts.get("bringup.certificate.sentence");
    }

    /** {@code en} or {@code zh}; empty when it was called off. */
    Optional<String> ask() {
        return open() == Window.OK ? Optional.of(language) : Optional.empty();
    }

    @Override
    protected String sentence() {
        return sentence;
    }

    @Override
    protected void create(Composite body) {
        boolean own = texts().locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        chinese = new Button(body, SWT.RADIO);
        chinese.setText("中文");
        chinese.setSelection(own);
        var english = new Button(body, SWT.RADIO);
        english.setText("English");
        english.setSelection(!own);
    }

    @Override
    protected void okPressed() {
        language = chinese.getSelection() ? "zh" : "en";
        super.okPressed();
    }
}
