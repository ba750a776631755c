package org.dcos.lab.network;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Each controller is a socket, and each socket an open file: whether the process may have so many. */
final class OpenFiles {

    /** For jars, logs, databases and connections of the same process. */
    private static final int RESERVE = 200;

    /** @throws LabCannotStart when the limit of this process is too low */
    static void require(int sockets) throws LabCannotStart {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            check(sockets, unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount());
        }
    }

    static void check(int sockets, long open, long limit) throws LabCannotStart {
        long needed = sockets + open + RESERVE;
        if (limit > 0 && needed > limit) {
            throw new LabCannotStart(("%,d simulated BMCs need %,d open files and this process may have %,d. "
                    + "Start with fewer servers, or raise the limit first: ulimit -n %d")
                            .formatted(sockets, needed, limit, needed));
        }
    }

    private OpenFiles() {}
}
