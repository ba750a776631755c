package org.dcos.server.gateway.https;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import org.dcos.wire.LocalGateway;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open port: HTTP/1.1 over TLS 1.3, each request on a virtual thread of its own. Closed by who opened it. */
public final class HttpsListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpsListener.class);
    private static final String TLS = "TLSv1.3";
    /** A connection on which nothing moves; longer than a heartbeat, so that streams of events live on. */
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int MAX_CONNECTIONS = 4_000;
    private static final int MAX_HEADERS = 16 << 10;
    private static final int MAX_SELECTOR_THREADS = 32;

    private final Server server;
    private final ApiHandler handler;
    private final ListenAddress address;

    private HttpsListener(Server server, ApiHandler handler, ListenAddress address) {
        this.server = server;
        this.handler = handler;
        this.address = address;
    }

    /**
     * Opens the port.
     *
     * @throws ListenFailure with a sentence that says why it cannot be opened and what to do
     */
    public static HttpsListener open(ListenAddress wanted, SSLContext tls, LocalGateway gateway) throws ListenFailure {
        InetSocketAddress socket = wanted.resolve();
        var threads = new QueuedThreadPool(MAX_SELECTOR_THREADS, 4);
        threads.setName("https");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("https-request-", 0).factory()));
        var server = new Server(threads);
        var handler = new ApiHandler(gateway);
        server.setHandler(handler);
        server.setErrorHandler(new ProblemErrors());
        server.setStopTimeout(0);
        var connector = new ServerConnector(server, 1, 1, new SslConnectionFactory(factory(tls), "http/1.1"), http());
        connector.setHost(socket.getAddress().getHostAddress());
        connector.setPort(wanted.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        try {
            connector.open();
            server.start();
        } catch (Exception e) { // Jetty's start declares it
            stop(server);
            throw ListenFailure.of(wanted, e);
        }
        return new HttpsListener(server, handler, wanted.at(connector.getLocalPort()));
    }

    private static SslContextFactory.Server factory(SSLContext tls) {
        var factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        factory.setIncludeProtocols(TLS);
        factory.setSniRequired(false);
        return factory;
    }

    private static HttpConnectionFactory http() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(MAX_HEADERS);
        return new HttpConnectionFactory(configuration);
    }

    /** With the port that was chosen where 0 was wanted. */
    public ListenAddress address() {
        return address;
    }

    /** Ends streams and connections, and gives the port free. */
    @Override
    public void close() {
        handler.close();
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (IOException e) {
            LOG.warn("The port did not close cleanly: {}", e.getMessage());
        } catch (Exception e) { // Jetty's stop declares it
            LOG.warn("The listener did not stop cleanly", e);
        }
    }
}
