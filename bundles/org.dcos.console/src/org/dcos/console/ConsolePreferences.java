package org.dcos.console;

import java.io.IOException;

import org.dcos.console.ConsoleSettings.Key;
import org.dcos.ui.parts.preferences.Preferences;
import org.eclipse.ui.IWorkbench;

/** Keeps the preferences in the console's settings. */
final class ConsolePreferences implements Preferences {

    private final IWorkbench workbench;
    private final ConsoleSettings settings;

    ConsolePreferences(IWorkbench workbench, ConsoleSettings settings) {
        this.workbench = workbench;
        this.settings = settings;
    }

    @Override
    public Language language() {
        return switch (settings.get(Key.LANGUAGE).orElse("")) {
            case "zh" -> Language.CHINESE;
            case "en" -> Language.ENGLISH;
            default -> Language.SYSTEM;
        };
    }

    @Override
    public void language(Language language) throws IOException {
        settings.put(Key.LANGUAGE, switch (language) {
            case SYSTEM -> "";
            case CHINESE -> "zh";
            case ENGLISH -> "en";
        });
    }

    @Override
    public Theme theme() {
        return switch (settings.get(Key.THEME).orElse("")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> Theme.SYSTEM;
        };
    }

    @Override
    public void theme(Theme theme) throws IOException {
        settings.put(Key.THEME, switch (theme) {
            case SYSTEM -> "";
            case LIGHT -> "light";
            case DARK -> "dark";
        });
        Themes.show(workbench, settings);
    }

    @Override
    public void restart() {
        workbench.restart();
    }
}
