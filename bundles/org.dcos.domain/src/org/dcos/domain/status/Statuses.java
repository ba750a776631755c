package org.dcos.domain.status;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.sensor.SensorReading;

/** Last known states, from memory: cheap to ask for. They survive a restart, with their age. */
public interface Statuses {

    /** Of all servers, in no particular order. */
    Page<ServerStatus> statuses(PageRequest page) throws Problem;

    ServerStatus status(UUID server) throws Problem;

    /** The sensors as last read, in the order of the BMC's repository; empty when never read. */
    List<SensorReading> sensors(UUID server) throws Problem;
}
