package org.dcos.domain.cmdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One machine of a relocation.
 *
 * @param name      as it was called when the relocation was planned
 * @param stopped   it, and the blades in it, as far as the first step put them into maintenance
 * @param unplugged the cables that were unplugged and will be connected again
 * @param done      the steps done so far, in their order
 */
public record RelocationMove(UUID device, String name, Mounting from, Mounting to, List<UUID> stopped,
        List<UUID> unplugged, List<RelocationStep> done) {

    public RelocationMove {
        stopped = List.copyOf(stopped);
        unplugged = List.copyOf(unplugged);
        done = List.copyOf(done);
    }

    /** What is to be done next; empty when it is where it belongs, and running. */
    public Optional<RelocationAction> next() {
        RelocationAction[] all = RelocationAction.values();
        return done.size() < all.length ? Optional.of(all[done.size()]) : Optional.empty();
    }

    public boolean done(RelocationAction action) {
        return done.stream().anyMatch(step -> step.action() == action);
    }

    /** Whether it stands in no rack just now. */
    public boolean carried() {
        return done(RelocationAction.CARRY) && !done(RelocationAction.MOUNT);
    }

    public RelocationMove after(RelocationStep step) {
        var all = new ArrayList<>(done);
        all.add(step);
        return new RelocationMove(device, name, from, to, stopped, unplugged, all);
    }

    public RelocationMove stopped(List<UUID> devices) {
        return new RelocationMove(device, name, from, to, devices, unplugged, done);
    }

    public RelocationMove unplugged(List<UUID> cables) {
        return new RelocationMove(device, name, from, to, stopped, cables, done);
    }
}
