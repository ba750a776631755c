package org.dcos.domain.dhcp;

import java.util.List;
import java.util.UUID;

/** What the records say of networks, for the service that serves them. */
public interface NetworkRecords {

    /** Those that are recorded, in the order asked, all as they are at one moment. */
    List<NetworkRecord> networks(List<UUID> prefixes);
}
