package org.dcos.ui.canvas.heat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.heat.HeatPicture.Cell;
import org.dcos.ui.canvas.heat.HeatPicture.Rack;
import org.dcos.ui.canvas.picture.Step;

/**
 * Where racks and cells are, in pixels at scale 1. Rows of racks stand side by side as long as there is room, and are
 * broken where they are longer than the window; racks are as wide as the window lets them be. Pure arithmetic.
 */
public final class HeatLayout {

    static final int UNIT = 8;
    static final int RACK = 46;
    static final int WIDEST_RACK = 190;
    static final int GAP = 6;
    static final int NAME = 14;
    static final int TITLE = 24;
    /** A rack that is seen narrower has no name. */
    static final int LEAST_NAMED = 22;
    /** A picture is not blown up beyond this to fill the window. */
    static final double MOST = 2;
    private static final int MARGIN = 12;
    private static final int LINE_GAP = 12;
    private static final int BLOCK_GAP = 22;
    private static final int LEAST_TITLE = 84;
    private static final double STEP = 1.06;
    private static final double TITLE_PIXELS = 17;
    private static final double NAME_PIXELS = 13;

    /** A cell where it is seen. */
    public record Placed(Cell cell, Box box) {}

    /** A rack where it is seen. @param name where its name stands */
    public record RackBox(Rack rack, Box name, Box frame, List<Placed> cells) {}

    /** The name of a row. */
    public record RowTitle(String text, Box box) {}

    /** Racks of one row side by side. @param name empty where a row goes on that was broken */
    private record Block(String name, List<Rack> racks) {
        int wide(int rack) {
            return Math.max(racks.size() * (rack + GAP) - GAP, name.isEmpty() ? 0 : LEAST_TITLE);
        }
    }

    /** Blocks side by side. */
    private record Line(List<Block> blocks) {
        int wide(int rack) {
            return blocks.stream().mapToInt(block -> block.wide(rack)).sum() + (blocks.size() - 1) * BLOCK_GAP;
        }

        boolean titled() {
            return blocks.stream().anyMatch(block -> !block.name().isEmpty());
        }

        int tallest() {
            return UNIT * blocks.stream().flatMap(block -> block.racks().stream()).mapToInt(Rack::heightUnits).max()
                    .orElse(0);
        }

        int high(int title, int name) {
            return (titled() ? title : 0) + name + tallest() + LINE_GAP;
        }
    }

    private final List<RackBox> racks = new ArrayList<>();
    private final List<RowTitle> titles = new ArrayList<>();
    private final Map<String, Placed> cells = new HashMap<>();
    private final Map<String, RackBox> rackOf = new HashMap<>();
    private final int rackWidth;
    private final int nameHeight;
    private final int width;
    private final int height;

    private HeatLayout(HeatPicture picture, int viewportWidth, int viewportHeight) {
        var lines = lines(picture, viewportWidth, viewportHeight);
        // words keep their size when the picture is small, and need more room of it
        double first = scale(lines, viewportWidth, viewportHeight);
        int title = (int) Math.round(Math.clamp(TITLE_PIXELS / first, TITLE, 3.0 * TITLE));
        nameHeight = RACK * first < LEAST_NAMED ? NAME
                : (int) Math.round(Math.clamp(NAME_PIXELS / first, NAME, 3.0 * NAME));
        height = high(lines, title, nameHeight);
        double room = viewportWidth / Math.min(MOST, viewportHeight / (double) height);
        int wide = WIDEST_RACK;
        while (wide > RACK && wide(lines, wide) > room) {
            wide -= 2;
        }
        rackWidth = wide;
        width = wide(lines, wide);
        int y = MARGIN;
        for (var line : lines) {
            int x = MARGIN;
            for (var block : line.blocks()) {
                if (!block.name().isEmpty()) {
                    boolean last = block.equals(line.blocks().getLast());
                    titles.add(new RowTitle(block.name(), new Box(x, y, last ? Math.max(block.wide(wide),
                            width - MARGIN - x) : block.wide(wide), title)));
                }
                for (int i = 0; i < block.racks().size(); i++) {
                    place(block.racks().get(i), x + i * (wide + GAP), y + (line.titled() ? title : 0), line.tallest());
                }
                x += block.wide(wide) + BLOCK_GAP;
            }
            y += line.high(title, nameHeight);
        }
    }

    /** @param viewportWidth of the window, in its pixels */
    public static HeatLayout of(HeatPicture picture, int viewportWidth, int viewportHeight) {
        return new HeatLayout(picture, Math.max(1, viewportWidth), Math.max(1, viewportHeight));
    }

    /** The lines with which everything is seen the largest. */
    private static List<Line> lines(HeatPicture picture, int viewportWidth, int viewportHeight) {
        int all = picture.rows().stream().mapToInt(row -> row.racks().size()).sum();
        double most = (double) all * (RACK + GAP) + (double) picture.rows().size() * (BLOCK_GAP + LEAST_TITLE);
        var best = lines(picture, (int) most);
        double largest = scale(best, viewportWidth, viewportHeight);
        for (double across = RACK + GAP; across < most; across *= STEP) {
            var lines = lines(picture, (int) across);
            double scale = scale(lines, viewportWidth, viewportHeight);
            if (scale > largest) {
                largest = scale;
                best = lines;
            }
        }
        return best;
    }

    private static List<Line> lines(HeatPicture picture, int across) {
        int most = Math.max(1, (across + GAP) / (RACK + GAP));
        var lines = new ArrayList<Line>();
        var blocks = new ArrayList<Block>();
        for (var row : picture.rows()) {
            for (int from = 0; from < row.racks().size(); from += most) {
                var block = new Block(from == 0 ? row.name() : "",
                        row.racks().subList(from, Math.min(row.racks().size(), from + most)));
                blocks.add(block);
                if (blocks.size() > 1 && new Line(blocks).wide(RACK) > across) {
                    blocks.removeLast();
                    lines.add(new Line(List.copyOf(blocks)));
                    blocks.clear();
                    blocks.add(block);
                }
            }
        }
        if (!blocks.isEmpty()) {
            lines.add(new Line(List.copyOf(blocks)));
        }
        return lines;
    }

    private static int wide(List<Line> lines, int rack) {
        return 2 * MARGIN + lines.stream().mapToInt(line -> line.wide(rack)).max().orElse(RACK);
    }

    private static int high(List<Line> lines, int title, int name) {
        return 2 * MARGIN - LINE_GAP + lines.stream().mapToInt(line -> line.high(title, name)).sum();
    }

    private static double scale(List<Line> lines, int viewportWidth, int viewportHeight) {
        return Math.min(MOST, Math.min(viewportWidth / (double) wide(lines, RACK),
                viewportHeight / (double) high(lines, TITLE, NAME)));
    }

    private void place(Rack rack, int x, int y, int tallest) {
        int high = rack.heightUnits() * UNIT;
        int top = y + nameHeight + tallest - high;
        var frame = new Box(x, top, rackWidth, high);
        var placed = new ArrayList<Placed>(rack.cells().size());
        for (var cell : rack.cells()) {
            double above = rack.fromTop() ? cell.from() - 1 : rack.heightUnits() + 1 - cell.from() - cell.units();
            if (above < 0 || above + cell.units() > rack.heightUnits()) {
                continue; // recorded outside the rack: an audit finding, nothing to draw
            }
            int from = top + (int) Math.round(above * UNIT);
            int to = top + (int) Math.round((above + cell.units()) * UNIT);
            placed.add(new Placed(cell, new Box(x + 1, from, rackWidth - 2, to - from)));
        }
        var box = new RackBox(rack, new Box(x, top - nameHeight, rackWidth, nameHeight), frame, List.copyOf(placed));
        racks.add(box);
        placed.forEach(one -> {
            cells.put(one.cell().id(), one);
            rackOf.put(one.cell().id(), box);
        });
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public List<RackBox> racks() {
        return racks;
    }

    public List<RowTitle> titles() {
        return titles;
    }

    public Optional<Placed> find(String id) {
        return Optional.ofNullable(cells.get(id));
    }

    public Optional<String> at(int x, int y) {
        for (var rack : racks) {
            if (rack.frame().contains(x, y)) {
                for (var placed : rack.cells()) {
                    if (placed.box().contains(x, y)) {
                        return Optional.of(placed.cell().id());
                    }
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Up and down within the rack, left and right to the nearest in height of the next rack that has any. */
    public Optional<String> step(String from, Step step) {
        var rack = rackOf.get(from);
        if (rack == null) {
            return racks.stream().flatMap(box -> box.cells().stream()).findFirst().map(one -> one.cell().id());
        }
        int middle = cells.get(from).box().centreY();
        return switch (step) {
            case UP -> vertical(rack, middle, -1);
            case DOWN -> vertical(rack, middle, 1);
            case HOME -> vertical(rack, rack.frame().y() - 1, 1);
            case END -> vertical(rack, rack.frame().bottom() + 1, -1);
            case LEFT -> beside(rack, middle, -1);
            case RIGHT -> beside(rack, middle, 1);
        };
    }

    private static Optional<String> vertical(RackBox rack, int middle, int way) {
        return rack.cells().stream().filter(one -> (one.box().centreY() - middle) * way > 0)
                .min(Comparator.comparingInt(one -> Math.abs(one.box().centreY() - middle)))
                .map(one -> one.cell().id());
    }

    private Optional<String> beside(RackBox rack, int middle, int way) {
        for (int i = racks.indexOf(rack) + way; i >= 0 && i < racks.size(); i += way) {
            var found = racks.get(i).cells().stream().min(Comparator.comparingInt(
                    one -> Math.abs(one.box().centreY() - middle)));
            if (found.isPresent()) {
                return found.map(one -> one.cell().id());
            }
        }
        return Optional.empty();
    }
}
