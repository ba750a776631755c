package org.dcos.ui.parts.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.dcos.ui.canvas.theme.GtkCss;
import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.Theme;
import org.eclipse.swt.widgets.Display;

/** Light or dark, for everything that we draw ourselves; and how native widgets are measured where GTK draws them. */
public final class Look {

    /** A font family for native widgets, where the system names none of its own, as in test runs. */
    private static final String FONT = "org.dcos.font";

    /** Edges that are seen on light and on dark ground, since they take their colour from the text. */
    private static final String EDGES = """
            entry, combobox entry, scrolledwindow.frame { border: 1px solid alpha(currentColor, 0.24); }
            entry:focus { border-color: @theme_selected_bg_color; }
            button { border: 1px solid alpha(currentColor, 0.24); box-shadow: none; }
            button.default, button:focus { border-color: @theme_selected_bg_color; }
            radio, check { border: 1px solid alpha(currentColor, 0.5); }
            """;

    private Look() {}

    /**
     * Writes the style sheet for GTK into a folder. Before the display is made; without meaning on other systems.
     *
     * @throws IOException when it cannot be written
     */
    public static void prepare(Path folder) throws IOException {
        var sheet = Optional.ofNullable(System.getProperty(FONT)).map(GtkCss::of).orElseGet(GtkCss::of);
        var file = folder.resolve("gtk.css");
        Files.writeString(file, sheet + EDGES);
        System.setProperty(GtkCss.PROPERTY, file.toString());
    }

    public static void use(Display display, boolean dark) {
        Ink.of(display).use(dark ? Theme.DARK : Theme.LIGHT);
    }
}
