package org.dcos.ui.canvas.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.picture.Nearest;
import org.dcos.ui.canvas.picture.Step;
import org.dcos.ui.canvas.trace.TracePicture.Cable;
import org.dcos.ui.canvas.trace.TracePicture.Part;

/**
 * Where the pieces of a trace are, in pixels at scale 1. Stations stand in lines from left to right; the cable after
 * the last one of a line goes round to the beginning of the next. Pure arithmetic.
 */
public final class TraceLayout {

    static final int MARGIN = 24;
    static final int STATION_WIDTH = 176;
    static final int STATION_HEIGHT = 96;
    static final int LEAST_CABLE = 132;
    static final int MOST_CABLE = 230;
    static final int LINE_GAP = 60;
    static final int TURN = 14;
    /** Middle of the row of ports, from the top of a station. */
    static final int PORT = 76;

    private static final int REACH = 14;

    /** A corner of a cable. */
    public record Corner(int x, int y) {}

    /** A station or a missing end. */
    public record Stop(Part part, Box box) {}

    /**
     * A cable where it is seen.
     *
     * @param corners its way, from port to port
     * @param label   where its texts have room, around a straight piece in the middle of the height
     */
    public record Run(Cable cable, List<Corner> corners, Box label) {}

    private final Map<String, Stop> stops = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private int width;
    private int height;

    private TraceLayout() {}

    /** @param viewportWidth where lines end; at least one station stands in each */
    public static TraceLayout of(TracePicture picture, int viewportWidth) {
        var layout = new TraceLayout();
        layout.place(picture.parts(), viewportWidth);
        return layout;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public List<Stop> stops() {
        return List.copyOf(stops.values());
    }

    public List<Run> runs() {
        return List.copyOf(runs.values());
    }

    /** Where a station or a cable's label is. */
    public Optional<Box> box(String id) {
        return Optional.ofNullable(stops.get(id)).map(Stop::box)
                .or(() -> Optional.ofNullable(runs.get(id)).map(Run::label));
    }

    public Optional<Part> part(String id) {
        return Optional.ofNullable(stops.get(id)).map(Stop::part)
                .or(() -> Optional.ofNullable(runs.get(id)).map(Run::cable));
    }

    public Optional<String> at(int x, int y) {
        return stops.values().stream().filter(stop -> stop.box().contains(x, y)).map(stop -> stop.part().id())
                .findFirst()
                .or(() -> runs.values().stream().filter(run -> touches(run, x, y)).map(run -> run.cable().id())
                        .findFirst());
    }

    /** Left and right go along the way, up and down to the line above and below. */
    public Optional<String> step(String from, Step step) {
        int index = order.indexOf(from);
        if (order.isEmpty() || index < 0) {
            return order.stream().findFirst();
        }
        return switch (step) {
            case LEFT -> Optional.of(order.get(Math.max(0, index - 1)));
            case RIGHT -> Optional.of(order.get(Math.min(order.size() - 1, index + 1)));
            case HOME -> Optional.of(order.getFirst());
            case END -> Optional.of(order.getLast());
            case UP, DOWN -> Optional.of(Nearest.from(from, step, boxes()).orElse(from));
        };
    }

    private Map<String, Box> boxes() {
        var boxes = new LinkedHashMap<String, Box>();
        order.forEach(id -> boxes.put(id, box(id).orElseThrow()));
        return boxes;
    }

    private void place(List<Part> parts, int viewportWidth) {
        int stations = (parts.size() + 1) / 2;
        int room = Math.max(STATION_WIDTH, viewportWidth - 2 * MARGIN);
        int perLine = Math.clamp((room + LEAST_CABLE) / (STATION_WIDTH + LEAST_CABLE), 1, Math.max(1, stations));
        int lines = Math.ceilDiv(Math.max(1, stations), perLine);
        perLine = Math.ceilDiv(Math.max(1, stations), lines); // lines of equal length, not a lonely one at the end
        int between = perLine < 2 ? LEAST_CABLE
                : Math.clamp((room - perLine * STATION_WIDTH) / (perLine - 1), LEAST_CABLE, MOST_CABLE);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            order.add(part.id());
            if (!(part instanceof Cable)) {
                int station = i / 2;
                int x = MARGIN + station % perLine * (STATION_WIDTH + between);
                int y = MARGIN + station / perLine * (STATION_HEIGHT + LINE_GAP);
                stops.put(part.id(), new Stop(part, new Box(x, y, STATION_WIDTH, STATION_HEIGHT)));
            }
        }
        for (int i = 1; i + 1 < parts.size(); i += 2) {
            if (parts.get(i) instanceof Cable cable) {
                runs.put(cable.id(), run(cable, stops.get(parts.get(i - 1).id()).box(),
                        stops.get(parts.get(i + 1).id()).box()));
            }
        }
        width = 2 * MARGIN + perLine * STATION_WIDTH + (perLine - 1) * between;
        height = 2 * MARGIN + lines * STATION_HEIGHT + (lines - 1) * LINE_GAP;
    }

    private static Run run(Cable cable, Box from, Box to) {
        int y1 = from.y() + PORT;
        int y2 = to.y() + PORT;
        if (from.y() == to.y()) {
            return new Run(cable, List.of(new Corner(from.right(), y1), new Corner(to.x(), y2)),
                    new Box(from.right() + REACH, y1 - 20, to.x() - from.right() - 2 * REACH, 40));
        }
        int right = from.right() + TURN;
        int left = to.x() - TURN;
        int lane = from.bottom() + LINE_GAP / 2;
        var corners = List.of(new Corner(from.right(), y1), new Corner(right, y1), new Corner(right, lane),
                new Corner(left, lane), new Corner(left, y2), new Corner(to.x(), y2));
        int middle = (left + right) / 2;
        int wide = Math.min(MOST_CABLE, right - left);
        return new Run(cable, corners, new Box(middle - wide / 2, lane - 20, wide, 40));
    }

    private static boolean touches(Run run, int x, int y) {
        var corners = run.corners();
        for (int i = 1; i < corners.size(); i++) {
            var a = corners.get(i - 1);
            var b = corners.get(i);
            var box = new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()) + 1,
                    Math.abs(a.y() - b.y()) + 1).inset(-5);
            if (box.contains(x, y)) {
                return true;
            }
        }
        return run.label().contains(x, y);
    }
}
