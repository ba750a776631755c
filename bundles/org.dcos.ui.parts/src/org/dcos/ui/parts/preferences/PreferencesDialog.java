package org.dcos.ui.parts.preferences;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.dcos.ui.canvas.control.PanelTitle;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.Connector;
import org.dcos.ui.parts.preferences.Preferences.Language;
import org.dcos.ui.parts.preferences.Preferences.Theme;
import org.dcos.ui.parts.widget.DeskDialog;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Paths;
import org.dcos.ui.parts.widget.Sentence;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Language, look, where the data lies, and which server-cores are known. What is chosen is kept at once. */
final class PreferencesDialog extends DeskDialog {

    private final Desk desk;
    private final Preferences preferences;
    private final Connector connector;
    private boolean again;

    PreferencesDialog(Shell parent, Desk desk, Preferences preferences, Connector connector) {
        super(parent, desk.texts(), desk.texts().get("preferences.title"), desk.texts().get("close"));
        this.desk = desk;
        this.preferences = preferences;
        this.connector = connector;
    }

    @Override
    protected void create(Composite body) {
        section(body, "preferences.language");
        var language = choice(body, "preferences.language", Arrays.stream(Language.values())
                .map(value -> texts().of("language", value)).toList(), preferences.language().ordinal());
        language.onSelect(i -> keep(() -> preferences.language(Language.values()[i]), true));
        label(body, texts().get("preferences.language.when"));
        section(body, "preferences.theme");
        var theme = choice(body, "preferences.theme", Arrays.stream(Theme.values())
                .map(value -> texts().of("theme", value)).toList(), preferences.theme().ordinal());
        theme.onSelect(i -> keep(() -> preferences.theme(Theme.values()[i]), false));
        section(body, "preferences.data");
        Layouts.wide(new Text(body, SWT.READ_ONLY)).setText(Paths.written(desk.data()));
        section(body, "preferences.servers");
        var servers = connector.known().stream().map(remote -> remote.name() + "   " + remote.fingerprint()).toList();
        Layouts.wide(new Text(body, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP)).setText(servers.isEmpty()
                ? texts().get("preferences.servers.none")
                : String.join("\n", servers));
    }

    private void section(Composite body, String key) {
        Layouts.wide(new PanelTitle(body)).show(texts().get(key), "");
    }

    private Segmented choice(Composite body, String key, List<String> words, int selected) {
        var choice = new Segmented(body);
        choice.setItems(texts().get(key), words);
        choice.select(selected);
        return choice;
    }

    private interface Change {
        void make() throws IOException;
    }

    private void keep(Change change, boolean needsStart) {
        try {
            change.make();
            again |= needsStart;
            problem("");
        } catch (IOException e) {
            problem(texts().get("preferences.not.kept", e.getMessage()));
        }
    }

    @Override
    protected void ready() {
        hide(IDialogConstants.CANCEL_ID);
    }

    @Override
    protected void okPressed() {
        super.okPressed();
        if (again && Sentence.ask(getParentShell(), texts(), texts().get("preferences.restart"),
                texts().get("preferences.restart.sentence"), texts().get("preferences.restart.now"))) {
            preferences.restart();
        }
    }
}
