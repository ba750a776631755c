package org.dcos.server.cmdb.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.server.cmdb.live.Unique;
import org.dcos.server.cmdb.live.View;

/**
 * Follows a cable from port to port, in at the front of a patch panel and out at its rear. Which of several fibres of a
 * trunk is meant is remembered from the panel where it began until the one where it ends.
 */
final class CableWay {

    private static final int LONGEST = 200;

    /**
     * What was passed.
     *
     * @param from  the port or feed that it leaves
     * @param to    the port or feed that it comes to
     * @param cable what lies between them; none within a panel
     */
    record Step(UUID from, UUID to, Optional<Cable> cable) {}

    private final View view;
    private final boolean plannedToo;

    /** @param plannedToo whether cables that are only planned are followed too */
    CableWay(View view, boolean plannedToo) {
        this.view = view;
        this.plannedToo = plannedToo;
    }

    Optional<Cable> cable(UUID end) {
        return view.holders(Unique.cableEnd(end)).map(Cable.class::cast).filter(this::there).findFirst();
    }

    private boolean there(Cable cable) {
        return switch (cable.state()) {
            case CONNECTED -> true;
            case PLANNED -> plannedToo;
            case DECOMMISSIONED -> false;
        };
    }

    /** From a port along its cable to the end. */
    List<Step> outward(UUID port) {
        return follow(port, true);
    }

    /** From a port into its own device, and on from there; nothing for a port that leads nowhere within. */
    List<Step> inward(UUID port) {
        return follow(port, false);
    }

    private List<Step> follow(UUID from, boolean byCable) {
        var steps = new ArrayList<Step>();
        Set<UUID> seen = new HashSet<>();
        Deque<Integer> positions = new ArrayDeque<>();
        UUID at = from;
        boolean outside = byCable;
        seen.add(from);
        while (steps.size() < LONGEST) {
            Optional<Step> step = outside ? along(at) : across(at, positions);
            if (step.isEmpty() || !seen.add(step.get().to())) {
                break; // the end, or a loop of patch cables
            }
            steps.add(step.get());
            at = step.get().to();
            outside = !outside;
        }
        return steps;
    }

    private Optional<Step> along(UUID end) {
        return cable(end).map(cable -> new Step(end, cable.other(end), Optional.of(cable)));
    }

    private Optional<Step> across(UUID id, Deque<Integer> positions) {
        return view.item(Port.class, id).flatMap(port -> behind(port, positions))
                .map(other -> new Step(id, other, Optional.empty()));
    }

    private Optional<UUID> behind(Port port, Deque<Integer> positions) {
        return switch (port.kind()) {
            case FRONT -> {
                port.through().ifPresent(_ -> positions.push(port.position().orElse(1)));
                yield port.through();
            }
            case REAR -> front(port, positions);
            case POWER_OUTLET -> port.through();
            case NETWORK, POWER_INLET, CONSOLE, CONSOLE_SERVER -> Optional.empty();
        };
    }

    private Optional<UUID> front(Port rear, Deque<Integer> positions) {
        List<Port> fronts = view.referring(Port.class, rear.id())
                .filter(port -> port.kind() == PortKind.FRONT && port.through().filter(rear.id()::equals).isPresent())
                .toList();
        if (positions.isEmpty()) {
            return fronts.size() == 1 ? Optional.of(fronts.getFirst().id()) : Optional.empty();
        }
        int position = positions.pop();
        return fronts.stream().filter(port -> port.position().orElse(1) == position).map(Port::id).findFirst();
    }
}
