package org.dcos.ui.canvas.picture;

import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;

/** Walks by cursor keys over boxes that stand anywhere: to the nearest one in that direction. */
public final class Nearest {

    /** How much worse a pixel to the side is than a pixel ahead. */
    private static final int ASIDE = 3;

    /**
     * @param from empty string or an unknown id begins at the first of {@code boxes}
     * @param boxes in reading order
     */
    public static Optional<String> from(String from, Step step, Map<String, Box> boxes) {
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        var start = boxes.get(from);
        if (start == null || step == Step.HOME) {
            return boxes.keySet().stream().findFirst();
        }
        if (step == Step.END) {
            return boxes.keySet().stream().reduce((_, last) -> last);
        }
        String best = from;
        long least = Long.MAX_VALUE;
        for (var entry : boxes.entrySet()) {
            long distance = distance(start, entry.getValue(), step);
            if (!entry.getKey().equals(from) && distance < least) {
                least = distance;
                best = entry.getKey();
            }
        }
        return Optional.of(best);
    }

    private static long distance(Box from, Box to, Step step) {
        int dx = to.centreX() - from.centreX();
        int dy = to.centreY() - from.centreY();
        long ahead = switch (step) {
            case LEFT -> -dx;
            case RIGHT -> dx;
            case UP -> -dy;
            case DOWN -> dy;
            case HOME, END -> 0;
        };
        boolean across = step == Step.LEFT || step == Step.RIGHT;
        long aside = across ? Math.abs(dy) : Math.abs(dx);
        return ahead <= 0 ? Long.MAX_VALUE : ahead + ASIDE * aside;
    }

    private Nearest() {}
}
