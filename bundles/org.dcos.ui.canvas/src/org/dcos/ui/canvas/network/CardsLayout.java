package org.dcos.ui.canvas.network;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.geometry.Box;

/** Where cards stand: in rows, all of one size. A pure function of the room. */
public record CardsLayout(List<Box> boxes, int columns, int height) {

    static final int CARD = 92;
    static final int GAP = 8;
    /** Narrower than this none is, unless there is no room for one. */
    static final int NARROW = 220;
    static final int WIDE = 320;

    public CardsLayout {
        boxes = List.copyOf(boxes);
    }

    public static CardsLayout of(int count, int width) {
        if (count == 0) {
            return new CardsLayout(List.of(), 1, 0);
        }
        int most = Math.max(1, (width + GAP) / (NARROW + GAP));
        int rows = (count + most - 1) / most;
        int columns = (count + rows - 1) / rows; // rows of about the same length
        int card = Math.max(1, Math.min(WIDE, (width + GAP) / columns - GAP));
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(i % columns * (card + GAP), i / columns * (CARD + GAP), card, CARD));
        }
        return new CardsLayout(boxes, columns, rows * (CARD + GAP) - GAP);
    }
}
