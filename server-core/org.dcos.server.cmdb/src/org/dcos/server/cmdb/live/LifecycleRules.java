package org.dcos.server.cmdb.live;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Port;

/** The steps of a device's life: those of the table, with what has to be so before, and a reason where one is due. */
final class LifecycleRules {

    private static final Set<LifecycleState> FIRST = EnumSet.of(LifecycleState.PLANNED, LifecycleState.DISCOVERED);
    /** Into these nobody goes without saying why. */
    private static final Set<LifecycleState> WITH_REASON = EnumSet.of(LifecycleState.RETIRED,
            LifecycleState.MAINTENANCE);

    private final View after;
    private final Violations found;

    LifecycleRules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    void check(Optional<Device> before, Device device, String why) {
        LifecycleState next = device.state();
        if (before.isEmpty()) {
            boolean server = device instanceof org.dcos.domain.cmdb.Server;
            if (!FIRST.contains(next) && (server || next != LifecycleState.ACTIVE)) {
                found.add("state", server
                        ? "A new server begins as PLANNED or DISCOVERED, not as %s."
                        : "A new device begins as PLANNED, DISCOVERED or ACTIVE, not as %s.", next);
            }
            return;
        }
        LifecycleState now = before.get().state();
        if (next == now) {
            return;
        }
        if (!now.mayBecome(next)) {
            String allowed = now.next().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
            found.add("state", "A server that is %s cannot become %s; %s.", now, next,
                    allowed.isEmpty() ? "it stays so for ever" : "it can become " + allowed);
            return;
        }
        if (WITH_REASON.contains(next) && why.isBlank()) {
            found.add("state", "Give a reason for %s.", next);
        }
        if (next == LifecycleState.RETIRED) {
            retiring(device);
        }
    }

    /** What is retired stands nowhere, hangs on nothing and has no address: else the books hold what is not there. */
    private void retiring(Device device) {
        if (device.mounting().isPresent()) {
            found.add("state", "%s is still racked (%s). Take it out of the rack first.", device.name(),
                    new Words(after).place(device));
        }
        long cables = after.referring(Port.class, device.id())
                .flatMap(port -> after.referring(Cable.class, port.id())).map(Cable::id).distinct().count();
        if (cables > 0) {
            found.add("state", "%s still has %d cables. Unplug them first.", device.name(), cables);
        }
        long addresses = after.referring(IpAddress.class, device.id()).count()
                + after.referring(Port.class, device.id())
                        .flatMap(port -> after.referring(IpAddress.class, port.id())).count();
        if (addresses > 0) {
            found.add("state", "%s still has %d addresses. Reclaim them first.", device.name(), addresses);
        }
    }
}
