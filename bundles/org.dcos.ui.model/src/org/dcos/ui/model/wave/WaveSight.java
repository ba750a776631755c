package org.dcos.ui.model.wave;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.ui.model.estate.Mark;

/**
 * Waves as they are shown, planned or under way.
 *
 * @param summary how many servers in how many waves, and how far it is
 * @param blocks  one per wave, and one for those that are left out
 */
public record WaveSight(String summary, List<Block> blocks) {

    public static final WaveSight NOTHING = new WaveSight("", List.of());

    public WaveSight {
        blocks = List.copyOf(blocks);
    }

    /** @param share how much is dealt with, 0 to 1 */
    public record Block(String title, String note, Mark mark, double share, List<WaveRow> rows) {
        public Block {
            rows = List.copyOf(rows);
        }
    }

    public List<WaveRow> rows() {
        return blocks.stream().flatMap(block -> block.rows().stream()).toList();
    }

    public Optional<WaveRow> row(UUID server) {
        return rows().stream().filter(row -> row.server().equals(server)).findFirst();
    }
}
