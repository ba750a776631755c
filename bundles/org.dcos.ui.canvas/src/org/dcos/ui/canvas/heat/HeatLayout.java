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
 * Where racks and cells are, in pixels at scale 1. Rows are broken so that the whole is about as wide as the window.
 * Pure arithmetic.
 */
public final class HeatLayout {

    static final int UNIT = 8;
    static final int RACK = 46;
    static final int GAP = 6;
    static final int NAME = 14;
    static final int TITLE = 24;
    private static final int MARGIN = 12;
    private static final int LINE_GAP = 12;

    /** A cell where it is seen. */
    public record Placed(Cell cell, Box box) {}

    /** A rack where it is seen. @param name where its name stands */
    public record RackBox(Rack rack, Box name, Box frame, List<Placed> cells) {}

    /** The name of a row. */
    public record RowTitle(String text, Box box) {}

    private final List<RackBox> racks = new ArrayList<>();
    private final List<RowTitle> titles = new ArrayList<>();
    private final Map<String, Placed> cells = new HashMap<>();
    private final Map<String, RackBox> rackOf = new HashMap<>();
    private final int width;
    private final int height;

    private HeatLayout(HeatPicture picture, double aspect) {
        int columns = columns(picture, aspect);
        int y = MARGIN;
        int widest = 0;
        for (var row : picture.rows()) {
            if (!row.name().isEmpty()) {
                titles.add(new RowTitle(row.name(), new Box(MARGIN, y, columns * (RACK + GAP), TITLE)));
                y += TITLE;
            }
            for (int from = 0; from < row.racks().size(); from += columns) {
                var line = row.racks().subList(from, Math.min(row.racks().size(), from + columns));
                int tallest = line.stream().mapToInt(Rack::heightUnits).max().orElse(0) * UNIT;
                for (int i = 0; i < line.size(); i++) {
                    place(line.get(i), MARGIN + i * (RACK + GAP), y, tallest);
                }
                widest = Math.max(widest, line.size());
                y += NAME + tallest + LINE_GAP;
            }
        }
        width = 2 * MARGIN + Math.max(1, widest) * (RACK + GAP);
        height = y + MARGIN;
    }

    /** @param aspect width to height of the window */
    public static HeatLayout of(HeatPicture picture, double aspect) {
        return new HeatLayout(picture, aspect);
    }

    /** Racks side by side with which the whole is about as wide to its height as the window. */
    private static int columns(HeatPicture picture, double aspect) {
        int most = picture.rows().stream().mapToInt(row -> row.racks().size()).max().orElse(1);
        int best = 1;
        double nearest = Double.MAX_VALUE;
        for (int columns = 1; columns <= Math.max(1, most); columns++) {
            double high = 2.0 * MARGIN;
            int widest = 0;
            for (var row : picture.rows()) {
                int lines = (row.racks().size() + columns - 1) / columns;
                int tallest = row.racks().stream().mapToInt(Rack::heightUnits).max().orElse(0);
                high += (row.name().isEmpty() ? 0 : TITLE) + lines * (double) (NAME + tallest * UNIT + LINE_GAP);
                widest = Math.max(widest, Math.min(columns, row.racks().size()));
            }
            double off = Math.abs(Math.log((2 * MARGIN + widest * (RACK + GAP)) / high / aspect));
            if (off < nearest) {
                nearest = off;
                best = columns;
            }
        }
        return best;
    }

    private void place(Rack rack, int x, int y, int tallest) {
        int high = rack.heightUnits() * UNIT;
        int top = y + NAME + tallest - high;
        var frame = new Box(x, top, RACK, high);
        var placed = new ArrayList<Placed>(rack.cells().size());
        for (var cell : rack.cells()) {
            double above = rack.fromTop() ? cell.from() - 1 : rack.heightUnits() + 1 - cell.from() - cell.units();
            if (above < 0 || above + cell.units() > rack.heightUnits()) {
                continue; // recorded outside the rack: an audit finding, nothing to draw
            }
            int from = top + (int) Math.round(above * UNIT);
            int to = top + (int) Math.round((above + cell.units()) * UNIT);
            placed.add(new Placed(cell, new Box(x + 1, from, RACK - 2, to - from)));
        }
        var box = new RackBox(rack, new Box(x, top - NAME, RACK, NAME), frame, List.copyOf(placed));
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
