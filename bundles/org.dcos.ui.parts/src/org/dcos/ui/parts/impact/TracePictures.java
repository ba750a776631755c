package org.dcos.ui.parts.impact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.CableState;
import org.dcos.domain.impact.Trace.Line;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.icon.Icon;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.trace.TracePicture;
import org.dcos.ui.canvas.trace.TracePicture.Cable;
import org.dcos.ui.canvas.trace.TracePicture.MissingEnd;
import org.dcos.ui.canvas.trace.TracePicture.Part;
import org.dcos.ui.canvas.trace.TracePicture.Station;
import org.dcos.ui.canvas.trace.TraceWords;
import org.dcos.ui.model.impact.TraceLeg;
import org.dcos.ui.model.text.PlaceWords;
import org.dcos.ui.model.text.Texts;

/** Turns a way through cables into what the canvas draws. */
final class TracePictures {

    private final Texts texts;
    private final PlaceWords places;

    TracePictures(Texts texts, Texts model) {
        this.texts = texts;
        places = new PlaceWords(model);
    }

    TraceWords words() {
        Map<Mark, String> marks = new EnumMap<>(Mark.class);
        marks.put(Mark.WARNING, texts.get("trace.open"));
        return new TraceWords(texts.get("trace.title"), marks, texts.get("trace.empty"));
    }

    /** @param servers the devices that are servers */
    TracePicture picture(List<TraceLeg> legs, Set<UUID> servers) {
        if (legs.size() < 2) {
            return TracePicture.EMPTY;
        }
        var parts = new ArrayList<Part>();
        for (var leg : legs) {
            parts.add(station(leg, leg.stop().device().filter(servers::contains).isPresent()));
            leg.cable().ifPresent(cable -> parts.add(cable(cable)));
        }
        if (legs.getLast().open()) {
            var words = texts.get("trace.open");
            parts.add(new Cable("open", "", "", java.util.Optional.empty(), words, card(words)));
            parts.add(new MissingEnd("end", texts.get("trace.end"), card(texts.get("trace.end"))));
        }
        return new TracePicture(parts);
    }

    private Station station(TraceLeg leg, boolean server) {
        var station = leg.station(server);
        var icon = switch (station) {
            case SERVER -> Icon.SERVER;
            case NETWORK_DEVICE -> Icon.SWITCH;
            case PANEL -> Icon.TABLE;
            case PDU, FEED -> Icon.POWER;
        };
        var stop = leg.stop();
        var kind = texts.of("trace.station", station);
        var name = stop.device().isPresent() ? stop.deviceName() : stop.port();
        var place = places.said(stop.place());
        var ports = Stream.of(leg.in(), leg.out()).filter(port -> !port.isEmpty()).collect(Collectors.joining(" → "));
        return new Station(leg.id().toString(), icon, name, kind, last(place), leg.in(), leg.out(), Mark.NONE,
                card(name, kind, "", texts.get("impact.place"), place, texts.get("trace.ports"), ports));
    }

    /** The rack and the units; the room is on the card. */
    private static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1).strip();
    }

    private Cable cable(Line line) {
        var what = Stream.of(line.medium(), line.lengthMetres().map(metres -> number(metres) + " m").orElse(""))
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" · "));
        var broken = line.state() == CableState.CONNECTED ? "" : texts.of("trace.state", line.state());
        return new Cable(line.id().toString(), line.name(), what, JacketColours.of(line.colour()), broken,
                card(line.name(), texts.get("trace.medium"), line.medium(), texts.get("trace.length"),
                        line.lengthMetres().map(metres -> number(metres) + " m").orElse(""),
                        texts.get("trace.colour"), line.colour(), texts.get("trace.state"),
                        texts.of("trace.state", line.state())));
    }

    private static String number(double metres) {
        return metres == Math.rint(metres) ? Long.toString((long) metres) : Double.toString(metres);
    }

    /** @param facts label and value in turns; what has no value is left out, a kind alone stands as it is */
    private static Card card(String title, String... facts) {
        var rows = new ArrayList<Fact>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            if (i == 0 && facts[1].isEmpty() && facts.length == 6 || !facts[i + 1].isEmpty()) {
                rows.add(Fact.of(facts[i], facts[i + 1]));
            }
        }
        return new Card(title, Mark.NONE, "", rows);
    }
}
