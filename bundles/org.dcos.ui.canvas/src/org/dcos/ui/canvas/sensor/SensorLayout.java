package org.dcos.ui.canvas.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.sensor.SensorPicture.Group;
import org.dcos.ui.canvas.sensor.SensorPicture.Row;

/**
 * Where groups and sensors stand: one below the other; a sensor is one line where there is room, else two. A pure
 * function of picture and width.
 */
public final class SensorLayout {

    static final int HEAD = 30;
    static final int LINE = 30;
    static final int TWO_LINES = 46;
    static final int MARK = 18;
    private static final int GAP = 12;
    private static final int PADDING = 8;
    private static final int BETWEEN_GROUPS = 8;
    private static final int BAR = 10;
    /** From here on everything of a sensor fits side by side. */
    private static final int WIDE = 640;
    private static final int VALUE = 92;
    private static final int STATE = 128;
    private static final int AGE = 48;
    private static final double NAME_SHARE = 0.24;
    private static final int LEAST_NAME = 120;

    /** A group's title. */
    public record Head(Group group, Box box) {}

    /**
     * A sensor.
     *
     * @param box   the whole
     * @param bar   the line with its zones, or the pills
     * @param value right-aligned, as the age
     */
    public record Placed(Row row, Box box, Box name, Box bar, Box value, Box state, Box age) {}

    private final List<Head> heads = new ArrayList<>();
    private final List<Placed> rows = new ArrayList<>();
    private final int height;

    private SensorLayout(SensorPicture picture, int width) {
        int y = 0;
        for (var group : picture.groups()) {
            y += heads.isEmpty() ? 0 : BETWEEN_GROUPS;
            heads.add(new Head(group, new Box(0, y, width, HEAD)));
            y += HEAD;
            for (var row : group.rows()) {
                var placed = width >= WIDE ? oneLine(row, y, width) : twoLines(row, y, width);
                rows.add(placed);
                y += placed.box().height();
            }
        }
        height = y;
    }

    public static SensorLayout of(SensorPicture picture, int width) {
        return new SensorLayout(picture, Math.max(1, width));
    }

    private static Placed oneLine(Row row, int y, int width) {
        int left = PADDING + MARK;
        int right = width - PADDING;
        var age = new Box(right - AGE, y, AGE, LINE);
        var state = new Box(age.x() - GAP - STATE, y, STATE, LINE);
        var value = new Box(state.x() - GAP - VALUE, y, VALUE, LINE);
        int wide = Math.max(LEAST_NAME, (int) (width * NAME_SHARE));
        var name = new Box(left, y, wide, LINE);
        int bar = name.right() + GAP;
        return new Placed(row, new Box(0, y, width, LINE), name,
                new Box(bar, y + (LINE - BAR) / 2, Math.max(0, value.x() - GAP - bar), BAR), value, state, age);
    }

    private static Placed twoLines(Row row, int y, int width) {
        int left = PADDING + MARK;
        int right = width - PADDING;
        int upper = TWO_LINES / 2 + 2;
        int lower = TWO_LINES - upper;
        var age = new Box(right - AGE, y, AGE, upper);
        var value = new Box(age.x() - VALUE, y, VALUE, upper);
        var name = new Box(left, y, Math.max(0, value.x() - GAP - left), upper);
        int words = Math.min(STATE, Math.max(0, (right - left) / 3));
        var state = new Box(right - words, y + upper - 3, words, lower);
        var bar = new Box(left, y + upper - 3 + (lower - BAR) / 2, Math.max(0, state.x() - GAP - left), BAR);
        return new Placed(row, new Box(0, y, width, TWO_LINES), name, bar, value, state, age);
    }

    public int height() {
        return height;
    }

    public List<Head> heads() {
        return List.copyOf(heads);
    }

    public List<Placed> rows() {
        return List.copyOf(rows);
    }

    public Optional<Placed> find(String id) {
        return rows.stream().filter(placed -> placed.row().id().equals(id)).findFirst();
    }

    public Optional<Placed> at(int x, int y) {
        return rows.stream().filter(placed -> placed.box().contains(x, y)).findFirst();
    }

    /** Up and down, over titles. @param from an id that is none begins at the first */
    public Optional<String> step(String from, Step step) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int at = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).row().id().equals(from)) {
                at = i;
            }
        }
        int to = switch (step) {
            case UP, LEFT -> at < 0 ? 0 : at - 1;
            case DOWN, RIGHT -> at + 1;
            case HOME -> 0;
            case END -> rows.size() - 1;
        };
        return to < 0 || to >= rows.size() ? Optional.empty() : Optional.of(rows.get(to).row().id());
    }
}
