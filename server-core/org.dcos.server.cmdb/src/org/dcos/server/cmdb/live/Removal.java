package org.dcos.server.cmdb.live;

import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.RackReservation;
import org.dcos.domain.cmdb.Relation;
import org.dcos.domain.problem.Conflict;

/** Takes an item away with what is a part of it, and finds what else still refers to it. */
final class Removal {

    private Removal() {}

    static void remove(Draft draft, Item item) throws Conflict {
        if (item instanceof Device device
                && (device.state() == LifecycleState.DEPLOYING || device.state() == LifecycleState.CLEANING)) {
            throw new Conflict("%s is %s just now. Wait for the end, or cancel that first.".formatted(device.name(),
                    device.state()));
        }
        draft.remove(item.id());
        for (Item other : draft.referring(item.id()).toList()) {
            if (part(item, other)) {
                remove(draft, other);
            } else if (other instanceof IpAddress address && address.holder().filter(item.id()::equals).isPresent()) {
                draft.put(Change.next(released(address), address));
            }
        }
    }

    private static boolean part(Item whole, Item other) {
        return other instanceof Relation || whole instanceof Device && other instanceof Port
                || (whole instanceof Port || whole instanceof PowerFeed) && other instanceof Cable
                || whole instanceof Rack && other instanceof RackReservation;
    }

    /** Nobody has it any more, and nobody else gets it before somebody has looked. */
    private static IpAddress released(IpAddress address) {
        return new IpAddress(address.id(), address.version(), address.vrf(), address.address(), AddressState.RESERVED,
                Optional.empty(), address.dnsName(), address.description(), address.silentSince(), Optional.empty(),
                address.labels(), address.fields());
    }

    /** @throws Conflict when something still refers to what was taken away */
    static void checkUnreferenced(Draft draft, Item gone) throws Conflict {
        UUID id = gone.id();
        var left = draft.referring(id).toList();
        if (left.isEmpty()) {
            return;
        }
        var words = new Words(draft);
        Kind kind = Kind.of(left.getFirst());
        long alike = left.stream().filter(item -> Kind.of(item) == kind).count();
        throw new Conflict("The %s still has %d %s (%s). Delete or move them first.".formatted(
                new Words(draft.before()).kindAndName(gone), alike,
                alike == 1 ? kind.word() : kind.resource().replace('-', ' '),
                words.name(left.getFirst()) + (left.size() > 1 ? ", ..." : "")));
    }
}
