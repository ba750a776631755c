package org.dcos.ui.canvas;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.eventlog.LogPicture;
import org.dcos.ui.canvas.eventlog.LogTimeline;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.sensor.SensorBoard;
import org.dcos.ui.canvas.sensor.SensorPicture;
import org.dcos.ui.canvas.sensor.SensorScale;
import org.dcos.ui.canvas.sensor.SensorScale.Limits;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Pictures of what a BMC tells. */
final class BmcScenes {

    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");

    static Map<String, Function<Composite, Canvas>> all() {
        var scenes = new LinkedHashMap<String, Function<Composite, Canvas>>();
        scenes.put("bmc-sensors", parent -> sensors(parent, 407));
        scenes.put("bmc-sensors-wide", parent -> sensors(parent, 980));
        scenes.put("bmc-log", parent -> log(parent, 407, 120));
        scenes.put("bmc-log-wide", parent -> log(parent, 1100, 4_000));
        return scenes;
    }

    private static Canvas sensors(Composite parent, int width) {
        var board = new SensorBoard(parent);
        board.setBounds(0, 0, width, 700);
        var upper = new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(38.0),
                Optional.of(42.0), Optional.of(46.0));
        var both = new Limits(Optional.of(10.2), Optional.of(10.8), Optional.of(11.2), Optional.of(12.8),
                Optional.of(13.2), Optional.of(13.8));
        var fan = new Limits(Optional.empty(), Optional.of(600.0), Optional.of(1000.0), Optional.empty(),
                Optional.empty(), Optional.empty());
        board.show(new SensorPicture("Sensors", "None", List.of(
                group("Temperatures", "4, 2 need a look", row("Inlet Temp", Mark.CRITICAL, 44.1, "°C", "above critical",
                        upper), row("CPU1 Temp", Mark.OK, 31, "°C", "normal", upper),
                        row("Exhaust Temp", Mark.WARNING, 39.5, "°C", "above warning", upper),
                        row("PCH Temp", Mark.STALE, 33, "°C", "not current", upper)),
                group("Fans", "3, 1 needs a look", row("Fan 1", Mark.OK, 9120, "rpm", "normal", fan),
                        row("Fan 2", Mark.CRITICAL, 540, "rpm", "below critical", fan),
                        row("Fan 3", Mark.OFF, Double.NaN, "rpm", "no reading", fan)),
                group("Voltages", "1", row("P12V", Mark.OK, 12.06, "V", "normal", both)),
                group("Power", "2", row("PSU1 Power", Mark.OK, 212, "W", "normal", Limits.NONE),
                        row("PSU2 Power", Mark.OK, 98, "W", "normal", Limits.NONE)),
                group("Drives", "3", states("Drive Bay 1", Mark.OK, "normal", "Drive present"),
                        states("Drive Bay 3", Mark.WARNING, "needs a look", "Drive present", "Predictive failure",
                                "In failed array"),
                        states("Drive Bay 4", Mark.OFF, "no reading")))));
        board.setCards(id -> new Card(id, Mark.CRITICAL, "above critical", List.of(Fact.of("Value", "44.1 °C"),
                Fact.of("Upper critical", "42.0 °C"), Fact.of("Upper warning", "38.0 °C"))));
        board.select("CPU1 Temp");
        board.showCard("Inlet Temp");
        return board;
    }

    private static SensorPicture.Group group(String title, String note, SensorPicture.Row... rows) {
        return new SensorPicture.Group(title, note, List.of(rows));
    }

    private static SensorPicture.Row row(String name, Mark mark, double value, String unit, String state,
            Limits limits) {
        boolean none = Double.isNaN(value);
        return new SensorPicture.Row(name, name, mark, none ? "" : "%,.1f %s".formatted(value, unit), state,
                mark == Mark.STALE ? "6 min" : "20 s", none || mark == Mark.STALE,
                Optional.of(SensorScale.of(none ? OptionalDouble.empty() : OptionalDouble.of(value), limits, 220)),
                List.of());
    }

    private static SensorPicture.Row states(String name, Mark mark, String state, String... pills) {
        return new SensorPicture.Row(name, name, mark, "", state, "20 s", mark == Mark.OFF, Optional.empty(),
                List.of(pills));
    }

    private static Canvas log(Composite parent, int width, int count) {
        var canvas = new LogTimeline(parent);
        canvas.setBounds(0, 0, width, 116);
        var random = new Random(5);
        var entries = new ArrayList<LogPicture.Entry>();
        var from = NOW.minus(Duration.ofDays(9));
        for (int i = 0; i < count; i++) {
            int lane = i % 40 == 7 ? 0 : random.nextInt(6) == 0 ? 1 : 2;
            var at = from.plusSeconds((long) (Duration.ofDays(9).toSeconds() * Math.pow((i + 1.0) / count, 0.6)));
            entries.add(new LogPicture.Entry("e" + i, lane, at, lane == 0 ? Mark.CRITICAL
                    : lane == 1 ? Mark.WARNING : Mark.NONE));
        }
        canvas.setPicture(new LogPicture("Log", from, NOW, ZoneOffset.UTC,
                List.of(new LogPicture.Lane("critical", Mark.CRITICAL), new LogPicture.Lane("warning", Mark.WARNING),
                        new LogPicture.Lane("information", Mark.NONE)),
                entries,
                List.of(new LogPicture.Span(0, NOW.minus(Duration.ofHours(70)),
                        Optional.of(NOW.minus(Duration.ofHours(40))), Mark.CRITICAL),
                        new LogPicture.Span(1, NOW.minus(Duration.ofHours(20)), Optional.empty(), Mark.WARNING))));
        canvas.setCards(ids -> new Card(ids.size() + " entries", Mark.WARNING, "11-20 03:00 to 11-20 07:00",
                List.of(Fact.of("03:00:12", "Fan 2 lower critical going low"))));
        var chosen = canvas.axis().clusters().get(2);
        canvas.select(chosen.id());
        canvas.showCard(chosen.id());
        return canvas;
    }

    private BmcScenes() {}
}
