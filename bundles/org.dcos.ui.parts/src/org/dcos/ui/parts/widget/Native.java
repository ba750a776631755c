package org.dcos.ui.parts.widget;

import org.dcos.ui.canvas.theme.Ink;
import org.dcos.ui.canvas.theme.TextStyle;
import org.dcos.ui.canvas.theme.Token;
import org.eclipse.swt.widgets.Control;

/** Gives native widgets the theme's colours and fonts, and keeps them in step when it changes. */
public final class Native {

    /** Tells the workbench's style engine to leave a widget alone. */
    private static final String NOT_STYLED = "org.eclipse.e4.ui.css.disabled";

    private Native() {}

    /** Background as given, text in the text colour. */
    public static <T extends Control> T colours(T control, Token background) {
        return colours(control, background, Token.TEXT);
    }

    public static <T extends Control> T colours(T control, Token background, Token text) {
        control.setData(NOT_STYLED, Boolean.TRUE);
        var ink = Ink.of(control.getDisplay());
        Runnable apply = () -> {
            control.setBackground(ink.color(background));
            control.setForeground(ink.color(text));
        };
        apply.run();
        ink.onChange(control, apply);
        return control;
    }

    public static <T extends Control> T font(T control, TextStyle style) {
        control.setFont(Ink.of(control.getDisplay()).font(style));
        return control;
    }
}
