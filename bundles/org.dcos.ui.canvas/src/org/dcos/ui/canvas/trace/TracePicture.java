package org.dcos.ui.canvas.trace;

import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Rgb;

/**
 * What lies between one port and the other end, in order; stations and cables take turns.
 *
 * @param parts begins and ends with a station or a missing end
 */
public record TracePicture(List<Part> parts) {

    public static final TracePicture EMPTY = new TracePicture(List.of());

    public TracePicture {
        parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            boolean cable = parts.get(i) instanceof Cable;
            if (cable != (i % 2 == 1) || cable && i == parts.size() - 1) {
                throw new IllegalArgumentException(
                        "part %d of a trace (%s): stations and cables take turns".formatted(i + 1, parts.get(i).id()));
            }
        }
    }

    /** A piece of the way. */
    public sealed interface Part {
        /** What a hit and the selection give back; unique in the trace. */
        String id();

        Card card();
    }

    /**
     * A device, a patch panel, a line, a power feed: what cables end in.
     *
     * @param kind    in a word, e.g. {@code Patch panel}
     * @param place   e.g. {@code A03 U42}; may be empty
     * @param inPort  where the way comes in, e.g. {@code front 12}; empty at the beginning
     * @param outPort where it goes on; empty at the end
     */
    public record Station(String id, Icon icon, String name, String kind, String place, String inPort, String outPort,
            Mark mark, Card card) implements Part {}

    /**
     * A cable.
     *
     * @param label  e.g. {@code C-10234}
     * @param what   type and length, e.g. {@code LC duplex · 12 m}
     * @param colour of its jacket
     * @param broken why nothing gets through; empty when well
     */
    public record Cable(String id, String label, String what, Optional<Rgb> colour, String broken, Card card)
            implements Part {
        public boolean well() {
            return broken.isEmpty();
        }
    }

    /** The way stops where something should be. @param words what is missing, e.g. {@code no port recorded} */
    public record MissingEnd(String id, String words, Card card) implements Part {}
}
