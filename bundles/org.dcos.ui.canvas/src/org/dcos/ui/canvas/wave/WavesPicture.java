package org.dcos.ui.canvas.wave;

import java.util.List;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.mark.Mark;

/** Waves in their order. @param title for a screen reader */
public record WavesPicture(String title, List<Block> blocks) {

    public static final WavesPicture NONE = new WavesPicture("", List.of());

    public WavesPicture {
        blocks = List.copyOf(blocks);
    }

    /**
     * One wave.
     *
     * @param title what its servers have in common
     * @param note  how many there are, and how far it is
     * @param mark  how it is at a glance
     * @param share how much of it is dealt with, 0 to 1
     */
    public record Block(String title, String note, Mark mark, double share, List<Cell> cells) {
        public Block {
            cells = List.copyOf(cells);
        }
    }

    /** One server. @param card what is said of it */
    public record Cell(String id, Mark mark, Card card) {}
}
