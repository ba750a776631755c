package org.dcos.domain.cmdb;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a server, from a line in a purchase list to its end. The table of allowed steps is here only. */
public enum LifecycleState {
    PLANNED, DISCOVERED, ACCEPTED, ACCEPTING_FAILED, AVAILABLE, DEPLOYING, DEPLOYING_FAILED, ACTIVE, MAINTENANCE,
    CLEANING, CLEANING_FAILED, RETIRED;

    private static final Map<LifecycleState, Set<LifecycleState>> NEXT = new EnumMap<>(Map.ofEntries(
            Map.entry(PLANNED, EnumSet.of(DISCOVERED, RETIRED)),
            Map.entry(DISCOVERED, EnumSet.of(ACCEPTED, ACCEPTING_FAILED, ACTIVE, RETIRED)),
            Map.entry(ACCEPTED, EnumSet.of(AVAILABLE, ACCEPTING_FAILED, RETIRED)),
            Map.entry(ACCEPTING_FAILED, EnumSet.of(DISCOVERED, ACCEPTED, RETIRED)),
            Map.entry(AVAILABLE, EnumSet.of(DEPLOYING, RETIRED)),
            Map.entry(DEPLOYING, EnumSet.of(ACTIVE, DEPLOYING_FAILED)),
            Map.entry(DEPLOYING_FAILED, EnumSet.of(DEPLOYING, CLEANING)),
            Map.entry(ACTIVE, EnumSet.of(MAINTENANCE, CLEANING)),
            Map.entry(MAINTENANCE, EnumSet.of(ACTIVE, CLEANING)),
            Map.entry(CLEANING, EnumSet.of(AVAILABLE, CLEANING_FAILED, RETIRED)),
            Map.entry(CLEANING_FAILED, EnumSet.of(CLEANING, RETIRED)),
            Map.entry(RETIRED, EnumSet.noneOf(LifecycleState.class))));

    public Set<LifecycleState> next() {
        return Set.copyOf(NEXT.get(this));
    }

    public boolean mayBecome(LifecycleState state) {
        return NEXT.get(this).contains(state);
    }
}
