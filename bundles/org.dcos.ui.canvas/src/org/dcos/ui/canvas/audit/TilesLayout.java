package org.dcos.ui.canvas.audit;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.geometry.Box;

/** Where tiles stand: in rows, all of one size. A pure function of the room. */
public record TilesLayout(List<Box> boxes, int columns, int height) {

    static final int TILE = 48;
    static final int GAP = 6;
    /** Narrower than this none is. */
    private static final int NARROW = 150;
    private static final int WIDE = 230;

    public TilesLayout {
        boxes = List.copyOf(boxes);
    }

    public static TilesLayout of(int count, int width) {
        if (count == 0) {
            return new TilesLayout(List.of(), 1, 0);
        }
        int most = Math.max(1, (width + GAP) / (NARROW + GAP));
        int rows = (count + most - 1) / most;
        int columns = (count + rows - 1) / rows; // rows of about the same length
        int tile = Math.min(WIDE, (width + GAP) / columns - GAP);
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(i % columns * (tile + GAP), i / columns * (TILE + GAP), Math.max(1, tile), TILE));
        }
        return new TilesLayout(boxes, columns, rows * (TILE + GAP) - GAP);
    }
}
