package org.dcos.ui.canvas;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.dcos.domain.cmdb.Face;
import org.dcos.ui.canvas.chart.ChartPicture;
import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;
import org.dcos.ui.canvas.chart.ChartPicture.Threshold;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackPicture.Device;
import org.dcos.ui.canvas.rack.RackPicture.Kind;
import org.dcos.ui.canvas.rack.RackPicture.Rack;

/** Believable racks and series: row A of the sketches. */
final class GalleryData {

    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    private static final int[][] HEIGHTS = {{2, 2, 1, 2, 2, 2, 1, 1, 1, 2, 4, 2, 1, 2, 4, 4, 2, 1},
        {2, 1, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 1, 4, 2, 2, 4, 2, 1}, {2, 2, 2, 1, 4, 2, 1, 2, 4, 2, 4, 2, 1},
        {2, 4, 2, 2, 2, 2, 2, 2, 2}};
    private static final String[] LOADS = {"7.1 / 9 kW", "8.4 / 9 kW", "5.9 / 9 kW", "3.2 / 9 kW"};

    static RackPicture rowA() {
        var racks = new ArrayList<Rack>();
        for (int i = 0; i < 4; i++) {
            racks.add(rack("a", i + 1, HEIGHTS[i], LOADS[i], i == 1 ? Mark.WARNING : Mark.NONE, "Row A"));
        }
        return new RackPicture(racks);
    }

    /** Racks in rows, most of them full. */
    static RackPicture hall(int racks, int perRow) {
        var random = new Random(7);
        var all = new ArrayList<Rack>();
        for (int i = 0; i < racks; i++) {
            String row = String.valueOf((char) ('a' + i / perRow % 26));
            int[] heights = random.ints(40, 0, 10).map(n -> n < 6 ? 1 : n < 9 ? 2 : 4).toArray();
            all.add(rack(row, i + 1, heights, "%.1f / 9 kW".formatted(3 + random.nextDouble() * 5), Mark.NONE,
                    "Row " + row.toUpperCase() + (i / perRow)));
        }
        return new RackPicture(all);
    }

    private static Rack rack(String row, int number, int[] heights, String load, Mark loadMark, String title) {
        String name = "%s%02d".formatted(row, number);
        var devices = new ArrayList<Device>();
        var random = new Random(number);
        for (int i = 0; i < 2; i++) {
            devices.add(
                    Device.server(name + "-sw" + i, "sw-%s-%d".formatted(name, i + 1), 42 - i, 1).kind(Kind.SWITCH));
        }
        int top = 40;
        for (int i = 0; i < heights.length && top - heights[i] >= 0; i++) {
            top -= heights[i];
            var device = Device.server(name + "-" + i, "srv-%s-%02d".formatted(name, i + 1), top + 1, heights[i]);
            devices.add(state(device.measured(OptionalDouble.of(180 + random.nextInt(260) * heights[i]),
                    OptionalDouble.of(21 + random.nextInt(9)), Optional.of(Duration.ofSeconds(20)))));
        }
        devices.add(Device.server(name + "-pdu", "pdu-" + name, 1, 1).kind(Kind.POWER).face(Face.REAR).mark(Mark.OK));
        return new Rack(name, name.toUpperCase(), title, 42, load, loadMark, devices);
    }

    private static Device state(Device device) {
        return switch (device.label()) {
            case "srv-a03-04" ->
                    device.mark(Mark.CRITICAL).measured(device.watts(), OptionalDouble.of(44.1), device.age());
            case "srv-a02-06" -> device.mark(Mark.WARNING);
            case "srv-a03-07", "srv-a03-08" -> device.mark(Mark.STALE).measured(device.watts(), device.celsius(),
                    Optional.of(Duration.ofMinutes(6))).mutedSince("6 min");
            case "srv-a04-03", "srv-a04-08" -> device.mark(Mark.OFF).mutedSince("").measured(OptionalDouble.of(12),
                    OptionalDouble.empty(), device.age());
            default -> device;
        };
    }

    static Card card(Device device) {
        return new Card(device.label(), device.mark(),
                device.mark() == Mark.CRITICAL ? "Inlet temperature 44.1 °C above 42 °C for 5 min" : "",
                List.of(Fact.of("Model", "Huawei 2288H V5"), Fact.of("Serial", "2102311XDB10K4000123"),
                        Fact.of("Place", "A03 U%d–%d front".formatted(device.lowestUnit(), device.topUnit())),
                        new Fact("Power", "810 W", Mark.NONE, "20 s"),
                        new Fact("Inlet", "44.1 °C", device.mark(), "20 s")));
    }

    static ChartPicture temperatures(boolean chinese) {
        var from = NOW.minus(Duration.ofHours(4));
        return new ChartPicture("°C", from, NOW, true, chinese ? "现在" : "now", ZoneId.of("Asia/Shanghai"),
                List.of(new Series(chinese ? "进风温度" : "Inlet Temp", Mark.CRITICAL, inlet(from), Duration.ofMinutes(3)),
                        new Series("CPU1 Temp", Mark.NONE, wave(from, 38, 2, 0.5), Duration.ofMinutes(3)),
                        new Series("CPU2 Temp", Mark.NONE, gap(wave(from, 22, 1.4, 1.5)), Duration.ofMinutes(3))),
                List.of(new Threshold(chinese ? "严重上限 42" : "upper critical 42", 42, Mark.CRITICAL)));
    }

    static ChartPicture many() {
        var from = NOW.minus(Duration.ofHours(36));
        var series = new ArrayList<Series>();
        for (int i = 0; i < 8; i++) {
            series.add(Series.of("srv-a0%d-power".formatted(i + 1), wave(from, 9, 250 + 130 * i, 24 + 4 * i, i * 0.7)));
        }
        return new ChartPicture("W", from, NOW, true, "now", ZoneId.of("Asia/Shanghai"), series, List.of());
    }

    private static List<Point> inlet(Instant from) {
        var points = new ArrayList<Point>();
        for (int minute = 0; minute <= 240; minute++) {
            double value = minute < 150 ? 27 + 3 * Math.sin(minute / 32.0)
                    : 25 + 19 * (1 - Math.exp(-(minute - 150) / 45.0));
            points.add(Point.of(from.plus(Duration.ofMinutes(minute)), value));
        }
        return points;
    }

    private static List<Point> wave(Instant from, double middle, double height, double phase) {
        return wave(from, 1, middle, height, phase);
    }

    private static List<Point> wave(Instant from, int step, double middle, double height, double phase) {
        var points = new ArrayList<Point>();
        for (int minute = 0; minute <= 240; minute++) {
            double value = middle + height * Math.sin(minute / 25.0 + phase);
            points.add(new Point(from.plus(Duration.ofMinutes((long) minute * step)), value, value - height / 2,
                    value + height / 2));
        }
        return points;
    }

    private static List<Point> gap(List<Point> points) {
        return points.stream().filter(point -> point.at().isBefore(NOW.minus(Duration.ofMinutes(120)))
                || point.at().isAfter(NOW.minus(Duration.ofMinutes(95)))).toList();
    }

    private GalleryData() {}
}
