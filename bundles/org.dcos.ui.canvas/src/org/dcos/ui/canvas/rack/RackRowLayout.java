package org.dcos.ui.canvas.rack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Numbering;
import org.dcos.ui.canvas.rack.RackPicture.Rack;

/**
 * Where racks, units and devices are, in pixels from the top left of the whole row; the widget scrolls over it. Pure
 * arithmetic. Racks stand side by side and wrap into further lines; each row of the room begins a line of its own.
 */
public final class RackRowLayout {

    public static final double SMALLEST_UNIT = 6;
    public static final double LARGEST_UNIT = 40;
    /** Unit height at which the sketches are drawn. */
    public static final double NORMAL_UNIT = 13;

    static final int MARGIN = 14;
    static final int HEADER = 24;
    /** What gauges add below the name. */
    static final int GAUGES = 22;
    static final int STRIP = 10;
    static final int TITLE = 28;
    static final int FRAME = 4;
    private static final int LINE_GAP = 16;

    /** How much is said: at small zoom blocks and marks only. */
    public enum Detail { BLOCKS, LABELS }

    /** One step of the cursor keys. */
    public enum Move { UP, DOWN, LEFT, RIGHT, HOME, END }

    /** A device where it is seen. @param back whether it is mounted from the other side, so that its back is seen */
    public record Placed(Device device, Box box, boolean back) {}

    /**
     * A rack where it is seen.
     *
     * @param header name, load and gauges
     * @param frame  the rack from rail to rail
     * @param bay    where devices sit
     * @param line   0 for the topmost line of racks
     * @param strips devices beside the rails, seen from this side
     */
    public record RackBox(Rack rack, Box header, Box frame, Box bay, int line, List<Placed> devices,
            List<Placed> strips) {

        public Box whole() {
            return new Box(frame.x(), header.y(), frame.width(), frame.bottom() - header.y());
        }
    }

    /** The title of a row of racks. */
    public record RowTitle(String text, Box box) {}

    private record Found(RackBox rack, Placed placed) {}

    private final RackWidths widths;
    private final double unitHeight;
    private final Face face;
    private final int header;
    private final List<RackBox> racks = new ArrayList<>();
    private final List<RowTitle> titles = new ArrayList<>();
    private final Map<String, Found> byId = new HashMap<>();
    private int width;
    private int height;

    private RackRowLayout(Face face, double unitHeight, int header) {
        this.header = header;
        this.face = face;
        this.unitHeight = Math.clamp(unitHeight, SMALLEST_UNIT, LARGEST_UNIT);
        this.widths = RackWidths.at(this.unitHeight);
    }

    /**
     * @param unitHeight    height of one rack unit; may have a fraction, edges are rounded to whole pixels
     * @param viewportWidth where lines wrap; at least one rack stands in each line
     */
    public static RackRowLayout of(RackPicture picture, Face face, double unitHeight, int viewportWidth) {
        var layout = new RackRowLayout(face, unitHeight, header(picture));
        layout.place(picture, viewportWidth);
        return layout;
    }

    /** The unit height with which the highest rack fills the viewport. */
    public static double fit(RackPicture picture, int viewportHeight) {
        int most = picture.racks().stream().mapToInt(Rack::heightUnits).max().orElse(42);
        int title = rowsOf(picture).size() > 1 ? TITLE : 0;
        double room = viewportHeight - MARGIN / 2.0 - header(picture) - 2 * FRAME - MARGIN - title;
        return Math.clamp(room / most, SMALLEST_UNIT, LARGEST_UNIT);
    }

    private static int header(RackPicture picture) {
        return picture.racks().stream().anyMatch(rack -> !rack.gauges().isEmpty()) ? HEADER + GAUGES : HEADER;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double unitHeight() {
        return unitHeight;
    }

    public Face face() {
        return face;
    }

    public Detail detail() {
        return unitHeight < 9 ? Detail.BLOCKS : Detail.LABELS;
    }

    /** Whether unit numbers have room. */
    boolean numbered() {
        return widths.numbered();
    }

    public List<RackBox> racks() {
        return List.copyOf(racks);
    }

    public List<RowTitle> titles() {
        return List.copyOf(titles);
    }

    /** Only these need painting. */
    public List<RackBox> visible(Box area) {
        return racks.stream().filter(rack -> rack.whole().inset(-2).intersects(area)).toList();
    }

    /** Where a rack's name stays in sight while the rack is scrolled below it; empty when its own place is in sight. */
    public Optional<Box> pinned(RackBox rack, Box viewport) {
        boolean above = rack.header().y() < viewport.y() && rack.frame().bottom() - HEADER > viewport.y();
        return above ? Optional.of(new Box(rack.header().x(), viewport.y(), rack.header().width(), HEADER))
                : Optional.empty();
    }

    public Optional<RackBox> rackOf(String device) {
        return Optional.ofNullable(byId.get(device)).map(Found::rack);
    }

    public Optional<Placed> find(String device) {
        return Optional.ofNullable(byId.get(device)).map(Found::placed);
    }

    /** The box of units {@code lowest} to {@code lowest + count - 1}. */
    public Box units(RackBox rack, int lowest, int count) {
        return span(rack.bay(), rack.rack(), lowest, lowest + count);
    }

    /** The box from one place to another, in units; 1.5 is the upper half of unit 1. */
    Box span(RackBox rack, double from, double to) {
        return span(rack.bay(), rack.rack(), from, to);
    }

    public Optional<RackHit> at(int x, int y) {
        for (var rack : racks) {
            if (rack.whole().contains(x, y)) {
                return Optional.of(within(rack, x, y));
            }
        }
        return Optional.empty();
    }

    /**
     * The device that a cursor key leads to: up and down within the rack, left and right to the device nearest in
     * height of the neighbour rack, Home and End to the top and bottom of the rack.
     *
     * @param from empty string or an unknown id begins at the top of the first rack
     */
    public Optional<String> move(String from, Move move) {
        var found = byId.get(from);
        if (found == null) {
            return racks.stream().filter(rack -> !rack.devices().isEmpty()).findFirst()
                    .map(rack -> rack.devices().getFirst().device().id());
        }
        var column = found.rack.devices();
        int index = column.indexOf(found.placed);
        if (index < 0) {
            return strip(found, move);
        }
        var next = switch (move) {
            case UP -> Optional.of(column.get(Math.max(0, index - 1)));
            case DOWN -> Optional.of(column.get(Math.min(column.size() - 1, index + 1)));
            case HOME -> Optional.of(column.getFirst());
            case END -> Optional.of(column.getLast());
            case LEFT -> beside(found, -1);
            case RIGHT -> beside(found, 1);
        };
        return next.map(placed -> placed.device().id());
    }

    private RackHit within(RackBox rack, int x, int y) {
        for (var strip : rack.strips()) {
            if (strip.box().contains(x, y)) {
                return new RackHit.OnDevice(rack.rack(), strip.device());
            }
        }
        if (!rack.bay().contains(x, y)) {
            return new RackHit.OnRack(rack.rack());
        }
        for (var placed : rack.devices()) {
            if (y >= placed.box().y() && y < placed.box().bottom()) {
                return new RackHit.OnDevice(rack.rack(), placed.device());
            }
        }
        int most = rack.rack().heightUnits();
        int down = Math.clamp((int) ((y - rack.bay().y()) / unitHeight), 0, most - 1);
        return new RackHit.OnUnit(rack.rack(),
                rack.rack().numbering() == Numbering.FROM_BOTTOM ? most - down : down + 1);
    }

    private Optional<Placed> beside(Found found, int step) {
        int middle = above(found.rack, found.placed);
        for (int i = racks.indexOf(found.rack) + step; i >= 0 && i < racks.size(); i += step) {
            Placed nearest = null;
            for (var candidate : racks.get(i).devices()) {
                if (nearest == null || Math.abs(above(racks.get(i), candidate) - middle)
                        < Math.abs(above(racks.get(i), nearest) - middle)) {
                    nearest = candidate;
                }
            }
            if (nearest != null) {
                return Optional.of(nearest);
            }
        }
        return Optional.of(found.placed);
    }

    /** Height above the floor of the rack, in pixels. */
    private static int above(RackBox rack, Placed placed) {
        return rack.bay().bottom() - placed.box().centreY();
    }

    /** From a strip beside the rails into the rack, or on to the neighbour. */
    private Optional<String> strip(Found found, Move move) {
        var inside = found.rack.devices().stream().findFirst();
        var next = switch (move) {
            case LEFT -> beside(found, -1);
            case RIGHT -> beside(found, 1);
            case UP, DOWN, HOME, END -> inside;
        };
        return next.or(() -> Optional.of(found.placed)).map(placed -> placed.device().id());
    }

    private void place(RackPicture picture, int viewportWidth) {
        var rows = rowsOf(picture);
        boolean titled = rows.size() > 1;
        int longest = rows.stream().mapToInt(List::size).max().orElse(1);
        int room = viewportWidth - 2 * MARGIN;
        int rackWidth = widths.fitted(room, longest);
        int columns = Math.max(1, (room + widths.gap()) / (rackWidth + widths.gap()));
        int y = MARGIN / 2;
        int line = 0;
        for (var row : rows) {
            if (titled) {
                titles.add(new RowTitle(row.getFirst().row(), new Box(MARGIN, y, Math.max(0, room), TITLE)));
                y += TITLE;
            }
            for (int from = 0; from < row.size(); from += columns) {
                y = placeLine(row.subList(from, Math.min(row.size(), from + columns)), y, rackWidth, line++);
            }
        }
        height = Math.max(0, y - LINE_GAP) + MARGIN;
    }

    /** Racks of one line stand on the same floor. @return where the next line begins */
    private int placeLine(List<Rack> line, int y, int rackWidth, int number) {
        int tallest = line.stream().mapToInt(rack -> frameHeight(rack.heightUnits())).max().orElse(0);
        int x = MARGIN;
        for (var rack : line) {
            int frameHeight = frameHeight(rack.heightUnits());
            int top = y + tallest - frameHeight;
            var frame = new Box(x, top + header, rackWidth, frameHeight);
            var strips = strips(rack, frame);
            int left = widths.left() + STRIP * (int) strips.stream().filter(s -> s.box().x() < frame.centreX()).count();
            int right = widths.right()
                    + STRIP * (int) strips.stream().filter(s -> s.box().x() > frame.centreX()).count();
            var bay = new Box(x + left, frame.y() + FRAME, rackWidth - left - right, frameHeight - 2 * FRAME);
            var box = new RackBox(rack, new Box(x, top, rackWidth, header), frame, bay, number, placed(rack, bay),
                    strips);
            racks.add(box);
            box.strips().forEach(placed -> byId.put(placed.device().id(), new Found(box, placed)));
            box.devices().forEach(placed -> byId.put(placed.device().id(), new Found(box, placed)));
            x += rackWidth + widths.gap();
        }
        width = Math.max(width, x - widths.gap() + MARGIN);
        return y + header + tallest + LINE_GAP;
    }

    /** Devices seen from this side, top first; of those mounted from the other side the ones that nothing hides. */
    private List<Placed> placed(Rack rack, Box bay) {
        var own = rack.devices().stream().filter(device -> device.face() == face).toList();
        var seen = new ArrayList<Placed>();
        for (var device : rack.devices()) {
            if (device.lowestUnit() < 1 || device.topUnit() > rack.heightUnits()) {
                continue; // recorded outside the rack: an audit finding, nothing to draw
            }
            boolean back = device.face() != face;
            if (!back || own.stream().noneMatch(device::overlaps)) {
                seen.add(new Placed(device, span(bay, rack, device.from(), device.to()), back));
            }
        }
        seen.sort(Comparator.comparingInt(placed -> placed.box().y()));
        return List.copyOf(seen);
    }

    /** Those of this side, at the outer edges of the frame; the rear sees left and right the other way round. */
    private List<Placed> strips(Rack rack, Box frame) {
        var seen = new ArrayList<Placed>();
        int left = frame.x() + FRAME - 1;
        int right = frame.right() - FRAME + 1;
        for (var strip : rack.strips()) {
            if (strip.device().face() != face) {
                continue;
            }
            boolean atLeft = strip.side() == RackPicture.Side.LEFT == (face == Face.FRONT);
            int x = atLeft ? left : right - STRIP + 1;
            seen.add(new Placed(strip.device(),
                    new Box(x, frame.y() + FRAME, STRIP - 1, frame.height() - 2 * FRAME), false));
            left += atLeft ? STRIP : 0;
            right -= atLeft ? 0 : STRIP;
        }
        return List.copyOf(seen);
    }

    private Box span(Box bay, Rack rack, double from, double to) {
        boolean up = rack.numbering() == Numbering.FROM_BOTTOM;
        double above = up ? rack.heightUnits() + 1 - to : from - 1;
        int top = bay.y() + (int) Math.round(above * unitHeight);
        int bottom = bay.y() + (int) Math.round((above + to - from) * unitHeight);
        return new Box(bay.x(), top, bay.width(), bottom - top);
    }

    private int frameHeight(int units) {
        return (int) Math.round(units * unitHeight) + 2 * FRAME;
    }

    private static List<List<Rack>> rowsOf(RackPicture picture) {
        var rows = new ArrayList<List<Rack>>();
        for (var rack : picture.racks()) {
            if (rows.isEmpty() || !rows.getLast().getLast().row().equals(rack.row())) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(rack);
        }
        return rows;
    }
}
