package org.dcos.ui.canvas.network;

import org.dcos.ui.canvas.mark.Mark;

/**
 * A network interface.
 *
 * @param state   what is done on it, at the right of its name
 * @param first   the line below, e.g. its addresses
 * @param second  the next, in a quieter voice
 * @param warning the last, in the colour of the mark; may be empty
 * @param chosen  whether something is to be done on it
 */
public record InterfaceCard(String id, String title, String state, Mark mark, String first, String second,
        String warning, boolean chosen) {}
