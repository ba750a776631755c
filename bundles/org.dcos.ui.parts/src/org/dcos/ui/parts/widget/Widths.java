package org.dcos.ui.parts.widget;

import java.util.Properties;

import org.eclipse.ui.IMemento;

/** Keeps what a table remembers of itself in the memento of its view. */
public final class Widths {

    private static final String CHILD = "table";

    private Widths() {}

    /** @param memento null when nothing was kept */
    public static Properties read(IMemento memento) {
        var state = new Properties();
        var child = memento == null ? null : memento.getChild(CHILD);
        if (child != null) {
            for (var key : child.getAttributeKeys()) {
                state.setProperty(key, child.getString(key));
            }
        }
        return state;
    }

    public static void write(IMemento memento, Properties state) {
        var child = memento.createChild(CHILD);
        state.stringPropertyNames().forEach(name -> child.putString(name, state.getProperty(name)));
    }
}
