package org.dcos.ui.parts.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.chart.ChartPicture;
import org.dcos.ui.canvas.chart.SeriesChart;
import org.dcos.ui.canvas.control.SearchBox;
import org.dcos.ui.canvas.control.Segmented;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.device.DeviceModel;
import org.dcos.ui.model.device.SensorChart;
import org.dcos.ui.model.device.SensorRow;
import org.dcos.ui.model.device.SensorSight;
import org.dcos.ui.model.device.SensorsModel;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.DeskPart;
import org.dcos.ui.parts.widget.Layouts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Sensors over time above, all of them between their thresholds below. Choosing one draws it. */
final class SensorsSection implements DeviceSection {

    private static final int CHART_HEIGHT = 210;
    /** On a low window the chart gives way to the table, down to this. */
    private static final int LOWEST_CHART = 130;
    private static final double CHART_SHARE = 0.38;
    private static final List<Duration> SPANS = List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1),
            Duration.ofDays(7));
    /** Buckets without a sample before a line is broken. */
    private static final int MOST_MISSED = 3;

    private final Desk desk;
    private final DeviceModel model;
    private final Composite content;
    private final SeriesChart chart;
    private final SensorsModel sensors;
    private final SensorList list;
    private SearchBox search;
    private Segmented lenses;
    private int bad;
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
        sensors = new SensorsModel(model, desk.modelTexts());
        createFilter();
        list = new SensorList(content, desk.texts(), sensors, this::choose);
        Layouts.fill(list.control());
        DeskPart.follow(content, sensors.sight(), this::show);
        DeskPart.follow(content, model.chart(), this::show);
    }

    private void createFilter() {
        var bar = Layouts.wide(new Composite(content, SWT.NONE));
        bar.setLayout(Layouts.grid(2, 0, 8));
        search = Layouts.wide(new SearchBox(bar));
        search.setHints(desk.texts().get("sensors.search"), "");
        search.field().addListener(SWT.Modify, _ -> sensors.search(search.field().getText()));
        lenses = new Segmented(bar);
        lenses.onSelect(index -> sensors.onlyBad(index == 1));
        lenses();
    }

    private void lenses() {
        lenses.setItems(desk.texts().get("sensors.lens"),
                List.of(desk.texts().get("sensors.all"), desk.texts().get("sensors.bad", bad)));
        lenses.requestLayout();
    }

    private void choose(SensorRow row) {
        if (row.chartable()) {
            draw(List.of(row.name()), span);
        }
    }

    private void show(SensorSight sight) {
        if (sight.bad() != bad) {
            bad = sight.bad();
            lenses();
        }
        list.show(sight);
    }

    @Override
    public Control control() {
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
