package org.dcos.ui.canvas.theme;

/** What a colour is for. Code names the purpose, {@link Palette} the colour. */
public enum Token {
    /** Behind the panels. */
    BACKGROUND,
    /** Of panels, lists, pages. */
    PANEL,
    /** Borders, separators, grid. */
    LINE,
    /** Text that is read. */
    TEXT,
    /** Text beside text: units, ages, axis labels, what is off. */
    MUTED,
    /** Behind what is selected. */
    SELECTION,
    /** Behind what the pointer is on. */
    HOVER,
    /** What can be done, what is chosen. The only colour that is no state. */
    ACCENT,
    /** State: well. */
    OK,
    /** State: needs a look. */
    WARNING,
    /** State: needs a hand. */
    CRITICAL,
    /** State: too old to be taken as current. */
    STALE,
    /** Frame of a rack. */
    RAIL,
    /** A unit with nothing in it. */
    FREE_UNIT,
    /** Face of a server. */
    DEVICE,
    /** Face of a switch. */
    SWITCH,
    /** Edge of a face. */
    DEVICE_EDGE
}
