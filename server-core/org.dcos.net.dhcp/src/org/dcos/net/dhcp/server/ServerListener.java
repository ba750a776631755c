package org.dcos.net.dhcp.server;

import java.net.Inet4Address;
import org.dcos.net.dhcp.lease.LeaseEvent;

/** Is told what a server sees. Must return quickly: others wait for it. */
public interface ServerListener {

    /** The lease is on disk, and the client has been answered. */
    void leaseChanged(LeaseEvent event);

    /** A client took an address from this server, which is not ours, though the network may be. */
    void otherServerSeen(String networkInterface, Inet4Address server);
}
