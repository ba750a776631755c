package org.dcos.ui.canvas.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.floor.FloorPicture.Gap;
import org.dcos.ui.canvas.floor.FloorPicture.Rack;
import org.dcos.ui.canvas.floor.FloorPicture.Row;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.Nearest;
import org.dcos.ui.canvas.picture.Step;

/**
 * Where rows, racks and aisles of a room are, in pixels at scale 1 from the top left. Pure arithmetic. Aisles lie
 * above, between and below the rows; what looks into an aisle decides whether it is cold or hot.
 */
public final class FloorLayout {

    static final int TILE_WIDTH = 60;
    static final int TILE_HEIGHT = 72;
    static final int AISLE = 40;
    static final int MARGIN = 20;
    static final int NAME = 64;

    /** What air stands in an aisle. */
    public enum Air { COLD, HOT, MIXED }

    /** An aisle where it is seen. */
    public record Aisle(Air air, Box box) {}

    /** A rack where it is seen. @param front the edge at which its doors to the cold air are */
    public record Tile(Rack rack, Facing front, Box box) {}

    /** Something that is no rack. */
    public record Blank(String label, Box box) {}

    /** The name of a row, to its left. */
    public record RowName(String text, Box box) {}

    private final Map<String, Tile> tiles = new LinkedHashMap<>();
    private final List<Aisle> aisles = new ArrayList<>();
    private final List<Blank> blanks = new ArrayList<>();
    private final List<RowName> names = new ArrayList<>();
    private int width;
    private int height;

    private FloorLayout() {}

    public static FloorLayout of(FloorPicture picture) {
        var layout = new FloorLayout();
        layout.place(picture.rows());
        return layout;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row by row, left to right. */
    public List<Tile> tiles() {
        return List.copyOf(tiles.values());
    }

    public List<Aisle> aisles() {
        return List.copyOf(aisles);
    }

    public List<Blank> blanks() {
        return List.copyOf(blanks);
    }

    public List<RowName> names() {
        return List.copyOf(names);
    }

    public Optional<Tile> find(String rack) {
        return Optional.ofNullable(tiles.get(rack));
    }

    public Optional<Tile> at(int x, int y) {
        return tiles.values().stream().filter(tile -> tile.box().contains(x, y)).findFirst();
    }

    /** The rack that a cursor key leads to; from nothing to the first. */
    public Optional<String> step(String from, Step step) {
        var boxes = new LinkedHashMap<String, Box>();
        tiles.forEach((id, tile) -> boxes.put(id, tile.box()));
        return Nearest.from(from, step, boxes);
    }

    private void place(List<Row> rows) {
        int widest = rows.stream().mapToInt(FloorLayout::widths).max().orElse(0) * TILE_WIDTH;
        int left = MARGIN + NAME;
        int y = MARGIN;
        for (int i = 0; i < rows.size(); i++) {
            aisles.add(new Aisle(air(rows, i), new Box(left, y, widest, AISLE)));
            y += AISLE;
            placeRow(rows.get(i), left, y);
            y += TILE_HEIGHT;
        }
        if (!rows.isEmpty()) {
            aisles.add(new Aisle(air(rows, rows.size()), new Box(left, y, widest, AISLE)));
            y += AISLE;
        }
        width = left + widest + MARGIN;
        height = y + MARGIN;
    }

    private void placeRow(Row row, int left, int y) {
        names.add(new RowName(row.name(), new Box(MARGIN, y, NAME - 8, TILE_HEIGHT)));
        int x = left;
        for (var spot : row.spots()) {
            var box = new Box(x, y, spot.widths() * TILE_WIDTH, TILE_HEIGHT);
            switch (spot) {
                case Rack rack -> tiles.put(rack.id(), new Tile(rack, row.facing(), box));
                case Gap(int _, var label) -> blanks.add(new Blank(label, box));
            }
            x = box.right();
        }
    }

    /** Of the aisle above row {@code below}: fronts that look into it make it cold, backs hot. */
    private static Air air(List<Row> rows, int below) {
        boolean frontsAbove = below > 0 && rows.get(below - 1).facing() == Facing.DOWN;
        boolean backsAbove = below > 0 && !frontsAbove;
        boolean frontsBelow = below < rows.size() && rows.get(below).facing() == Facing.UP;
        boolean backsBelow = below < rows.size() && !frontsBelow;
        boolean fronts = frontsAbove || frontsBelow;
        boolean backs = backsAbove || backsBelow;
        return fronts && backs ? Air.MIXED : fronts ? Air.COLD : Air.HOT;
    }

    private static int widths(Row row) {
        return row.spots().stream().mapToInt(FloorPicture.Spot::widths).sum();
    }
}
