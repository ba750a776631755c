package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.Chassis;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.ServiceRoot;

/** Where a service has what; found out once and remembered with the connection. */
final class Layout {

    private static final int MOST_CHASSIS = 8;

    private volatile Optional<ServiceRoot> root = Optional.empty();
    private volatile Optional<String> system = Optional.empty();
    private volatile Optional<String> manager = Optional.empty();
    private volatile List<Chassis> chassis = List.of();
    private volatile boolean expands = true;

    static Layout of(RedfishConnection connection) {
        return connection.remembered(Layout.class, Layout::new);
    }

    ServiceRoot root(RedfishConnection connection) throws RedfishException, InterruptedException {
        if (root.isEmpty()) {
            root = Optional.of(ServiceRoot.read(connection.root()));
        }
        return root.get();
    }

    Quirk quirk(RedfishConnection connection) throws RedfishException, InterruptedException {
        return Quirk.of(root(connection));
    }

    /** Whether to ask for collections with their members. */
    boolean expands(RedfishConnection connection) throws RedfishException, InterruptedException {
        return root(connection).expand() && expands;
    }

    /** It promised to, and does not. */
    void doesNotExpand() {
        expands = false;
    }

    /** The server; the physical one where there are others, such as virtual machines. */
    String system(RedfishConnection connection) throws RedfishException, InterruptedException {
        if (system.isEmpty()) {
            system = Optional.of(pick(connection, root(connection).systems(), "system", "SystemType", "Physical"));
        }
        return system.get();
    }

    String manager(RedfishConnection connection) throws RedfishException, InterruptedException {
        if (manager.isEmpty()) {
            manager = Optional.of(pick(connection, root(connection).managers(), "manager", "ManagerType", "BMC"));
        }
        return manager.get();
    }

    private static String pick(RedfishConnection connection, Optional<String> collection, String what, String property,
            String wanted) throws RedfishException, InterruptedException {
        if (collection.isEmpty()) {
            throw new NotOffered(connection.target(), what);
        }
        List<String> members = Members.links(connection, collection.get());
        if (members.isEmpty()) {
            throw new NotOffered(connection.target(), what);
        }
        if (members.size() > 1) {
            for (String member : members.subList(0, Math.min(members.size(), MOST_CHASSIS))) {
                Optional<Json> json = connection.find(member);
                if (json.isPresent() && json.get().textOrEmpty(property).equals(wanted)) {
                    return member;
                }
            }
        }
        return members.getFirst();
    }

    /** The chassis the server is in, or all there are when it does not say. */
    List<Chassis> chassis(RedfishConnection connection) throws RedfishException, InterruptedException {
        if (chassis.isEmpty()) {
            var paths = new LinkedHashSet<String>();
            Optional<Json> server = connection.find(system(connection));
            if (server.isPresent()) {
                paths.addAll(Parsed.of(connection, server.get(), ComputerSystem::read).links().chassis());
            }
            Optional<String> all = root(connection).chassis();
            if (paths.isEmpty() && all.isPresent()) {
                paths.addAll(Members.links(connection, all.get()));
            }
            var found = new ArrayList<Chassis>();
            for (String path : paths.stream().limit(MOST_CHASSIS).toList()) {
                Optional<Json> json = connection.find(path);
                if (json.isPresent()) {
                    found.add(Parsed.of(connection, json.get(), Chassis::read));
                }
            }
            chassis = List.copyOf(found);
        }
        return chassis;
    }

    /** Something is not where it was, as after an update of the firmware. */
    void forget() {
        root = Optional.empty();
        system = Optional.empty();
        manager = Optional.empty();
        chassis = List.of();
        expands = true;
    }
}
