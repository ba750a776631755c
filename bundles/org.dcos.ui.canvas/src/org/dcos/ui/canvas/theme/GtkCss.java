package org.dcos.ui.canvas.theme;

/**
 * A style sheet for GTK itself, for what neither painters nor the workbench's style sheet reach: fonts of menus and
 * headers, tabular figures, thin scroll bars, row heights. It names no colour, so that it suits both themes. SWT
 * loads the file that the system property {@link #PROPERTY} names when the display is made; elsewhere it is of no use.
 */
public final class GtkCss {

    /** Set to the path of a file with {@link #of} before the display is made. */
    public static final String PROPERTY = "org.eclipse.swt.internal.gtk.cssFile";

    private static final String SHEET = """
            * { font-feature-settings: "tnum"; }
            treeview.view { padding: 0 2px; }
            treeview.view.expander:selected { color: @theme_text_color; }
            treeview.view header button { padding: 3px 6px; border: none; font-weight: normal; box-shadow: none; }
            menubar > menuitem { padding: 4px 10px; }
            menu menuitem { padding: 4px 10px; }
            scrollbar { border: none; }
            scrollbar slider { min-width: 6px; min-height: 6px; border-width: 3px; }
            entry, button, combobox button { min-height: 22px; border-radius: 5px; }
            button { padding: 2px 10px; }
            """;

    /** With the system's own font. */
    public static String of() {
        return SHEET;
    }

    /** @param family where the system has no UI font of its own, e.g. on a bare X server */
    public static String of(String family) {
        return "* { font-family: \"%s\", \"Noto Sans CJK SC\", sans-serif; font-size: %spt; }\n".formatted(family,
                TextStyle.BASE.pixels() * 0.75) + SHEET;
    }

    private GtkCss() {}
}
