package org.dcos.ui.parts.rack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.domain.cmdb.Rack;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.rack.RackSight;
import org.dcos.ui.model.rack.RackSight.DeviceSight;
import org.dcos.ui.model.rack.RacksModel;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.widget.Marks;

/** Turns what the view-model says of racks into what the canvas draws. */
final class RackPictures {

    private final Desk desk;
    private final RacksModel model;
    private Map<String, DeviceSight> devices = Map.of();

    RackPictures(Desk desk, RacksModel model) {
        this.desk = desk;
        this.model = model;
    }

    RackPicture picture(Estate estate, Selected place) {
        var sights = model.racks(estate, place);
        var byId = new HashMap<String, DeviceSight>();
        sights.forEach(rack -> rack.devices().forEach(device -> byId.put(device.id().toString(), device)));
        devices = byId;
        return new RackPicture(sights.stream().map(rack -> rack(estate, rack)).toList());
    }

    /** What the card says of a device. */
    Optional<Card> card(RackPicture.Device device) {
        return Optional.ofNullable(devices.get(device.id()))
                .map(sight -> new Card(sight.label(), Marks.of(sight.mark()), "",
                        sight.hover().stream().map(line -> Fact.of(line.label(), line.value())).toList()));
    }

    private RackPicture.Rack rack(Estate estate, RackSight rack) {
        var row = Optional.ofNullable(estate.racks().get(rack.id())).map(Rack::row).filter(name -> !name.isEmpty())
                .map(name -> desk.modelTexts().get("places.row", name)).orElse("");
        List<RackPicture.Device> faces = rack.devices().stream().map(RackPictures::device).toList();
        return new RackPicture.Rack(rack.id().toString(), rack.name(), row, rack.heightUnits(), rack.powerText(),
                rack.powerHigh() ? Mark.WARNING : Mark.NONE, faces);
    }

    private static RackPicture.Device device(DeviceSight device) {
        return new RackPicture.Device(device.id().toString(), device.label(), device.lowestUnit(), device.heightUnits(),
                device.face(), RackPicture.Kind.SERVER, Marks.of(device.mark()), device.muted(), device.ageText(),
                number(device.powerWatts()), number(device.inletCelsius()), device.age());
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
