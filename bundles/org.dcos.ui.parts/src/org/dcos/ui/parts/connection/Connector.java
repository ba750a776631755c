package org.dcos.ui.parts.connection;

import java.util.List;

import org.dcos.domain.Secret;
import org.dcos.domain.baseline.BaselineFile;
import org.dcos.domain.problem.Problem;

/** Goes from one server-core to another. A service of the workbench; the console has it. */
public interface Connector {

    /**
     * A remote server-core that was confirmed once.
     *
     * @param fingerprint SHA-256 of the certificate that is trusted
     * @param token       what opens it
     */
    record Remote(String host, int port, String fingerprint, Secret token) {
        public String name() {
            return host + ":" + port;
        }
    }

    /** Goes over to the server-core of this process, which is started when it does not run. Call in the realm. */
    void embedded();

    /** Goes over to a remote one and remembers it for the next start. Call in the realm. */
    void remote(Remote remote);

    /** Those used before, the last one first. */
    List<Remote> known();

    /** The fingerprint of the certificate that is shown there. Blocks. */
    String fingerprint(String host, int port) throws Problem;

    /** A token for a user. Blocks. */
    Secret token(String host, int port, String fingerprint, String user, Secret password) throws Problem;

    /** Asks whether a token opens it. Blocks. @throws Problem when it does not */
    void check(Remote remote) throws Problem;

    /** Files of a simulated data centre that answers. */
    interface Lab {
        BaselineFile baseline() throws Problem;

        /** Address, port, user and password of each BMC, as CSV. */
        String controllers() throws Problem;
    }

    /**
     * Starts the simulated data centre beside the embedded server-core. Blocks; interrupting gives up.
     *
     * @throws Problem when it cannot be started
     */
    Lab simulate() throws Problem, InterruptedException;
}
