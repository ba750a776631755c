package org.dcos.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import org.dcos.client.Connections;
import org.dcos.client.SignIn;
import org.dcos.domain.Secret;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.domain.settings.VaultLock;
import org.dcos.ui.parts.Desk;
import org.dcos.ui.parts.connection.Connector;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the desk to a server-core: to the one of this process, which lives as long as it is used, or to a remote
 * one. Only one of them at a time. All that may block runs in the background, one step after the other.
 */
final class ConsoleConnections implements Connector, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleConnections.class);
    private static final Duration START = Duration.ofSeconds(60);

    private final ConsoleSettings settings;
    private final KnownServers servers;
    private final EmbeddedServerCore embedded;
    private final ServiceTracker<Connections, Connections> factory;
    private final ServiceTracker<VaultLock, VaultLock> locks;
    private final Path data;
    private final EmbeddedPassphrase passphrase;
    private final Simulation simulation;
    private final Desk desk;
    private final ExecutorService background;
    private final Consumer<String> trouble;
    /** Counts what was asked for: what an older order brings is closed at once. */
    private int orders;

    /**
     * @param passphrase gets what opens the vault of the embedded server-core
     * @param trouble    told, in the realm, why the embedded server-core cannot be used
     */
    ConsoleConnections(BundleContext bundles, Path data, ConsoleSettings settings, Desk desk,
            ExecutorService background, EmbeddedPassphrase passphrase, Consumer<String> trouble) {
        this.data = data;
        this.passphrase = passphrase;
        this.settings = settings;
        this.desk = desk;
        this.background = background;
        this.trouble = trouble;
        this.servers = new KnownServers(data);
        this.embedded = new EmbeddedServerCore(bundles, data);
        this.factory = new ServiceTracker<>(bundles, Connections.class, null);
        this.simulation = new Simulation(bundles, data.resolve("lab"));
        this.locks = new ServiceTracker<>(bundles, VaultLock.class, null);
        factory.open();
        locks.open();
    }

    /** Takes the connection of the last time. */
    void begin() {
        var last = settings.get(ConsoleSettings.Key.SERVER).flatMap(servers::named);
        last.ifPresentOrElse(this::remote, this::embedded);
        if (last.isEmpty() && settings.get(ConsoleSettings.Key.SIMULATED).isPresent()) {
            simulateAgain();
        }
    }

    /** Locks the data directory, so that a start that cannot work is told before there is a window. */
    void reserve() throws IOException {
        if (settings.get(ConsoleSettings.Key.SERVER).flatMap(servers::named).isEmpty()) {
            embedded.reserve();
        }
    }

    @Override
    public void embedded() {
        remember("");
        int mine = ++orders;
        background.execute(() -> {
            try {
                unlock();
                embedded.start();
                connect(mine, connections().embedded(START));
            } catch (Unavailable | IOException e) {
                var why = embedded.refusal().orElse(e.getMessage());
                LOG.warn("The embedded server-core cannot be used: {}", why);
                desk.inRealm(() -> trouble.accept(desk.texts().sentences().of(why)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void unlock() throws IOException, Unavailable, InterruptedException {
        if (!embedded.started()) {
            embedded.reserve();
            passphrase.get(waited(locks), data).ifPresent(embedded::unlock);
        }
    }

    @Override
    public void remote(Remote remote) {
        remember(remote.name());
        int mine = ++orders;
        background.execute(() -> {
            servers.keep(remote);
            try {
                connect(mine, connections().remote(remote.host(), remote.port(), remote.token(),
                        Optional.of(remote.fingerprint())));
            } catch (Unavailable e) {
                desk.inRealm(() -> trouble.accept(desk.texts().sentences().of(e.getMessage())));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void connect(int mine, Connection connection) {
        desk.inRealm(() -> {
            if (mine != orders) {
                background.execute(connection::close);
                return;
            }
            desk.connect(connection);
            if (!connection.embedded()) {
                background.execute(embedded::stop);
            }
        });
    }

    private Connections connections() throws Unavailable, InterruptedException {
        return waited(factory);
    }

    private static <T> T waited(ServiceTracker<?, T> services) throws Unavailable, InterruptedException {
        T found = services.waitForService(START.toMillis());
        if (found == null) {
            throw new Unavailable("A part of the console that makes connections did not come up. Its log says why.");
        }
        return found;
    }

    private void remember(String server) {
        keep(ConsoleSettings.Key.SERVER, server);
    }

    private void keep(ConsoleSettings.Key key, String value) {
        try {
            settings.put(key, value);
        } catch (IOException e) {
            LOG.warn("For the next start {} could not be kept: {}", key, e.getMessage());
        }
    }

    @Override
    public List<Remote> known() {
        return servers.all();
    }

    @Override
    public String fingerprint(String host, int port) throws Problem {
        return SignIn.fingerprint(host, port);
    }

    @Override
    public Secret token(String host, int port, String fingerprint, String user, Secret password) throws Problem {
        return SignIn.token(host, port, fingerprint, user, password, "console of " + System.getProperty("user.name"))
                .text();
    }

    @Override
    public void check(Remote remote) throws Problem {
        SignIn.check(remote.host(), remote.port(), remote.fingerprint(), remote.token());
    }

    @Override
    public Lab simulate() throws Problem, InterruptedException {
        var lab = simulation.start();
        keep(ConsoleSettings.Key.SIMULATED, "yes");
        return lab;
    }

    /** Whose records are in the data directory has to be there for them to be true. */
    private void simulateAgain() {
        background.execute(() -> {
            try {
                simulation.start();
            } catch (Problem e) {
                LOG.warn("The simulated data centre could not be started again: {}", e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        simulation.close();
        factory.close();
        locks.close();
        embedded.close();
    }
}
