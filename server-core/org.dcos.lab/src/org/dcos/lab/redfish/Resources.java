package org.dcos.lab.redfish;

import java.util.Optional;

/** A part of the tree of resources. */
interface Resources {

    String ROOT = "/redfish/v1";
    String SYSTEMS = ROOT + "/Systems";
    String SYSTEM = SYSTEMS + "/1";
    String CHASSIS = ROOT + "/Chassis/1";
    String MANAGER = ROOT + "/Managers/1";

    /** Empty when it is not of this part, or not there. */
    Optional<Route> route(String path);
}
