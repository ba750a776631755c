package org.dcos.server.gateway;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.dcos.domain.settings.LockedDirectory;
import org.dcos.server.gateway.https.HttpsListener;
import org.dcos.server.gateway.tls.ServerCertificate;
import org.dcos.wire.LocalGateway;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A headless server-core: locks its data directory, waits for the services, opens the port, says that it is ready, and
 * goes on until it is told to stop (SIGTERM, SIGINT). Arguments: {@code --data DIR --listen ADDR:PORT
 * [--passphrase]}. Exit code 1,
 * and one sentence on the error output, when it cannot start.
 */
public final class ServerApplication implements IApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ServerApplication.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final Integer CANNOT_START = 1;

    private final CountDownLatch stop = new CountDownLatch(1);

    @Override
    public Object start(IApplicationContext application) throws InterruptedException {
        var arguments = (String[]) application.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(ServerApplication.class).getBundleContext();
        try {
            ServerOptions options = ServerOptions.parse(List.of(arguments));
            run(options, bundles, application);
            return EXIT_OK;
        } catch (IllegalArgumentException | IOException | StartFailure e) { // each says one sentence for the operator
            LOG.debug("Not started", e);
            say(FileDescriptor.err, "dcos: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private void run(ServerOptions options, BundleContext bundles, IApplicationContext application)
            throws IOException, StartFailure, InterruptedException {
        // given free by the end of the process, after all services
        LockedDirectory directory = LockedDirectory.open(options.data());
        var services = new Services(bundles);
        new PassphraseAtTerminal(services.vaultLock(LONGEST_START), PassphraseAtTerminal.ofProcess())
                .ask(directory.path(), options.passphrase()).ifPresent(directory::unlock);
        services.register(directory);
        LocalGateway gateway = services.gateway(LONGEST_START, directory::refusal);
        ServerCertificate certificate = ServerCertificate.in(directory.path(), Instant.now());
        try (HttpsListener listener = HttpsListener.open(options.listen(), certificate.context(), gateway)) {
            stopOnSignal(bundles);
            application.applicationRunning();
            LOG.info("Listening on {}; SHA-256 fingerprint of the certificate {}", listener.address(),
                    certificate.fingerprint());
            say(FileDescriptor.out, "DCOS server-core ready at https://" + listener.address());
            stop.await();
            LOG.info("Stopping");
        }
    }

    /** Ends the process only when the services have put their data in order. */
    private void stopOnSignal(BundleContext bundles) {
        Framework framework = bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(Framework.class);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("dcos-stop").unstarted(() -> {
            stop.countDown();
            try {
                framework.waitForStop(LONGEST_STOP.toMillis());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    /** One line to who started the process; everything else goes to the log. */
    @SuppressWarnings("resource") // the stream is the process's own
    private static void say(FileDescriptor where, String line) {
        var out = new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
        out.println(line);
    }
}
