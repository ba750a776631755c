package org.dcos.ui.model.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.model.estate.Estate;
import org.dcos.ui.model.selection.Selected;
import org.dcos.ui.model.text.NaturalOrder;

/** Finds servers and racks by what a user types or scans: a pure function, fast enough at 10,000 servers. */
public final class Finder {

    private static final int EXACT = 0;
    private static final int BEGINS = 1;
    private static final int CONTAINS = 2;

    /** @param detail serial number and place, to tell alike ones apart */
    public record Hit(Selected target, String label, String detail, int rank) {}

    private Finder() {}

    /** The best hits first: exact, then beginning, then containing. */
    public static List<Hit> find(Estate estate, String text, int limit) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var server : estate.servers().values()) {
            rank(wanted, server.name(), server.serial(), server.assetTag().orElse("")).ifPresent(rank -> hits
                    .add(new Hit(new Selected.OfServer(server.id()), server.name(), detail(estate, server), rank)));
        }
        for (var rack : estate.racks().values()) {
            rank(wanted, rack.name()).ifPresent(rank -> hits
                    .add(new Hit(new Selected.OfRack(rack.id()), rack.name(), room(estate, rack), rank)));
        }
        return hits.stream().sorted(Comparator.comparingInt(Hit::rank).thenComparing(Hit::label, NaturalOrder.INSTANCE))
                .limit(limit).toList();
    }

    private static Optional<Integer> rank(String wanted, String... fields) {
        int best = Integer.MAX_VALUE;
        for (var field : fields) {
            var value = field.toLowerCase(Locale.ROOT);
            int at = value.indexOf(wanted);
            if (at == 0) {
                best = Math.min(best, value.length() == wanted.length() ? EXACT : BEGINS);
            } else if (at > 0) {
                best = Math.min(best, CONTAINS);
            }
        }
        return best == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
    }

    private static String detail(Estate estate, Server server) {
        var rack = server.mounting().flatMap(mounting -> Optional.ofNullable(estate.racks().get(mounting.rack())));
        return server.serial()
                + rack.map(found -> " · " + found.name() + " U" + server.mounting().orElseThrow().lowest())
                        .orElse("");
    }

    private static String room(Estate estate, Rack rack) {
        return Optional.ofNullable(estate.rooms().get(rack.room())).map(org.dcos.domain.cmdb.Room::name).orElse("");
    }
}
