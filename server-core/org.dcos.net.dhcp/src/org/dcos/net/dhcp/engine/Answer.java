package org.dcos.net.dhcp.engine;

import java.util.ArrayList;
import java.util.List;
import org.dcos.net.dhcp.lease.LeaseEvent;

/**
 * What follows from a message.
 *
 * @param events of leases, which have to be on disk before the reaction
 */
public record Answer(List<LeaseEvent> events, Reaction reaction) {

    public Answer {
        events = List.copyOf(events);
    }

    /** Leases have ended, and nobody asked. */
    public static Answer ofEnded(List<LeaseEvent> events) {
        return new Answer(events, new Reaction.Silence(Reason.TAKEN_NOTE));
    }

    static Answer of(Reaction reaction) {
        return new Answer(List.of(), reaction);
    }

    static Answer silence(Reason reason) {
        return of(new Reaction.Silence(reason));
    }

    /** These events before those of the other. */
    Answer after(List<LeaseEvent> earlier) {
        var all = new ArrayList<>(earlier);
        all.addAll(events);
        return new Answer(all, reaction);
    }
}
