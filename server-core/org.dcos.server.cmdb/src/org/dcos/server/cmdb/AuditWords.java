package org.dcos.server.cmdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.access.Caller;
import org.dcos.domain.audit.AuditEntry;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Server;

/**
 * Says a change for the audit log: the thing's name, and each field that changed with its value before and after.
 *
 * @param before the places before the change
 * @param after  the places after it
 */
public record AuditWords(Places before, Places after) {

    /** The entry of a deed of the present caller. */
    public static AuditEntry entry(Instant at, String action, UUID subject, String what, String why) {
        Caller caller = Caller.current();
        return new AuditEntry(0, at, caller.name(), caller.origin(), action, Optional.of(subject), what, why);
    }

    /** @param old empty when it is new */
    public String server(Optional<Server> old, Server now) {
        if (old.isEmpty()) {
            return "%s: new; serial number %s; %s; %s".formatted(now.name(), now.serial(),
                    after.mounting(now.mounting()), now.state());
        }
        Server was = old.get();
        var changes = new ArrayList<String>();
        add(changes, "name", was.name(), now.name());
        add(changes, "serial number", was.serial(), now.serial());
        add(changes, "asset tag", was.assetTag().orElse(""), now.assetTag().orElse(""));
        add(changes, "manufacturer", was.manufacturer(), now.manufacturer());
        add(changes, "model", was.model(), now.model());
        add(changes, "owner", was.owner(), now.owner());
        add(changes, "place", before.mounting(was.mounting()), after.mounting(now.mounting()));
        add(changes, "state", was.state().name(), now.state().name());
        return was.name() + ": " + joined(changes);
    }

    /** @param old empty when it is new */
    public String rack(Optional<Rack> old, Rack now) {
        String place = after.room(now.room());
        if (old.isEmpty()) {
            return "%s: new in %s; %d U".formatted(now.name(), place, now.heightUnits());
        }
        Rack was = old.get();
        var changes = new ArrayList<String>();
        add(changes, "name", was.name(), now.name());
        add(changes, "room", before.room(was.room()), place);
        add(changes, "row", was.row(), now.row());
        add(changes, "height in U", Integer.toString(was.heightUnits()), Integer.toString(now.heightUnits()));
        add(changes, "power budget in W", text(was.powerBudgetWatts()), text(now.powerBudgetWatts()));
        return was.name() + ": " + joined(changes);
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    static void add(List<String> changes, String field, String was, String now) {
        if (!Objects.equals(was, now)) {
            changes.add("%s '%s' -> '%s'".formatted(field, was, now));
        }
    }

    static String joined(List<String> changes) {
        return changes.isEmpty() ? "saved without a change" : String.join("; ", changes);
    }
}
