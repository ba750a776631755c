package org.dcos.domain.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Machines on their way from one place to another. Made and driven by {@code org.dcos.domain.relocation.Relocations}:
 * each
 * step that is done is stored together with what it changes in the records.
 *
 * @param title        what is done, in a few words
 * @param why          the reason; may be empty
 * @param begun        when it was begun
 * @param ended        when the last step was done, or it was rolled back
 * @param devices      the machines that are under way; none once it has ended
 * @param reservations the units that it keeps; none once it has ended
 * @param moves        each machine with its old and its new place, and the steps done so far
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record Relocation(UUID id, long version, String title, String why, RelocationState state,
        Optional<Instant> begun,
        Optional<Instant> ended, @RefersTo( {
            Kind.SERVER, Kind.NETWORK_DEVICE, Kind.CHASSIS, Kind.PDU}) List<UUID> devices,
        @RefersTo(Kind.RACK_RESERVATION) List<UUID> reservations, List<RelocationMove> moves,
        Map<String, String> labels, Map<String, String> fields) implements Item{

    public Relocation {
        devices = List.copyOf(devices);
        reservations = List.copyOf(reservations);
        moves = List.copyOf(moves);
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }

    /** Whether there are steps to be done, or to be taken back. */
    public boolean open() {
        return state == RelocationState.OPEN;
    }

    public Optional<RelocationMove> move(UUID device) {
        return moves.stream().filter(move -> move.device().equals(device)).findFirst();
    }

    /** How many steps are done, of all machines. */
    public int stepsDone() {
        return moves.stream().mapToInt(move -> move.done().size()).sum();
    }

    /** How many steps there are, of all machines. */
    public int steps() {
        return moves.size() * RelocationAction.values().length;
    }

    /** The same with these machines, and the units that are kept for them. */
    public Relocation with(List<RelocationMove> moved, List<UUID> kept) {
        return new Relocation(id, version, title, why, state, begun, ended, devices, kept, moved, labels, fields);
    }

    /** The same, ended: nothing is under way or kept any more. */
    public Relocation ended(RelocationState how, Instant when) {
        return new Relocation(id, version, title, why, how, begun, Optional.of(when), List.of(), List.of(), moves,
                labels, fields);
    }
}
