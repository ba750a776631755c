package org.dcos.console;

import org.dcos.ui.parts.shell.Look;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;

/** Shows the console light or dark, at once: style sheet, native widgets and what we draw. */
final class Themes {

    /** The workbench tells native widgets to be dark when the id has "dark" in it. */
    private static final String LIGHT = "org.dcos.console.theme.light";
    private static final String DARK = "org.dcos.console.theme.dark";
    private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme";

    private Themes() {}

    /** Before there is a workbench. */
    static void first(Display display, ConsoleSettings settings) {
        Look.use(display, dark(settings));
    }

    /** Before the workbench has its style engine: it will begin with this theme. */
    static void begin(Display display, ConsoleSettings settings) {
        boolean dark = dark(settings);
        Look.use(display, dark);
        InstanceScope.INSTANCE.getNode(ENGINE).put("themeid", id(dark));
    }

    static void show(IWorkbench workbench, ConsoleSettings settings) {
        boolean dark = dark(settings);
        Look.use(workbench.getDisplay(), dark);
        workbench.getService(IThemeEngine.class).setTheme(id(dark), true);
    }

    static boolean dark(ConsoleSettings settings) {
        return settings.get(ConsoleSettings.Key.THEME).map("dark"::equals).orElseGet(Display::isSystemDarkTheme);
    }

    private static String id(boolean dark) {
        return dark ? DARK : LIGHT;
    }
}
