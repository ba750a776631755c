package org.dcos.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;

import org.dcos.domain.Secret;
import org.dcos.domain.settings.DataDirectory;
import org.dcos.domain.settings.LockedDirectory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server-core of this process. Its services come up by themselves once the data directory is there, and go when it
 * goes; so starting and stopping it is to register and to unregister that directory. Thread-safe.
 */
final class EmbeddedServerCore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServerCore.class);

    private final BundleContext bundles;
    private final Path data;
    private Optional<LockedDirectory> directory = Optional.empty();
    private Optional<ServiceRegistration<DataDirectory>> registration = Optional.empty();

    EmbeddedServerCore(BundleContext bundles, Path data) {
        this.bundles = bundles;
        this.data = data;
    }

    /** Locks the data directory; the same again does nothing. @throws IOException with a sentence for the operator */
    synchronized void reserve() throws IOException {
        if (directory.isEmpty()) {
            directory = Optional.of(LockedDirectory.open(data));
        }
    }

    /** Whether its services are up or coming up. */
    synchronized boolean started() {
        return registration.isPresent();
    }

    /** Keeps what opens the vault of the reserved directory, for the start. */
    synchronized void unlock(Secret passphrase) {
        directory.ifPresent(held -> held.unlock(passphrase));
    }

    /** Lets the services come up; returns before they are. */
    synchronized void start() throws IOException {
        reserve();
        if (registration.isEmpty()) {
            Dictionary<String, Object> none = new Hashtable<>();
            registration = Optional.of(bundles.registerService(DataDirectory.class, directory.orElseThrow(), none));
        }
    }

    /** Why it will not come up, when a service said so. */
    synchronized Optional<String> refusal() {
        return directory.flatMap(LockedDirectory::refusal);
    }

    /** Ends its services and gives the data directory free. */
    synchronized void stop() {
        registration.ifPresent(ServiceRegistration::unregister);
        registration = Optional.empty();
        directory.ifPresent(held -> {
            try {
                held.close();
            } catch (IOException e) {
                LOG.warn("The lock of {} could not be given free: {}", held.path(), e.getMessage());
            }
        });
        directory = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }
}
