package org.dcos.ui.canvas.wave;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.geometry.Box;

/** Where blocks and their cells stand: blocks side by side, as many rows of them as are needed. A pure function. */
public record WavesLayout(List<Box> blocks, List<List<Box>> cells, int height) {

    static final int HEAD = 46;
    static final int PADDING = 10;
    static final int GAP = 10;
    private static final int NARROW = 172;
    private static final int ROWS = 4;
    private static final int[] PITCHES = {18, 12, 7};
    private static final int[] MOST = {260, 1_200};

    public WavesLayout {
        blocks = List.copyOf(blocks);
        cells = List.copyOf(cells);
    }

    /** @param counts servers of each wave */
    public static WavesLayout of(List<Integer> counts, int width) {
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        int pitch = PITCHES[all <= MOST[0] ? 0 : all <= MOST[1] ? 1 : 2];
        var blocks = new ArrayList<Box>();
        var cells = new ArrayList<List<Box>>();
        int x = 0;
        int y = 0;
        int tallest = 0;
        for (int count : counts) {
            int fit = Math.max(1, (width - 2 * PADDING) / pitch);
            int columns = Math.clamp(Math.ceilDiv(count, ROWS), 1, fit);
            int wide = Math.min(Math.max(NARROW, width), Math.max(NARROW, columns * pitch + 2 * PADDING));
            columns = Math.max(columns, Math.min(count, (wide - 2 * PADDING) / pitch));
            int tall = HEAD + Math.ceilDiv(count, Math.max(1, columns)) * pitch + PADDING;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += tallest + GAP;
                tallest = 0;
            }
            blocks.add(new Box(x, y, wide, tall));
            var mine = new ArrayList<Box>();
            for (int i = 0; i < count; i++) {
                mine.add(new Box(x + PADDING + i % columns * pitch, y + HEAD + i / columns * pitch, pitch, pitch));
            }
            cells.add(List.copyOf(mine));
            x += wide + GAP;
            tallest = Math.max(tallest, tall);
        }
        return new WavesLayout(blocks, cells, y + tallest);
    }
}
