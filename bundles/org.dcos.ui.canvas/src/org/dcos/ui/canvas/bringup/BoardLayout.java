package org.dcos.ui.canvas.bringup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.Nearest;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackRowLayout;

/**
 * Where everything of a board is, in pixels from its top left: the lane of machines without a place, and below it the
 * racks. Pure arithmetic.
 */
public final class BoardLayout {

    /** Smaller, and a name on one unit is no longer read. */
    public static final double SMALLEST_UNIT = 15;
    /** Read from two metres. */
    public static final double LARGE_UNIT = 34;

    static final int TITLE = 26;
    private static final int MARGIN = 14;
    private static final int GAP = 8;
    private static final int CARD_WIDTH = 236;
    private static final int CARD_HEIGHT = 44;
    private static final double LARGE = 1.6;
    private static final double LARGE_FROM = 28;

    private final RackRowLayout racks;
    private final int shift;
    private final Box title;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<String> lane = new ArrayList<>();
    private final int width;
    private final int height;

    private BoardLayout(BoardPicture picture, double unitHeight, int viewportWidth) {
        int y = MARGIN / 2;
        boolean any = !picture.lane().isEmpty();
        title = new Box(MARGIN, y, Math.max(0, viewportWidth - 2 * MARGIN), any ? TITLE : 0);
        y += title.height();
        double factor = unitHeight >= LARGE_FROM ? LARGE : 1;
        int wide = (int) (CARD_WIDTH * factor);
        int high = (int) (CARD_HEIGHT * factor);
        int columns = columns(viewportWidth, wide);
        for (int i = 0; i < picture.lane().size(); i++) {
            String id = picture.lane().get(i).id();
            boxes.put(id, new Box(MARGIN + i % columns * (wide + GAP), y + i / columns * (high + GAP), wide, high));
            lane.add(id);
        }
        int lines = (picture.lane().size() + columns - 1) / columns;
        shift = any ? y + lines * (high + GAP) + GAP : 0;
        racks = RackRowLayout.of(picture.racks(), Face.FRONT, unitHeight, viewportWidth);
        for (var rack : racks.racks()) {
            rack.devices().forEach(placed -> boxes.put(placed.device().id(), placed.box().moved(0, shift)));
        }
        width = racks.width();
        height = shift + racks.height();
    }

    public static BoardLayout of(BoardPicture picture, double unitHeight, int viewportWidth) {
        return new BoardLayout(picture, unitHeight, viewportWidth);
    }

    /** The height of a unit with which lane and racks fill the viewport, as long as names are read. */
    public static double fit(BoardPicture picture, int viewportWidth, int viewportHeight) {
        int lines = (picture.lane().size() + columns(viewportWidth, CARD_WIDTH) - 1)
                / columns(viewportWidth, CARD_WIDTH);
        int taken = lines == 0 ? 0 : MARGIN / 2 + TITLE + lines * (CARD_HEIGHT + GAP) + GAP;
        return Math.clamp(RackRowLayout.fit(picture.racks(), viewportHeight - taken), SMALLEST_UNIT, LARGE_UNIT);
    }

    private static int columns(int viewportWidth, int card) {
        return Math.max(1, (viewportWidth - 2 * MARGIN + GAP) / (card + GAP));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Of the lane; without height when nothing is in it. */
    public Box title() {
        return title;
    }

    /** Ids of the machines in the lane. */
    public List<String> lane() {
        return List.copyOf(lane);
    }

    /** Its boxes lie {@link #shift()} lower. */
    public RackRowLayout racks() {
        return racks;
    }

    public int shift() {
        return shift;
    }

    /** Where a machine is. */
    public Optional<Box> find(String id) {
        return Optional.ofNullable(boxes.get(id));
    }

    /** The machine at a point. */
    public Optional<String> at(int x, int y) {
        return boxes.entrySet().stream().filter(entry -> entry.getValue().contains(x, y)).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The rack at a point, be it on a machine of it or not. */
    public Optional<RackPicture.Rack> rackAt(int x, int y) {
        return racks.racks().stream().filter(rack -> rack.whole().contains(x, y - shift))
                .map(RackRowLayout.RackBox::rack).findFirst();
    }

    /** The machine that a cursor key leads to; from nothing to the first. */
    public Optional<String> step(String from, Step step) {
        return Nearest.from(from, step, boxes);
    }
}
