package org.dcos.server.oob.bringup;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.EventPublisher;
import org.dcos.domain.problem.Conflict;

/**
 * Writes what is recorded of a BMC that is on its way. It has its record from early on, so that others note what they
 * learn of it at the same time: then it is made once more of what is recorded by then.
 */
record BmcRecord(BmcStore bmcs, EventPublisher events) {

    private static final int MOST_TRIES = 5;

    /** Makes the record of the one that is there. */
    interface Making {
        Bmc now() throws Conflict;
    }

    void write(Making making) throws Conflict {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                save(making.now());
                return;
            } catch (Conflict _) { // somebody else was there in the same moment
            }
        }
        save(making.now());
    }

    private void save(Bmc bmc) throws Conflict {
        events.publish(new DomainEvent.BmcSaved(bmcs.save(bmc)));
    }
}
