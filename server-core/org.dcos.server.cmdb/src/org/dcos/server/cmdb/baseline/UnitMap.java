package org.dcos.server.cmdb.baseline;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;

/** Which server takes which unit of which rack, from which side. */
final class UnitMap {

    private record Side(UUID rack, Face face) {}

    private final Map<Side, Server[]> taken = new HashMap<>();

    /** Takes the units, where all of them are free. @return whoever has one of them; null when all were free */
    Server take(Server server, Mounting mounting) {
        Server[] units = units(mounting);
        for (int unit = mounting.bottomUnit(); unit <= mounting.topUnit(); unit++) {
            if (units[unit] != null) {
                return units[unit];
            }
        }
        for (int unit = mounting.bottomUnit(); unit <= mounting.topUnit(); unit++) {
            units[unit] = server;
        }
        return null;
    }

    /** The lowest unit nearest to the wanted one from which the height is free in the rack. */
    OptionalInt nearestFree(Mounting wanted, int rackHeight) {
        Server[] units = units(wanted);
        for (int away = 1; away < rackHeight; away++) {
            for (int lowest : new int[] {wanted.bottomUnit() - away, wanted.bottomUnit() + away}) {
                if (lowest >= 1 && lowest + (int) Math.ceil(wanted.heightUnits()) - 1 <= rackHeight
                        && free(units, lowest, (int) Math.ceil(wanted.heightUnits()))) {
                    return OptionalInt.of(lowest);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean free(Server[] units, int lowest, int height) {
        for (int unit = lowest; unit < lowest + height; unit++) {
            if (units[unit] != null) {
                return false;
            }
        }
        return true;
    }

    private Server[] units(Mounting mounting) {
        return taken.computeIfAbsent(new Side(mounting.rack(), mounting.face()),
                _ -> new Server[Rack.MAX_HEIGHT_UNITS + 1]);
    }
}
