package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeFit.Difference;
import org.dcos.domain.devicetype.TypeFit.How;
import org.dcos.server.cmdb.live.TypePorts;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/** How one device differs from its type, told and mended. */
final class Fit {

    private final View view;
    private final Words words;
    private final Device device;
    private final TypePorts ports;

    Fit(View view, Device device, DeviceType type) {
        this.view = view;
        this.words = new Words(view);
        this.device = device;
        this.ports = TypePorts.of(view, device, type);
    }

    boolean differs() {
        return !ports.none();
    }

    TypeFit told() {
        var differences = new ArrayList<Difference>();
        ports.missing().forEach(port -> differences.add(difference(How.MISSING, port, "")));
        ports.unlike().forEach((now, wanted) -> differences.add(difference(How.UNLIKE, now, fields(now, wanted))));
        ports.surplus().forEach(port -> differences.add(new Difference(How.SURPLUS, port.kind(), port.name(), "",
                obstacle(port))));
        differences.sort(Comparator.comparing(Difference::how).thenComparing(Difference::kind)
                .thenComparing(Difference::port));
        return new TypeFit(device.id(), device.name(), words.place(device), differences);
    }

    private static Difference difference(How how, Port port, String fields) {
        return new Difference(how, port.kind(), port.name(), fields, Optional.empty());
    }

    private String fields(Port now, Port wanted) {
        return Items.changes(Optional.of(now), Optional.of(wanted)).stream()
                .map(change -> "%s '%s' -> '%s'".formatted(change.field(), change.before(), change.after()))
                .collect(Collectors.joining("; "));
    }

    /** What holds on to a port that would go. */
    private Optional<String> obstacle(Port port) {
        return view.referring(port.id()).filter(item -> !(item instanceof Relation) && !goesToo(item)).findFirst()
                .map(words::kindAndName);
    }

    private boolean goesToo(Item item) {
        return item instanceof Port other && (ports.surplus().contains(other) || ports.unlike().containsKey(other));
    }

    Stream<String> obstacles() {
        return ports.surplus().stream().flatMap(port -> obstacle(port)
                .map(by -> "%s by the %s".formatted(words.name(port), by)).stream());
    }

    Stream<Edit> edits(boolean dropSurplus) {
        Stream<Edit> made = Stream.concat(ports.missing().stream(), ports.unlike().values().stream())
                .map(Edit.Put::new);
        List<Edit> dropped = dropSurplus
                ? ports.surplus().stream().<Edit>map(port -> new Edit.Delete(Kind.PORT, port.id(), port.version()))
                        .toList()
                : List.of();
        return Stream.concat(made, dropped.stream());
    }
}
