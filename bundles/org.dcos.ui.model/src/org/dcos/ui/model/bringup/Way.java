package org.dcos.ui.model.bringup;

import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.LifecycleState;

/** How far a machine has come, those that nothing was heard of and those that are past it included. */
public enum Way {
    PLANNED, SEEN, IDENTIFIED, ACCEPTED, AVAILABLE, OTHER;

    static Way of(Stage stage) {
        return switch (stage) {
            case SEEN -> SEEN;
            case IDENTIFIED -> IDENTIFIED;
            case ACCEPTED -> ACCEPTED;
            case AVAILABLE -> AVAILABLE;
        };
    }

    /** Of a server of which no arrival is known. */
    static Way of(LifecycleState state) {
        return switch (state) {
            case PLANNED -> PLANNED;
            case DISCOVERED, ACCEPTING_FAILED -> IDENTIFIED;
            case ACCEPTED -> ACCEPTED;
            case AVAILABLE -> AVAILABLE;
            case DEPLOYING, DEPLOYING_FAILED, ACTIVE, MAINTENANCE, CLEANING, CLEANING_FAILED, RETIRED -> OTHER;
        };
    }
}
