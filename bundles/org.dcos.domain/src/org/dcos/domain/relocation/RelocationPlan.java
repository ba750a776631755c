package org.dcos.domain.relocation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What a relocation would do, before anything is done.
 *
 * @param racks  every rack that machines leave or come to
 * @param issues what would break; those that block come first
 */
public record RelocationPlan(List<Machine> machines, List<RackLoad> racks, List<RelocationIssue> issues) {

    public RelocationPlan {
        machines = List.copyOf(machines);
        racks = List.copyOf(racks);
        issues = List.copyOf(issues);
    }

    /** Whether nothing stands in its way. */
    public boolean possible() {
        return issues.stream().noneMatch(RelocationIssue::blocks);
    }

    /**
     * One machine.
     *
     * @param from      its place in words
     * @param to        the place it is to have, in words
     * @param ports     how many ports it has, with those of the blades in it
     * @param addresses the addresses of it and its ports
     */
    public record Machine(UUID device, String name, String from, String to, int ports, List<CableEnd> cables,
            List<AddressUse> addresses) {

        public Machine {
            cables = List.copyOf(cables);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A cable on one of its ports.
     *
     * @param far         the port or feed at the other end, in words
     * @param metres      how long it is, where known
     * @param needsMetres how long it has to be in the new place, where that can be told
     * @param reaches     whether it is connected again; else it comes off the records and both its ports are free
     */
    public record CableEnd(UUID cable, String port, String far, Optional<Double> metres, Optional<Double> needsMetres,
            boolean reaches) {}

    /**
     * An address that it has.
     *
     * @param prefix the prefix that it is of; empty when none is recorded
     * @param stays  whether that prefix is used in the new place too
     */
    public record AddressUse(String address, String prefix, boolean stays) {}

    /**
     * A rack before and after.
     *
     * @param wattsBefore   the most that what stands in it draws, as far as known; what other relocations will bring
     *                      counts
     * @param unknownWatts  of how many machines there afterwards the power is not known
     * @param gramsBefore   what stands in it weighs, as far as known
     */
    public record RackLoad(UUID rack, String name, int heightUnits, double unitsBefore, double unitsAfter,
            int wattsBefore, int wattsAfter, OptionalInt budgetWatts, int unknownWatts, int gramsBefore,
            int gramsAfter, OptionalInt limitKg) {}
}
