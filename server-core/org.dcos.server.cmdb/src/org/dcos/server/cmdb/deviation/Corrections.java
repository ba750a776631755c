package org.dcos.server.cmdb.deviation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.View;

/** Which edits of the records make a deviation true. */
final class Corrections {

    private final View view;

    Corrections(View view) {
        this.view = view;
    }

    /** What accepting does, in a few words. */
    static String title(Deviation deviation) {
        String words = switch (deviation.kind()) {
            case SERIAL_CHANGED -> "serial number of %s as seen";
            case SWAPPED -> "%s changed places";
            case MISSING -> "%s is not in its rack";
            case UNKNOWN_MACHINE -> "%s is recorded";
            case RECORDED_TWICE -> "%s are one machine";
            case ADDRESS_DIFFERS -> "BMC address of %s as seen";
            case MANUFACTURER_DIFFERS -> "manufacturer of %s as seen";
            case MODEL_DIFFERS -> "model of %s as seen";
            case ASSET_TAG_DIFFERS -> "asset tag of %s as seen";
            case DUPLICATE_SERIAL, JUNK_SERIAL -> "%s";
        };
        return "Audit: " + words.formatted(deviation.what());
    }

    /** @throws Invalid when no change of the records can be right, only one of the hardware */
    List<Edit> of(Deviation deviation) throws Problem {
        return switch (deviation.kind()) {
            case SERIAL_CHANGED -> serial(deviation);
            case SWAPPED -> swapped(deviation);
            case MISSING -> missing(deviation);
            case UNKNOWN_MACHINE -> unknown(deviation);
            case RECORDED_TWICE -> twice(deviation);
            case ADDRESS_DIFFERS -> address(deviation);
            case MANUFACTURER_DIFFERS -> field(deviation, "manufacturer");
            case MODEL_DIFFERS -> field(deviation, "model");
            case ASSET_TAG_DIFFERS -> field(deviation, "assetTag");
            case DUPLICATE_SERIAL -> throw Invalid.field("decision",
                    "No record can be right while several BMCs tell one serial number. Write the right one into the "
                            + "FRU of the others, and mark this as to be fixed.");
            case JUNK_SERIAL -> throw Invalid.field("decision",
                    "A placeholder is no serial number to record. Write the right one into the FRU, and mark this as "
                            + "to be fixed.");
        };
    }

    private Server server(UUID id) throws NotFound {
        return view.item(Server.class, id).orElseThrow(() -> NotFound.of("server", id));
    }

    private static Edit put(Item item, Map<String, String> texts) throws Invalid {
        return new Edit.Put(Items.with(item, texts));
    }

    private static Difference first(Deviation deviation, Property property) throws Invalid {
        return deviation.differences().stream().filter(one -> one.property() == property).findFirst()
                .orElseThrow(() -> Invalid.field("decision", "It does not tell what would be recorded."));
    }

    private List<Edit> field(Deviation deviation, String path) throws Problem {
        Server server = server(deviation.items().getFirst());
        String seen = deviation.differences().getFirst().seen();
        return List.of(put(server, Map.of(path, seen)));
    }

    private List<Edit> serial(Deviation deviation) throws Problem {
        Server server = server(deviation.items().getFirst());
        if (deviation.items().size() > 1) {
            throw Invalid.field("decision",
                    ("The serial number is that of %s, which is recorded. Find out where that stands, and correct its "
                            + "record first.").formatted(view.item(Server.class, deviation.items().get(1))
                                    .map(Server::name).orElse("another record")));
        }
        return List.of(put(server, Map.of("serial", first(deviation, Property.SERIAL).seen())));
    }

    /** Name, place and addresses stay; what stands there is exchanged. */
    private List<Edit> swapped(Deviation deviation) throws Problem {
        Server one = server(deviation.items().getFirst());
        Server other = server(deviation.items().get(1));
        return List.of(put(one, machine(other)), put(other, machine(one)));
    }

    private static Map<String, String> machine(Server server) {
        return Map.of("serial", server.serial(), "assetTag", server.assetTag().orElse(""), "manufacturer",
                server.manufacturer(), "model", server.model(), "deviceType",
                server.deviceType().map(UUID::toString).orElse(""));
    }

    /** It is not where the records have it; where its life allows, that ends too. */
    private List<Edit> missing(Deviation deviation) throws Problem {
        Server server = server(deviation.items().getFirst());
        Server out = server.mounted(Optional.empty());
        return List.of(new Edit.Put(
                server.state().mayBecome(LifecycleState.RETIRED) ? out.in(LifecycleState.RETIRED) : out));
    }

    private static List<Edit> unknown(Deviation deviation) throws Problem {
        String serial = first(deviation, Property.SERIAL).seen();
        var server = new Server(UUID.nameUUIDFromBytes(deviation.id().toString().getBytes(
                java.nio.charset.StandardCharsets.UTF_8)), 0, serial, serial, Optional
                        .of(told(deviation,
                                Property.ASSET_TAG))
                        .filter(tag -> !tag.isEmpty()),
                told(deviation, Property.MANUFACTURER),
                told(deviation, Property.MODEL), "", Optional.empty(), LifecycleState.DISCOVERED);
        return List.of(new Edit.Put(server));
    }

    private static String told(Deviation deviation, Property property) {
        return deviation.differences().stream().filter(one -> one.property() == property).map(Difference::seen)
                .findFirst().orElse("");
    }

    private List<Edit> twice(Deviation deviation) throws Problem {
        Server other = server(deviation.items().get(1));
        return List.of(new Edit.Delete(Kind.SERVER, other.id(), other.version()));
    }

    private List<Edit> address(Deviation deviation) throws Problem {
        Server server = server(deviation.items().getFirst());
        Difference difference = first(deviation, Property.ADDRESS);
        List<IpAddress> recorded = view.referring(Port.class, server.id()).filter(Port::managementOnly)
                .flatMap(port -> view.referring(IpAddress.class, port.id())).toList();
        if (recorded.size() != 1) {
            throw Invalid.field("decision", recorded.isEmpty()
                    ? ("No address is recorded for the BMC of %s. Run a discovery of %s: "
                            + "it recognises the machine there.").formatted(server.name(), difference.seen())
                    : "%s has %d recorded addresses for its BMC. Correct the right one by hand.".formatted(
                            server.name(), recorded.size()));
        }
        return List.of(put(recorded.getFirst(), Map.of("address", difference.seen())));
    }
}
