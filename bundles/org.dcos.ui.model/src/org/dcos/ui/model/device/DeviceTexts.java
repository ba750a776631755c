package org.dcos.ui.model.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmcsetup.BmcDetails.Spoken;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.metric.SeriesRange;
import org.dcos.domain.sensor.SensorReading;
import org.dcos.domain.sensor.SensorReading.Level;
import org.dcos.domain.status.Reachability;
import org.dcos.domain.status.ServerStatus;
import org.dcos.ui.model.device.DevicePage.Fact;
import org.dcos.ui.model.device.DevicePage.Section;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.AlertWords;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.text.TroubleWords;

/** Words and rows of a server's page: pure functions. */
final class DeviceTexts {

    private static final int USUAL_LINES = 4;

    private final Texts texts;
    private final AlertWords alerts;
    private final TroubleWords troubles;
    private final Ages ages;
    private final Quantities quantities;
    private final RacksModel racks;
    private final SensorWords sensors;
    private final InstantSource clock;

    DeviceTexts(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.alerts = new AlertWords(texts);
        this.troubles = new TroubleWords(texts);
        this.ages = new Ages(texts);
        this.quantities = new Quantities(texts.locale());
        this.racks = new RacksModel(texts, clock);
        this.sensors = new SensorWords(texts);
        this.clock = clock;
    }

    DevicePage page(Estate estate, Server server, Optional<Bmc> bmc, Optional<Spoken> spoken) {
        var worst = estate.alerts().values().stream().filter(alert -> alert.server().equals(server.id()))
                .max(Comparator.comparing(Alert::severity).thenComparing(Alert::since));
        var status = estate.status(server.id());
        var now = clock.instant();
        var subtitle = String.join(" · ", Stream.of((server.manufacturer() + " " + server.model()).strip(),
                texts.get("device.sn", server.serial()), racks.position(estate, server),
                texts.of("lifecycle", server.state())).filter(part -> !part.isEmpty()).toList());
        return new DevicePage(server.id(), server.name(), estate.mark(server, worst, now),
                worst.map(alerts::what).orElse(troubles.of(status)), subtitle,
                List.of(state(status, now), identity(estate, server), controller(status, bmc, spoken)),
                worst.map(Alert::id));
    }

    private Section state(ServerStatus status, Instant now) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.get("device.power"), status.powerAsOf().isEmpty() ? texts.get("device.never")
                : texts.get("hover.asof", texts.of("power", status.power()), ages.since(status.powerAsOf(), now))));
        facts.add(new Fact(texts.get("device.health"), texts.of("health", status.health())));
        status.inletCelsius()
                .ifPresent(value -> facts.add(new Fact(texts.get("hover.inlet"), quantities.of(value, "°C"))));
        status.powerWatts().ifPresent(value -> facts.add(new Fact(texts.get("hover.draw"), quantities.of(value, "W"))));
        return new Section(texts.get("device.section.state"), facts);
    }

    private Section identity(Estate estate, Server server) {
        return new Section(texts.get("device.section.identity"), facts(
                new Fact(texts.get("device.serial"), server.serial()),
                new Fact(texts.get("device.asset"), server.assetTag().orElse("")),
                new Fact(texts.get("device.manufacturer"), server.manufacturer()),
                new Fact(texts.get("device.model"), server.model()),
                new Fact(texts.get("device.owner"), server.owner()),
                new Fact(texts.get("device.position"), racks.position(estate, server)),
                new Fact(texts.get("device.lifecycle"), texts.of("lifecycle", server.state()))));
    }

    private Section controller(ServerStatus status, Optional<Bmc> bmc, Optional<Spoken> spoken) {
        if (bmc.isEmpty()) {
            return new Section(texts.get("device.section.bmc"),
                    List.of(new Fact(texts.get("device.reachability"), texts.of("reachability", Reachability.NO_BMC))));
        }
        var known = bmc.get();
        var identity = known.identity();
        return new Section(texts.get("device.section.bmc"), facts(
                new Fact(texts.get("device.address"), known.address() + ":" + known.port()),
                new Fact(texts.get("device.reachability"), texts.of("reachability", status.reachability())),
                new Fact(texts.get("device.protocol"), spoken.map(this::protocol).orElse("")),
                new Fact(texts.get("device.firmware"), identity.map(BmcIdentity::firmware).orElse("")),
                new Fact(texts.get("device.fru"), identity.map(DeviceTexts::fru).orElse("")),
                new Fact(texts.get("device.board"), identity.map(BmcIdentity::boardSerial).orElse("")),
                new Fact(texts.get("device.guid"), identity.map(BmcIdentity::guid).orElse("")),
                new Fact(texts.get("device.trouble"), troubles.of(status))));
    }

    private String protocol(Spoken spoken) {
        String suite = spoken.suite().map(number -> texts.get("device.protocol.suite", number)).orElse("");
        return spoken.redfish() ? texts.get("device.protocol.redfish", Integer.toString(spoken.port().orElse(443)))
                : ("IPMI 2.0 " + suite).strip();
    }

    private static String fru(BmcIdentity identity) {
        return (identity.manufacturer() + " " + identity.model() + " " + identity.serial()).strip();
    }

    private static List<Fact> facts(Fact... all) {
        return Stream.of(all).filter(fact -> !fact.value().isEmpty()).toList();
    }

    List<SensorRow> rows(List<SensorReading> readings, ServerStatus status, Instant now) {
        boolean old = status.stale(now) || status.reachability() == Reachability.UNREACHABLE;
        return readings.stream().map(reading -> {
            var mark = old ? Mark.STALE : mark(reading.level());
            boolean none = reading.level() == Level.UNAVAILABLE;
            return new SensorRow(reading, mark, reading.name(),
                    none ? texts.get("sensor.unavailable") : quantities.of(reading), sensors.state(reading, old),
                    sensors.states(reading), limits(reading),
                    ages.since(Optional.of(reading.taken()), now), old || none);
        }).toList();
    }

    private static Mark mark(Level level) {
        return switch (level) {
            case OK -> Mark.WELL;
            case WARNING -> Mark.WARNING;
            case CRITICAL -> Mark.CRITICAL;
            case UNAVAILABLE -> Mark.OFF;
        };
    }

    private String limits(SensorReading reading) {
        var limits = reading.thresholds();
        var lower = limits.lowerCritical().or(limits::lowerNonCritical)
                .map(value -> "≥ " + quantities.of(value, reading.unit()));
        var upper = limits.upperCritical().or(limits::upperNonCritical)
                .map(value -> "≤ " + quantities.of(value, reading.unit()));
        return Stream.of(lower, upper).flatMap(Optional::stream).reduce((a, b) -> a + "  " + b).orElse("");
    }

    /** The temperatures, inlet first: what an operator looks at before all else. */
    List<String> usualChart(List<SensorReading> readings) {
        var temperatures = readings.stream().filter(reading -> reading.unit().equals("°C")).map(SensorReading::name)
                .sorted(Comparator
                        .comparing((String name) -> !name.toLowerCase(java.util.Locale.ROOT).contains("inlet")))
                .limit(USUAL_LINES).toList();
        return temperatures.isEmpty()
                ? readings.stream().filter(reading -> !reading.unit().isEmpty()).map(SensorReading::name).limit(1)
                        .toList()
                : temperatures;
    }

    SensorChart chart(List<SensorReading> chosen, List<SeriesRange> ranges, Instant from, Instant to) {
        var unit = chosen.getFirst().unit();
        var lines = chosen.stream().filter(reading -> reading.unit().equals(unit))
                .flatMap(reading -> ranges.stream()
                        .filter(range -> reading.name().equals(range.key().labels().get("sensor")))
                        .limit(1).map(range -> new SensorChart.Line(reading.name(), range)))
                .toList();
        return new SensorChart(unit, from, to, lines, limits(chosen));
    }

    /** Of one sensor all limits; of several only the first one's upper critical, since more would be a thicket. */
    private List<SensorChart.Limit> limits(List<SensorReading> chosen) {
        var first = chosen.getFirst();
        var limits = new ArrayList<SensorChart.Limit>();
        first.thresholds().upperCritical()
                .ifPresent(value -> limits
                        .add(new SensorChart.Limit(limitName("upper.critical", first, value, chosen), value, true)));
        if (chosen.size() == 1) {
            first.thresholds().lowerCritical()
                    .ifPresent(value -> limits.add(
                            new SensorChart.Limit(limitName("lower.critical", first, value, chosen), value, true)));
            first.thresholds().upperNonCritical()
                    .ifPresent(value -> limits.add(
                            new SensorChart.Limit(limitName("upper.warning", first, value, chosen), value, false)));
        }
        return limits;
    }

    private String limitName(String key, SensorReading first, double value, List<SensorReading> chosen) {
        var text = texts.get("chart.limit." + key, quantities.of(value, first.unit()));
        return chosen.size() == 1 ? text : first.name() + " " + text;
    }
}
