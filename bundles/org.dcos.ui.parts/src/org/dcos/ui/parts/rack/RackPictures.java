package org.dcos.ui.parts.rack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.dcos.domain.capacity.RackCapacity;
import org.dcos.domain.cmdb.Chassis;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.NetworkDevice;
import org.dcos.domain.cmdb.Pdu;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.rack.RackPicture;
import org.dcos.ui.canvas.rack.RackPicture.Gauge;
import org.dcos.ui.canvas.rack.RackPicture.Numbering;
import org.dcos.ui.canvas.rack.RackPicture.Reservation;
import org.dcos.ui.canvas.rack.RackPicture.Side;
import org.dcos.ui.canvas.rack.RackPicture.Strip;
import org.dcos.ui.model.capacity.Gauges;
import org.dcos.ui.model.capacity.Load;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.rack.RackRecords.Contents;
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
    private final Gauges gauges;
    private Map<String, DeviceSight> devices = Map.of();

    RackPictures(Desk desk, RacksModel model) {
        this.desk = desk;
        this.model = model;
        this.gauges = new Gauges(desk.modelTexts());
    }

    /** @param capacities of those racks whose gauges are to be shown */
    RackPicture picture(Estate estate, Selected place, Contents contents, Map<UUID, RackCapacity> capacities) {
        var sights = model.racks(estate, place);
        var byId = new HashMap<String, DeviceSight>();
        sights.forEach(rack -> rack.devices().forEach(device -> byId.put(device.id().toString(), device)));
        devices = byId;
        return new RackPicture(sights.stream().map(rack -> rack(estate, rack, contents)
                .gauges(gauges(estate, Optional.ofNullable(capacities.get(rack.id()))))).toList());
    }

    private List<Gauge> gauges(Estate estate, Optional<RackCapacity> capacity) {
        return capacity.map(its -> gauges.brief(Load.of(its, estate))).orElse(List.of()).stream()
                .map(gauge -> new Gauge(gauge.text(), gauge.share(), Marks.of(gauge.mark()))).toList();
    }

    /** What the card says of a device. */
    Optional<Card> card(RackPicture.Device device) {
        return Optional.ofNullable(devices.get(device.id()))
                .map(sight -> new Card(sight.label(), Marks.of(sight.mark()), "",
                        sight.hover().stream().map(line -> Fact.of(line.label(), line.value())).toList()));
    }

    private RackPicture.Rack rack(Estate estate, RackSight rack, Contents contents) {
        var row = Optional.ofNullable(estate.racks().get(rack.id())).map(Rack::row).filter(name -> !name.isEmpty())
                .map(name -> desk.modelTexts().get("places.row", name)).orElse("");
        var faces = new ArrayList<RackPicture.Device>();
        rack.devices().stream().map(device -> server(estate, device)).forEach(faces::add);
        var beside = new ArrayList<Strip>();
        for (Device device : contents.in(rack.id())) {
            Mounting mounting = device.mounting().orElseThrow();
            if (mounting.zeroUnit()) {
                beside.add(new Strip(other(device, mounting).spanning(1, rack.heightUnits()),
                        beside.size() % 2 == 0 ? Side.LEFT : Side.RIGHT));
            } else {
                faces.add(other(device, mounting).spanning(mounting.lowestUnit(), mounting.heightUnits()));
            }
        }
        boolean descending = Optional.ofNullable(estate.racks().get(rack.id())).filter(Rack::descending).isPresent();
        return new RackPicture.Rack(rack.id().toString(), rack.name(), row, rack.heightUnits(), rack.powerText(),
                rack.powerHigh() ? Mark.WARNING : Mark.NONE, faces)
                        .numbering(descending ? Numbering.FROM_TOP : Numbering.FROM_BOTTOM)
                        .reserved(contents.kept(rack.id()).stream().map(this::kept).toList()).strips(beside);
    }

    /** Where it really begins and ends: the sight knows whole units only. */
    private static RackPicture.Device server(Estate estate, DeviceSight sight) {
        var device = device(sight);
        return Optional.ofNullable(estate.servers().get(sight.id())).flatMap(Server::mounting)
                .filter(mounting -> !mounting.zeroUnit())
                .map(mounting -> device.spanning(mounting.lowestUnit(), mounting.heightUnits())).orElse(device);
    }

    private static RackPicture.Device other(Device device, Mounting mounting) {
        boolean muted = device.state() == LifecycleState.PLANNED || !device.live();
        return new RackPicture.Device(device.id().toString(), device.name(), 1, 1, mounting.face(), kind(device),
                Mark.NONE, muted, "", OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }

    private static RackPicture.Kind kind(Device device) {
        return switch (device) {
            case Server _ -> RackPicture.Kind.SERVER;
            case NetworkDevice _ -> RackPicture.Kind.SWITCH;
            case Pdu _ -> RackPicture.Kind.POWER;
            case Chassis _ -> RackPicture.Kind.OTHER;
        };
    }

    private Reservation kept(RackReservation kept) {
        int lowest = (int) Math.floor(kept.lowestUnit());
        int end = (int) Math.ceil(kept.lowestUnit() + kept.heightUnits());
        var texts = desk.texts();
        String text = kept.until().map(until -> texts.get("racks.kept.until", kept.holder(), until.toString()))
                .orElse(kept.holder());
        return new Reservation(lowest, end - lowest, text, new Card(text, Mark.NONE, kept.why(), List.of()));
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
