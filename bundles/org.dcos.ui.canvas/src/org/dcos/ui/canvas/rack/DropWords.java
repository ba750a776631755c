package org.dcos.ui.canvas.rack;

/**
 * What the ghost of a dragged device says, in the operator's language.
 *
 * @param taken    with {@code %s}, what is in the way
 * @param reserved with {@code %s}, what it is kept for
 */
public record DropWords(String free, String taken, String reserved) {

    public static final DropWords ENGLISH = new DropWords("free", "taken by %s", "reserved: %s");
}
