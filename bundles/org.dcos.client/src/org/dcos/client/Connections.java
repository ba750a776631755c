package org.dcos.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.dcos.client.connection.TransportConnection;
import org.dcos.client.transport.HttpsTransport;
import org.dcos.client.transport.InJvmTransport;
import org.dcos.domain.Secret;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Unavailable;
import org.dcos.wire.Fingerprint;
import org.dcos.wire.LocalGateway;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes connections to server-cores. A connection starts by itself when made and is closed by who asked for it. */
@Component(service = Connections.class)
public final class Connections {

    private static final String EMBEDDED = "embedded";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private LocalGateway gateway;

    /** Called when the server-core of this process is up. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            unbind = "unsetLocalGateway")
    public void setLocalGateway(LocalGateway local) {
        lock.lock();
        try {
            gateway = local;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Called when the server-core of this process goes. */
    public void unsetLocalGateway(LocalGateway local) {
        lock.lock();
        try {
            gateway = gateway == local ? null : gateway;
        } finally {
            lock.unlock();
        }
    }

    /**
     * To the server-core of this process. Its data directory must have been registered as a service before; then its
     * services come up by themselves, which is waited for.
     *
     * @param longest wait; 60 s is plenty
     * @throws Unavailable when they do not come up in time; the log says which did not and why
     */
    public Connection embedded(Duration longest) throws Unavailable, InterruptedException {
        LocalGateway local = await(longest);
        return new TransportConnection(EMBEDDED, true, new InJvmTransport(local), local.localToken());
    }

    /**
     * To a remote server-core.
     *
     * @param host        name or address
     * @param fingerprint of the certificate that is trusted; without one the connection is refused with
     *                    CERTIFICATE_UNKNOWN and the fingerprint seen
     */
    public Connection remote(String host, int port, Secret token, Optional<String> fingerprint) {
        return new TransportConnection(host + ":" + port, false,
                new HttpsTransport(host, port, fingerprint.map(Fingerprint::parse)), token);
    }

    private LocalGateway await(Duration longest) throws Unavailable, InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (gateway == null) {
                if (left <= 0) {
                    throw new Unavailable(
                            ("The server-core of this process did not come up within %d s. "
                                    + "Its log in the data directory says why.")
                                            .formatted(TimeUnit.NANOSECONDS.toSeconds(longest.toNanos())));
                }
                left = changed.awaitNanos(left);
            }
            return gateway;
        } finally {
            lock.unlock();
        }
    }
}
