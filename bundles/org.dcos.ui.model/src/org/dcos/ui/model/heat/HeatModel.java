package org.dcos.ui.model.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.dcos.domain.alert.Alert;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.status.ServerStatus;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.heat.HeatSight.Cell;
import org.dcos.ui.model.heat.HeatSight.RackOf;
import org.dcos.ui.model.heat.HeatSight.Row;
import org.dcos.ui.model.rack.RackSight.Line;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.selection.SelectionModel;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.AlertWords;
import org.dcos.ui.model.text.NaturalOrder;
import org.dcos.ui.model.text.Quantities;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.IValueChangeListener;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * All servers of the chosen place, by room and rack. It is worked out in the background whenever states or the place
 * change, one at a time, and published in the realm. Used in the realm.
 */
public final class HeatModel implements AutoCloseable {

    private final EstateModel estates;
    private final SelectionModel selection;
    private final Texts texts;
    private final Ages ages;
    private final AlertWords alerts;
    private final Quantities quantities;
    private final InstantSource clock;
    private final WritableValue<HeatSight> sight;
    private final IValueChangeListener<Estate> estateChanged = _ -> refresh();
    private final IValueChangeListener<Selected> placeChanged = _ -> refresh();
    private boolean whole;
    private boolean drawingNow;
    private boolean again;
    private boolean closed;

    public HeatModel(EstateModel estates, SelectionModel selection, Texts texts, InstantSource clock) {
        this.estates = estates;
        this.selection = selection;
        this.texts = texts;
        this.ages = new Ages(texts);
        this.alerts = new AlertWords(texts);
        this.quantities = new Quantities(texts.locale());
        this.clock = clock;
        sight = new WritableValue<>(estates.estate().getRealm(), HeatSight.NONE, HeatSight.class);
        estates.estate().addValueChangeListener(estateChanged);
        selection.place().addValueChangeListener(placeChanged);
        refresh();
    }

    public IObservableValue<HeatSight> sight() {
        return sight;
    }

    /** Shows everything, wherever it is, or the chosen place again. */
    public void whole(boolean all) {
        whole = all;
        refresh();
    }

    public boolean whole() {
        return whole;
    }

    /** What is told of one server. @param reason why it is not well; may be empty */
    public record Told(String name, org.dcos.ui.model.estate.Mark mark, String reason, List<Line> facts) {}

    /** What is told of a server when it is pointed at. */
    public Optional<Told> tell(UUID id) {
        var estate = estates.estate().getValue();
        var now = clock.instant();
        return Optional.ofNullable(estate.servers().get(id)).map(server -> {
            var status = estate.status(id);
            var worst = Optional.ofNullable(estate.worstAlerts().get(id));
            var facts = new ArrayList<Line>();
            facts.add(new Line(texts.get("hover.model"), (server.manufacturer() + " " + server.model()).strip()));
            server.mounting().ifPresent(mounting -> facts.add(new Line(texts.get("hover.position"),
                    Optional.ofNullable(estate.racks().get(mounting.rack())).map(rack -> rack.name() + " ").orElse("")
                            + "U" + mounting.lowest())));
            status.powerAsOf().ifPresent(_ -> facts.add(new Line(texts.get("hover.power"), texts.get("hover.asof",
                    texts.of("power", status.power()), ages.since(status.powerAsOf(), now)))));
            status.inletCelsius().ifPresent(celsius -> facts.add(new Line(texts.get("hover.inlet"),
                    texts.get("hover.asof", quantities.of(celsius, "°C"), ages.since(status.sensorsAsOf(), now)))));
            status.powerWatts().ifPresent(watts -> facts.add(new Line(texts.get("hover.draw"),
                    texts.get("hover.asof", quantities.of(watts, "W"), ages.since(status.sensorsAsOf(), now)))));
            return new Told(server.name(), estate.mark(server, worst, now), worst.map(alerts::what).orElse(""), facts);
        });
    }

    /** Works it out again, as ages grow. Several calls while one is at work make one more. */
    public void refresh() {
        if (drawingNow) {
            again = true;
            return;
        }
        drawingNow = true;
        var estate = estates.estate().getValue();
        Selected place = whole ? new Selected.Nothing() : selection.place().getValue();
        var now = clock.instant();
        estates.inBackground(() -> {
            var made = Optional.<HeatSight>empty();
            try {
                made = Optional.of(sight(estate, place, now));
            } finally {
                var drawn = made;
                estates.inRealm(() -> drawn(drawn));
            }
        });
    }

    private void drawn(Optional<HeatSight> made) {
        drawingNow = false;
        if (closed) {
            return;
        }
        made.ifPresent(sight::setValue);
        if (again) {
            again = false;
            refresh();
        }
    }

    private HeatSight sight(Estate estate, Selected place, Instant now) {
        var worst = estate.worstAlerts();
        var rooms = estate.rooms().values().stream().filter(room -> shown(estate, room, place))
                .sorted(Comparator.comparing((Room room) -> title(estate, room), NaturalOrder.INSTANCE)).toList();
        var rows = new ArrayList<Row>();
        int servers = 0;
        for (var room : rooms) {
            var byRow = new TreeMap<String, List<Rack>>(NaturalOrder.INSTANCE);
            estate.racks().values().stream().filter(rack -> rack.room().equals(room.id())
                    && !estate.inRack(rack.id()).isEmpty())
                    .forEach(rack -> byRow.computeIfAbsent(rack.row(), _ -> new ArrayList<>()).add(rack));
            for (var entry : byRow.entrySet()) {
                var racks = entry.getValue().stream().sorted(Comparator.comparingInt((Rack rack) -> rack.place()
                        .orElse(Integer.MAX_VALUE)).thenComparing(Rack::name, NaturalOrder.INSTANCE))
                        .map(rack -> rack(estate, rack, worst, now)).toList();
                servers += racks.stream().mapToInt(rack -> rack.cells().size()).sum();
                String row = entry.getKey().isEmpty() ? "" : texts.get("places.row", entry.getKey());
                rows.add(new Row(rooms.size() == 1 ? row
                        : title(estate, room) + (row.isEmpty() ? "" : " · " + row), racks));
            }
        }
        return new HeatSight(rooms.size() == 1 ? title(estate, rooms.getFirst()) : texts.get("heat.all"), rows,
                servers);
    }

    private static boolean shown(Estate estate, Room room, Selected place) {
        return switch (place) {
            // @formatter:off: it would glue the patterns together
            case Selected.Nothing _, Selected.OfServer _ -> true;
            // @formatter:on
            case Selected.OfIdc(var idc) -> room.idc().equals(idc);
            case Selected.OfRoom(var id) -> room.id().equals(id);
            case Selected.OfRow(var id, _) -> room.id().equals(id);
            case Selected.OfRack(var id) -> Optional.ofNullable(estate.racks().get(id))
                    .filter(rack -> rack.room().equals(room.id())).isPresent();
        };
    }

    private static String title(Estate estate, Room room) {
        return room.name() + Optional.ofNullable(estate.idcs().get(room.idc())).map((Idc idc) -> " · " + idc.name())
                .orElse("");
    }

    private static RackOf rack(Estate estate, Rack rack, Map<UUID, Alert> worst, Instant now) {
        return new RackOf(rack.name(), rack.heightUnits(), rack.descending(), estate.inRack(rack.id()).stream()
                .filter(server -> !server.mounting().orElseThrow().zeroUnit())
                .map(server -> cell(estate, server, Optional.ofNullable(worst.get(server.id())), now)).toList());
    }

    private static Cell cell(Estate estate, Server server, Optional<Alert> worst, Instant now) {
        ServerStatus status = estate.status(server.id());
        var mounting = server.mounting().orElseThrow();
        double minutes = status.powerAsOf().map(at -> Duration.between(at, now).toSeconds() / 60.0)
                .orElse(Double.NaN);
        return new Cell(server.id(), server.name(), mounting.lowestUnit(), mounting.heightUnits(),
                estate.mark(server, worst, now), status.power(), status.stale(now),
                status.inletCelsius().orElse(Double.NaN), status.powerWatts().orElse(Double.NaN),
                // whole steps: a picture that looks the same is the same
                Double.isNaN(minutes) ? minutes : Math.floor(minutes * 4) / 4);
    }

    @Override
    public void close() {
        closed = true;
        estates.estate().removeValueChangeListener(estateChanged);
        selection.place().removeValueChangeListener(placeChanged);
    }
}
