package org.dcos.ui.model.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmcsetup.BmcDetails.Spoken;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.Realm;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * The page of the selected server. Sensors, BMC, chart and history are read in the background when another server is
 * chosen, and again when new readings are told; what comes late for a server no longer chosen is dropped.
 */
public final class DeviceModel {

    private static final int CHART_POINTS = 300;
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
    private static final int HISTORY_ROWS = 200;

    private final EstateModel estates;
    private final SelectionModel selection;
    private final DeviceTexts texts;
    private final ServerWords words;
    private final InstantSource clock;
    private final WritableValue<Optional<DevicePage>> page;
    private final WritableValue<List<SensorRow>> sensors;
    private final WritableValue<Optional<SensorChart>> chart;
    private final WritableValue<List<HistoryRow>> history;
    private final WritableValue<String> problem;
    private final WritableValue<Optional<Bmc>> bmc;

    private Optional<UUID> shown = Optional.empty();
    private Optional<Spoken> spoken = Optional.empty();
    private List<SensorReading> readings = List.of();
    private Optional<Instant> readAsOf = Optional.empty();
    private List<String> charted = List.of();
    private Duration chartSpan = Duration.ofHours(1);
    private boolean readingNow;

    public DeviceModel(EstateModel estates, SelectionModel selection, Texts texts, InstantSource clock) {
        this.estates = estates;
        this.selection = selection;
        this.texts = new DeviceTexts(texts, clock);
        this.words = new ServerWords(texts);
        this.clock = clock;
        Realm realm = estates.estate().getRealm();
        page = new WritableValue<>(realm, Optional.empty(), Optional.class);
        sensors = new WritableValue<>(realm, List.of(), List.class);
        chart = new WritableValue<>(realm, Optional.empty(), Optional.class);
        history = new WritableValue<>(realm, List.of(), List.class);
        problem = new WritableValue<>(realm, "", String.class);
        bmc = new WritableValue<>(realm, Optional.empty(), Optional.class);
        selection.selected().addValueChangeListener(_ -> refresh());
        estates.estate().addValueChangeListener(_ -> refresh());
        refresh();
    }

    /** Empty while no server is selected. */
    public IObservableValue<Optional<DevicePage>> page() {
        return page;
    }

    public IObservableValue<List<SensorRow>> sensors() {
        return sensors;
    }

    public IObservableValue<Optional<SensorChart>> chart() {
        return chart;
    }

    public IObservableValue<List<HistoryRow>> history() {
        return history;
    }

    /** The BMC of the shown server; empty while it is not known. */
    public IObservableValue<Optional<Bmc>> bmc() {
        return bmc;
    }

    /** Why something could not be read; empty when all could. */
    public IObservableValue<String> problem() {
        return problem;
    }

    /** Chooses what the chart shows: sensors of one unit by name; an empty list takes the temperatures. */
    public void chart(List<String> names, Duration span) {
        charted = List.copyOf(names);
        chartSpan = span;
        shown.ifPresent(this::readChart);
    }

    public Duration chartSpan() {
        return chartSpan;
    }

    /** Writes ages anew; call it as time goes by, in the realm. */
    public void tick() {
        show(estates.estate().getValue());
    }

    private void refresh() {
        var estate = estates.estate().getValue();
        var chosen = selection.server().filter(estate.servers()::containsKey);
        if (!chosen.equals(shown)) {
            shown = chosen;
            bmc.setValue(Optional.empty());
            spoken = Optional.empty();
            readings = List.of();
            readAsOf = Optional.empty();
            readingNow = false;
            charted = List.of();
            chart.setValue(Optional.empty());
            history.setValue(List.of());
            problem.setValue("");
        }
        show(estate);
        chosen.ifPresent(server -> {
            var newest = estate.status(server).sensorsAsOf();
            var wanted = newest.orElse(Instant.EPOCH); // the page of a server that was never read is filled once, too
            if (!readingNow && !readAsOf.equals(Optional.of(wanted))) {
                readingNow = true;
                read(server, wanted);
            }
        });
    }

    private void show(Estate estate) {
        page.setValue(shown.flatMap(id -> Optional.ofNullable(estate.servers().get(id)))
                .map(server -> texts.page(estate, server, bmc.getValue(), spoken)));
        sensors.setValue(
                shown.isEmpty() ? List.of() : texts.rows(readings, estate.status(shown.get()), clock.instant()));
    }

    private void read(UUID server, Instant asOf) {
        background(server, core -> {
            var found = core.bmcs().bmcs(Optional.of(server), Optional.empty(), new PageRequest(0, 1)).items().stream()
                    .findFirst();
            var how = found.isPresent() ? Optional.of(core.bmcSettings().details(found.get().id()).spoken())
                    : Optional.<Spoken>empty();
            var read = core.statuses().sensors(server);
            var deeds = core.audit().entries(Optional.of(server), new PageRequest(0, HISTORY_ROWS)).items().stream()
                    .map(deed -> new HistoryRow(deed.at(), deed.who(), words.deed(deed), deed.why())).toList();
            return () -> {
                spoken = how;
                bmc.setValue(found);
                readings = read;
                readAsOf = Optional.of(asOf);
                readingNow = false;
                history.setValue(deeds);
                show(estates.estate().getValue());
                readChart(server);
                refresh();
            };
        });
    }

    private void readChart(UUID server) {
        var lines = charted.isEmpty() ? texts.usualChart(readings) : charted;
        var chosen = readings.stream().filter(reading -> lines.contains(reading.name())).toList();
        if (chosen.isEmpty()) {
            chart.setValue(Optional.empty());
            return;
        }
        var to = clock.instant();
        var from = to.minus(chartSpan);
        var exact = chartSpan.dividedBy(CHART_POINTS);
        var step = exact.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : Duration.ofSeconds(exact.toSeconds());
        background(server, core -> {
            var ranges = core.metrics()
                    .query(new RangeQuery("ipmi_sensor", Map.of("server", server.toString()), from, to, step));
            return () -> chart.setValue(Optional.of(texts.chart(chosen, ranges, from, to)));
        });
    }

    /** Work that may block, giving what is to be done in the realm after it. */
    private interface Reading {
        Runnable read(ServerCore core) throws Problem;
    }

    private void background(UUID server, Reading reading) {
        var core = estates.core();
        if (core.isEmpty()) {
            readingNow = false;
            return;
        }
        estates.inBackground(() -> {
            Runnable show;
            try {
                show = reading.read(core.get());
            } catch (Problem e) {
                show = () -> {
                    readingNow = false;
                    problem.setValue(words.problem(e));
                };
            }
            var then = show;
            estates.inRealm(() -> {
                if (shown.filter(server::equals).isPresent()) {
                    then.run();
                }
            });
        });
    }
}
