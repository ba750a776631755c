package org.dcos.ui.model.bringup;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.text.NaturalOrder;

/** Which planned servers a machine may be: those that have no BMC yet, the likeliest first. */
final class Candidates {

    private Candidates() {}

    /** Servers that have a BMC. */
    static Set<UUID> taken(ServerCore core) throws Problem {
        var taken = new HashSet<UUID>();
        int read = 0;
        Page<Bmc> page;
        do {
            page = core.bmcs().bmcs(Optional.empty(), Optional.of(true), new PageRequest(read, PageRequest.MAX_LIMIT));
            page.items().forEach(bmc -> bmc.server().ifPresent(taken::add));
            read += page.items().size();
        } while (!page.items().isEmpty() && read < page.total());
        return taken;
    }

    /** @param rack where one works, if anywhere: its servers come first; then those of the same model */
    static List<Candidate> of(Estate estate, Arrival arrival, Set<UUID> taken, Optional<UUID> rack) {
        String model = arrival.identity().map(identity -> identity.model()).orElse("");
        return estate.servers().values().stream()
                .filter(server -> !taken.contains(server.id())
                        || arrival.server().filter(server.id()::equals).isPresent())
                .filter(Candidates::awaited)
                .sorted(Comparator.comparing((Server server) -> !near(server, rack))
                        .thenComparing(server -> model.isEmpty() || !server.model().equalsIgnoreCase(model))
                        .thenComparing(server -> place(estate, server), NaturalOrder.INSTANCE)
                        .thenComparing(Server::name, NaturalOrder.INSTANCE))
                .map(server -> new Candidate(server.id(), server.name(), server.serial(), server.model(),
                        place(estate, server), near(server, rack)))
                .toList();
    }

    private static boolean awaited(Server server) {
        return switch (Way.of(server.state())) {
            case PLANNED, SEEN, IDENTIFIED -> true;
            case ACCEPTED, AVAILABLE, OTHER -> false;
        };
    }

    private static boolean near(Server server, Optional<UUID> rack) {
        return rack.isPresent() && server.mounting().map(Mounting::rack).equals(rack);
    }

    private static String place(Estate estate, Server server) {
        return server.mounting().map(mounting -> Optional.ofNullable(estate.racks().get(mounting.rack()))
                .map(rack -> rack.name() + " ").orElse("") + "U" + mounting.lowest()).orElse("");
    }
}
