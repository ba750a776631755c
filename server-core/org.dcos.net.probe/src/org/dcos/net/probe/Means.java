package org.dcos.net.probe;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.dcos.net.probe.socket.Libc;

/**
 * What a question needs of the machine.
 *
 * @param libc     empty where ICMP and ARP cannot be spoken
 * @param networks those that this machine is on now
 * @param clock    monotonic, nanoseconds
 * @param random   draws what replies are known by; one that cannot be foretold from outside
 */
record Means(Optional<Libc> libc, Networks networks, LongSupplier clock, RandomGenerator random) {

    /** Reads the networks of a machine. */
    interface Networks {
        List<AttachedNetwork> now() throws IOException;
    }
}
