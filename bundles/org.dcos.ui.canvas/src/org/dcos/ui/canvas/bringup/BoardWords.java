package org.dcos.ui.canvas.bringup;

/**
 * The few words that the board says by itself, in the operator's language.
 *
 * @param canvas name of the whole for a screen reader
 * @param lane   title above the machines without a place
 * @param empty  when nothing is on its way
 */
public record BoardWords(String canvas, String lane, String empty) {

    public static final BoardWords ENGLISH = new BoardWords("Bring-up board", "Not matched yet",
            "Nothing is planned or on its way here");
}
