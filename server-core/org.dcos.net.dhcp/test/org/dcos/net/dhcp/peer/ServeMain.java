package org.dcos.net.dhcp.peer;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.dcos.net.dhcp.journal.LeaseJournal;
import org.dcos.net.dhcp.lease.LeaseEvent;
import org.dcos.net.dhcp.server.ConflictProbe;
import org.dcos.net.dhcp.server.DhcpServer;
import org.dcos.net.dhcp.server.ServerListener;
import org.dcos.net.dhcp.subnet.Configuration;
import org.dcos.net.dhcp.subnet.LeaseTimes;
import org.dcos.net.dhcp.subnet.Pool;
import org.dcos.net.dhcp.subnet.Subnet;

/**
 * Serves until its input ends, and says so or why not: to be run with other rights, in another namespace. Arguments:
 * folder of the journal, interface, own address, network, first and last address of the pool.
 */
public final class ServeMain {

    private static final class Silent implements ServerListener {
        @Override
        public void leaseChanged(LeaseEvent event) {
            // nobody asks
        }

        @Override
        public void otherServerSeen(String networkInterface, Inet4Address server) {
            // nobody asks
        }
    }

    public static void main(String[] arguments) throws Exception {
        var subnet = Subnet.attached("served", arguments[3], arguments[1], Pool.of(arguments[4], arguments[5]),
                LeaseTimes.of(Duration.ofHours(1)));
        var configuration = Configuration.of(Map.of(arguments[1], Inet4Address.ofLiteral(arguments[2])), subnet);
        try (var _ = DhcpServer.start(configuration, LeaseJournal.open(Path.of(arguments[0]), Instant.EPOCH),
                ConflictProbe.none(), new Silent(), InstantSource.system())) {
            System.out.println("serving");
            while (System.in.read() >= 0) {
                // until its end
            }
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
