package org.dcos.server.cmdb.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.Server;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;

/**
 * A live server as the comparison needs it.
 *
 * @param expected  whether it should be there to be seen: past PLANNED
 * @param place     in words; empty when it is not racked
 * @param addresses recorded addresses of its ports that are for management only
 */
record Recorded(UUID id, String name, String serial, String manufacturer, String model, Optional<String> assetTag,
        boolean expected, Optional<UUID> rack, String place, Set<String> addresses) {

    static List<Recorded> of(View view) {
        var words = new Words(view);
        var all = new ArrayList<Recorded>();
        view.all(Server.class).filter(Server::live).forEach(server -> all.add(new Recorded(server.id(), server.name(),
                server.serial(), server.manufacturer(), server.model(), server.assetTag(),
                server.state() != LifecycleState.PLANNED, server.mounting().map(Mounting::rack),
                server.mounting().isPresent() || server.bay().isPresent() ? words.place(server) : "",
                addresses(view, server))));
        all.sort(java.util.Comparator.comparing(Recorded::name).thenComparing(Recorded::id));
        return all;
    }

    private static Set<String> addresses(View view, Server server) {
        var addresses = new TreeSet<String>();
        view.referring(Port.class, server.id()).filter(Port::managementOnly)
                .flatMap(port -> view.referring(IpAddress.class, port.id()))
                .forEach(address -> addresses.add(address.address()));
        return addresses;
    }
}
