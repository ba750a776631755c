package org.dcos.server.cmdb.live;

import java.util.EnumSet;
import java.util.Set;

import org.dcos.domain.cmdb.Cable;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Port;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.cmdb.PowerFeed;
import org.dcos.domain.cmdb.Rack;

/** Ports, and what is plugged into them: power to power, data to data, one cable an end. */
final class CableRules {

    private static final Set<PortKind> DATA = EnumSet.of(PortKind.NETWORK, PortKind.FRONT, PortKind.REAR);
    private static final Set<PortKind> CONSOLE = EnumSet.of(PortKind.CONSOLE, PortKind.CONSOLE_SERVER, PortKind.FRONT,
            PortKind.REAR);

    private final View after;
    private final Violations found;

    CableRules(View after, Violations found) {
        this.after = after;
        this.found = found;
    }

    void check(Port port) {
        found.text("name", port.name(), Rules.NAME, true);
        port.mac().filter(mac -> !mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")).ifPresent(mac -> found.add("mac",
                "'%s' is no MAC address; write it as 00:1b:44:11:3a:b7.", mac));
        port.lag().flatMap(id -> after.item(Port.class, id)).ifPresent(lag -> {
            if (lag.id().equals(port.id())) {
                found.add("lag", "A port cannot be a member of itself.");
            } else if (!lag.device().equals(port.device())) {
                found.add("lag", "%s belongs to another device.", new Words(after).name(lag));
            } else if (lag.lag().isPresent()) {
                found.add("lag", "%s is itself a member of a link aggregation.", lag.name());
            }
        });
        port.through().flatMap(id -> after.item(Port.class, id)).ifPresent(other -> {
            if (!other.device().equals(port.device()) || other.id().equals(port.id())) {
                found.add("through", "%s is no other side of this port: it must be another port of the same device.",
                        new Words(after).name(other));
            }
        });
    }

    void check(PowerFeed feed) {
        found.text("name", feed.name(), Rules.NAME, true);
        if (feed.volts() < 1 || feed.volts() > 1_000) {
            found.add("volts", "A feed has 1 to 1000 V, not %d.", feed.volts());
        }
        if (feed.amperes() < 1 || feed.amperes() > 10_000) {
            found.add("amperes", "A feed has 1 to 10000 A, not %d.", feed.amperes());
        }
        if (feed.phases() != 1 && feed.phases() != 3) {
            found.add("phases", "A feed has 1 or 3 phases, not %d.", feed.phases());
        }
        if (feed.maxUtilisationPercent() < 1 || feed.maxUtilisationPercent() > 100) {
            found.add("maxUtilisationPercent", "Give 1 to 100 percent, not %d.", feed.maxUtilisationPercent());
        }
        feed.rack().flatMap(id -> after.item(Rack.class, id)).filter(rack -> !rack.room().equals(feed.room()))
                .ifPresent(rack -> found.add("rack", "Rack %s stands in another room.", rack.name()));
    }

    void check(Cable cable) {
        found.text("label", cable.label(), Rules.NAME, false);
        if (cable.a().equals(cable.b())) {
            found.add("b", "A cable has two ends; both are %s.", new Words(after).name(cable.a()));
            return;
        }
        if (!cable.colour().isEmpty() && !cable.colour().matches("[0-9a-fA-F]{6}")) {
            found.add("colour", "'%s' is no colour; write six hexadecimal digits, e.g. ffcc00.", cable.colour());
        }
        cable.lengthMetres().filter(metres -> !(metres > 0 && metres < 100_000))
                .ifPresent(_ -> found.add("lengthMetres", "A cable is longer than 0 m and shorter than 100 km."));
        Item a = after.item(cable.a()).orElseThrow();
        Item b = after.item(cable.b()).orElseThrow();
        if (!fits(a, b) && !fits(b, a)) {
            found.add("b", "%s and %s cannot be joined: one is %s, the other %s.", new Words(after).name(a),
                    new Words(after).name(b), word(a), word(b));
        }
    }

    private static boolean fits(Item a, Item b) {
        return switch (a) {
            case PowerFeed _ -> b instanceof Port port && port.kind() == PortKind.POWER_INLET;
            case Port port when port.kind() == PortKind.POWER_OUTLET ->
                    b instanceof Port other && other.kind() == PortKind.POWER_INLET;
            case Port port when port.kind() == PortKind.POWER_INLET -> false; // told from the other side
            case Port port -> b instanceof Port other
                    && (DATA.contains(port.kind()) && DATA.contains(other.kind())
                            || CONSOLE.contains(port.kind()) && CONSOLE.contains(other.kind()));
            default -> false;
        };
    }

    private static String word(Item end) {
        return end instanceof Port port
                ? "a %s port".formatted(port.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                : "a power feed";
    }
}
