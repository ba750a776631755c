package org.dcos.ui.parts.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.chart.ChartPicture;
import org.dcos.ui.canvas.chart.SeriesChart;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.device.SensorChart;
import org.dcos.ui.model.device.SensorRow;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Column;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.RowTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Sensors over time above, all of them as they are now below. Choosing one draws it. */
final class SensorsSection {

    private static final int CHART_HEIGHT = 210;
    /** On a low window the chart gives way to the table, down to this. */
    private static final int LOWEST_CHART = 150;
    private static final double CHART_SHARE = 0.45;
    private static final List<Duration> SPANS = List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1),
            Duration.ofDays(7));
    /** Buckets without a sample before a line is broken. */
    private static final int MOST_MISSED = 3;

    private final Desk desk;
    private final DeviceModel model;
    private final Composite content;
    private final SeriesChart chart;
    private final RowTable<SensorRow> table;
    private List<String> charted = List.of();
    private Duration span = SPANS.getFirst();

    SensorsSection(Composite parent, Desk desk, DeviceModel model) {
        this.desk = desk;
        this.model = model;
        content = new Composite(parent, SWT.NONE);
        content.setLayout(Layouts.grid(1, 0, 4));
        var spans = new Segmented(content);
        spans.setItems(desk.texts().get("chart.span"),
                List.of(desk.texts().get("chart.hour"), desk.texts().get("chart.hours6"),
                        desk.texts().get("chart.day"), desk.texts().get("chart.week")));
        spans.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        spans.onSelect(i -> draw(charted, SPANS.get(i)));
        chart = Layouts.wide(new SeriesChart(content, desk.estate()::inBackground), CHART_HEIGHT);
        chart.setEmptyText(desk.texts().get("chart.empty"));
        content.addListener(SWT.Resize, _ -> shareHeight());
        table = new RowTable<>(content, columns(), row -> row.reading().number());
        Layouts.fill(table.control());
        table.onSelect(row -> row.filter(SensorRow::chartable).ifPresent(chosen -> draw(List.of(chosen.name()), span)));
        DeskPart.follow(content, model.sensors(), table::setRows);
        DeskPart.follow(content, model.chart(), this::show);
    }

    Control control() {
        return content;
    }

    private void shareHeight() {
        int height = Math.clamp((int) (content.getClientArea().height * CHART_SHARE), LOWEST_CHART, CHART_HEIGHT);
        if (chart.getLayoutData() instanceof GridData data && data.heightHint != height) {
            data.heightHint = height;
            content.layout();
        }
    }

    private void draw(List<String> names, Duration stretch) {
        charted = names;
        span = stretch;
        model.chart(names, stretch);
    }

    private List<Column<SensorRow>> columns() {
        var texts = desk.texts();
        return List.of(
                Column.<SensorRow>of(texts.get("sensor.name"), 46, SensorRow::name).marked(row -> Marks.of(row.mark()))
                        .in(row -> row.muted() ? Token.MUTED : Token.TEXT),
                Column.<SensorRow>of(texts.get("sensor.value"), 34, SensorRow::value).right()
                        .in(SensorsSection::colour),
                Column.<SensorRow>of(texts.get("sensor.age"), 20, SensorRow::age).right().muted());
    }

    private static Token colour(SensorRow row) {
        if (row.muted()) {
            return Token.MUTED;
        }
        return switch (row.reading().level()) {
            case OK -> Token.TEXT;
            case WARNING -> Token.WARNING;
            case CRITICAL -> Token.CRITICAL;
            case UNAVAILABLE -> Token.MUTED;
        };
    }

    private void show(Optional<SensorChart> shown) {
        var now = desk.clock().instant();
        chart.setPicture(shown.map(this::picture).orElseGet(() -> ChartPicture.empty(now)));
    }

    private ChartPicture picture(SensorChart from) {
        var series = new ArrayList<ChartPicture.Series>();
        for (var line : from.lines()) {
            var points = line.range().points().stream()
                    .map(point -> new ChartPicture.Point(point.at(), point.average(), point.min(), point.max()))
                    .toList();
            var step = line.range().step();
            var most = Duration.ofMinutes(3).compareTo(step.multipliedBy(MOST_MISSED)) > 0 ? Duration.ofMinutes(3)
                    : step.multipliedBy(MOST_MISSED);
            series.add(new ChartPicture.Series(line.name(), Mark.NONE, points, most));
        }
        var limits = from.limits().stream().map(limit -> new ChartPicture.Threshold(limit.name(), limit.value(),
                limit.critical() ? Mark.CRITICAL : Mark.WARNING)).toList();
        return new ChartPicture(from.unit(), from.from(), from.to(), true, desk.texts().get("chart.now"),
                desk.clock().getZone(), series, limits);
    }
}
