package org.dcos.server.cmdb;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.cmdb.ServerFilter;
import org.dcos.server.cmdb.live.View;

/** Finds servers by what a filter wants. */
final class Servers {

    private Servers() {}

    /** Ordered by name. */
    static Stream<Server> wanted(View view, ServerFilter filter) {
        Stream<Server> servers = filter.rack().isPresent()
                ? view.referring(Server.class, filter.rack().get())
                : view.all(Server.class);
        Optional<String> text = filter.text().map(some -> some.strip().toLowerCase(Locale.ROOT));
        return servers.filter(server -> filter.state().isEmpty() || filter.state().get() == server.state())
                .filter(server -> stands(view, server, filter))
                .filter(server -> text.isEmpty() || has(server, text.get()))
                .sorted(Comparator.comparing(Server::name));
    }

    private static boolean stands(View view, Server server, ServerFilter filter) {
        if (filter.room().isEmpty() && filter.idc().isEmpty()) {
            return true;
        }
        Optional<UUID> room = server.mounting().map(Mounting::rack).flatMap(id -> view.item(Rack.class, id))
                .map(Rack::room);
        return room.isPresent() && (filter.room().isEmpty() || filter.room().equals(room))
                && (filter.idc().isEmpty() || view.item(Room.class, room.get()).map(Room::idc).equals(filter.idc()));
    }

    private static boolean has(Server server, String text) {
        return contains(server.name(), text) || contains(server.serial(), text) || contains(server.model(), text)
                || server.assetTag().filter(tag -> contains(tag, text)).isPresent();
    }

    private static boolean contains(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
