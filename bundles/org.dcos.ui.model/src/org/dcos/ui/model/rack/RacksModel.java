package org.dcos.ui.model.rack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.power.PowerState;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.rack.RackSight.DeviceSight;
import org.dcos.ui.model.rack.RackSight.Line;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.AlertWords;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.text.TroubleWords;

/** Which racks a place shows and how they look: a pure function of estate, place and time. */
public final class RacksModel {

    private static final double HIGH_SHARE_OF_BUDGET = 0.9;

    private final Texts texts;
    private final AlertWords alerts;
    private final TroubleWords troubles;
    private final Ages ages;
    private final Quantities quantities;
    private final InstantSource clock;

    public RacksModel(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.alerts = new AlertWords(texts);
        this.troubles = new TroubleWords(texts);
        this.ages = new Ages(texts);
        this.quantities = new Quantities(texts.locale());
        this.clock = clock;
    }

    /** {@code Row A · Room 201 · Shanghai A}; empty when nothing is chosen. */
    public String title(Estate estate, Selected place) {
        return switch (place) {
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfServer _ -> "";
            // @formatter:on
            case Selected.OfIdc(var id) -> idc(estate, id);
            case Selected.OfRoom(var id) -> room(estate, id);
            case Selected.OfRow(var room, var row) -> texts.get("places.row", row) + " · " + room(estate, room);
            case Selected.OfRack(var id) -> Optional.ofNullable(estate.racks().get(id))
                    .map(rack -> rack.name() + " · " + room(estate, rack.room())).orElse("");
        };
    }

    /** The racks of the place in their order; of a single rack, its whole row. */
    public List<RackSight> racks(Estate estate, Selected place) {
        var worst = estate.worstAlerts();
        var now = clock.instant();
        return chosen(estate, place)
                .sorted(Comparator.comparing((Rack rack) -> room(estate, rack.room()), NaturalOrder.INSTANCE)
                        .thenComparing(Rack::row, NaturalOrder.INSTANCE)
                        .thenComparing(Rack::name, NaturalOrder.INSTANCE))
                .map(rack -> sight(estate, rack, worst, now)).toList();
    }

    /** The place to show so that the server is in sight: its row, or its room when it stands in no row. */
    public Selected placeOf(Estate estate, UUID server) {
        return Optional.ofNullable(estate.servers().get(server)).flatMap(Server::mounting)
                .flatMap(mounting -> Optional.ofNullable(estate.racks().get(mounting.rack())))
                .<Selected>map(rack -> rack.row().isEmpty() ? new Selected.OfRoom(rack.room())
                        : new Selected.OfRow(rack.room(), rack.row()))
                .orElse(new Selected.Nothing());
    }

    /** {@code A03 U28–29}; empty when it is not racked. */
    public String position(Estate estate, Server server) {
        return server.mounting().map(mounting -> {
            var rack = estate.racks().get(mounting.rack());
            var units = mounting.heightUnits() <= 1 ? "U" + mounting.lowest()
                    : "U" + mounting.lowest() + "–" + mounting.topUnit();
            return rack == null ? units : rack.name() + " " + units;
        }).orElse("");
    }

    private Stream<Rack> chosen(Estate estate, Selected place) {
        return estate.racks().values().stream().filter(rack -> switch (place) {
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfServer _ -> false;
            // @formatter:on
            case Selected.OfIdc(var id) -> Optional.ofNullable(estate.rooms().get(rack.room()))
                    .filter(room -> room.idc().equals(id)).isPresent();
            case Selected.OfRoom(var id) -> rack.room().equals(id);
            case Selected.OfRow(var room, var row) -> rack.room().equals(room) && rack.row().equals(row);
            case Selected.OfRack(var id) -> Optional.ofNullable(estate.racks().get(id))
                    .filter(chosen -> chosen.room().equals(rack.room()) && chosen.row().equals(rack.row())).isPresent();
        });
    }

    private RackSight sight(Estate estate, Rack rack, Map<UUID, Alert> worst, Instant now) {
        var servers = estate.inRack(rack.id());
        var drawn = servers.stream().flatMap(server -> estate.status(server.id()).powerWatts().stream())
                .reduce(Double::sum);
        var budget = rack.powerBudgetWatts().isPresent() ? OptionalDouble.of(rack.powerBudgetWatts().getAsInt())
                : OptionalDouble.empty();
        boolean high = drawn.isPresent() && budget.isPresent()
                && drawn.get() > HIGH_SHARE_OF_BUDGET * budget.getAsDouble();
        return new RackSight(rack.id(), rack.name(), rack.heightUnits(), powerText(drawn, budget), high,
                servers.stream().map(server -> device(estate, server, Optional.ofNullable(worst.get(server.id())), now))
                        .toList());
    }

    private String powerText(Optional<Double> drawn, OptionalDouble budget) {
        if (drawn.isEmpty()) {
            return budget.isPresent() ? texts.get("rack.budget", quantities.kilowatts(budget.getAsDouble())) : "";
        }
        return budget.isPresent()
                ? texts.get("rack.power.of", quantities.kilowatts(drawn.get()),
                        quantities.kilowatts(budget.getAsDouble()))
                : texts.get("rack.power", quantities.kilowatts(drawn.get()));
    }

    private DeviceSight device(Estate estate, Server server, Optional<Alert> worst, Instant now) {
        var status = estate.status(server.id());
        var mark = estate.mark(server, worst, now);
        var mounting = server.mounting().orElseThrow();
        boolean muted = mark == Mark.STALE || mark == Mark.NONE || status.power() == PowerState.OFF
                || server.state() == LifecycleState.PLANNED;
        return new DeviceSight(server.id(), server.name(), mounting.bottomUnit(),
                mounting.topUnit() - mounting.bottomUnit() + 1,
                mounting.face(),
                mark, muted, mark == Mark.STALE ? ages.since(status.powerAsOf(), now) : "", status.power(),
                status.powerAsOf().map(at -> Duration.between(at, now)), status.inletCelsius(), status.powerWatts(),
                hover(estate, server, worst, now));
    }

    private List<Line> hover(Estate estate, Server server, Optional<Alert> worst, Instant now) {
        var status = estate.status(server.id());
        var lines = new ArrayList<Line>();
        worst.ifPresent(alert -> lines.add(new Line(texts.get("hover.alert"), alerts.what(alert))));
        lines.add(new Line(texts.get("hover.model"), (server.manufacturer() + " " + server.model()).strip()));
        lines.add(new Line(texts.get("hover.serial"), server.serial()));
        lines.add(new Line(texts.get("hover.position"), position(estate, server)));
        lines.add(new Line(texts.get("hover.state"), texts.of("lifecycle", server.state())));
        status.powerAsOf().ifPresent(_ -> lines.add(new Line(texts.get("hover.power"), texts.get("hover.asof",
                texts.of("power", status.power()), ages.since(status.powerAsOf(), now)))));
        status.inletCelsius().ifPresent(celsius -> lines.add(new Line(texts.get("hover.inlet"), texts.get("hover.asof",
                quantities.of(celsius, "°C"), ages.since(status.sensorsAsOf(), now)))));
        status.powerWatts().ifPresent(watts -> lines.add(new Line(texts.get("hover.draw"), texts.get("hover.asof",
                quantities.of(watts, "W"), ages.since(status.sensorsAsOf(), now)))));
        if (!status.trouble().isEmpty()) {
            lines.add(new Line(texts.get("hover.bmc"), troubles.of(status)));
        }
        return lines;
    }

    private static String idc(Estate estate, UUID id) {
        return Optional.ofNullable(estate.idcs().get(id)).map(org.dcos.domain.cmdb.Idc::name).orElse("");
    }

    private static String room(Estate estate, UUID id) {
        return Optional.ofNullable(estate.rooms().get(id)).map(room -> room.name() + " · " + idc(estate, room.idc()))
                .orElse("");
    }
}
