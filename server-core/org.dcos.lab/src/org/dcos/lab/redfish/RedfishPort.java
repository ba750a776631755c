package org.dcos.lab.redfish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.dcos.lab.bmc.LabClock;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.net.ipmi.wire.Presence;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.json.JsonBody;
import org.dcos.net.redfish.json.MalformedJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Port 443 of one simulated controller, or another where that cannot be bound; with the faults of its line. */
public final class RedfishPort implements AutoCloseable {

    /** As {@code https} has it. */
    public static final int PORT = 443;
    /** Where {@link #PORT} takes a privilege. */
    public static final int SECOND_PORT = 8_443;

    private static final Logger LOG = LoggerFactory.getLogger(RedfishPort.class);
    private static final int LONGEST_BODY = 64 << 10;
    private static final long SLOW_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 100;

    private final LabBmc bmc;
    private final RedfishService service;
    private final SSLContext tls;
    private volatile HttpsServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private RedfishPort(LabBmc bmc, RedfishService service, InetSocketAddress address) throws IOException {
        this.bmc = bmc;
        this.service = service;
        this.tls = LabCertificate.context(bmc.server().name(), Instant.now());
        this.server = serve(address);
    }

    /** Serves at the controller's own address. */
    public static RedfishPort open(LabBmc bmc, int port, LabClock clock) throws IOException {
        var opened = new RedfishPort(bmc, new RedfishService(bmc.simulator().shared(), clock, new SecureRandom()),
                new InetSocketAddress(bmc.address().getAddress(), port));
        bmc.whenMoved(opened::follow);
        return opened;
    }

    private HttpsServer serve(InetSocketAddress address) throws IOException {
        HttpsServer opened = HttpsServer.create(address, 0);
        opened.setHttpsConfigurator(new HttpsConfigurator(tls));
        opened.setExecutor(workers);
        opened.createContext("/", this::handle);
        opened.start();
        return opened;
    }

    /** The controller has another address: so has this port, after what is being answered at the old one. */
    private void follow(InetSocketAddress moved) {
        workers.execute(() -> {
            HttpsServer before = server;
            try {
                server = serve(new InetSocketAddress(moved.getAddress(), before.getAddress().getPort()));
                before.stop(1);
            } catch (IOException e) {
                LOG.warn("The Redfish service of {} cannot listen at {}", bmc.server().name(), moved.getAddress(), e);
            }
        });
    }

    /** Whoever serves its address looks for a new one after each datagram. */
    private void move() {
        try (var socket = new DatagramSocket()) {
            byte[] ping = new Presence.Ping(0).encode();
            socket.send(new DatagramPacket(ping, ping.length, bmc.address()));
        } catch (IOException e) {
            LOG.debug("BMC {} cannot be told to move", bmc.address(), e);
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Sessions that are open now. */
    public int sessions() {
        return service.sessionCount();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault fault = bmc.fault();
            if (pass(fault)) { // else the connection ends without an answer
                send(exchange, answer(exchange), fault);
            }
            if (!bmc.simulator().lanAddress().equals(bmc.address().getAddress())) {
                move();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return service.answer(call(exchange));
        } catch (MalformedJson _) {
            return new Answer(400, Map.of(), Optional.of(Refusal.malformed().body()));
        } catch (RuntimeException e) {
            LOG.error("The Redfish service of {} could not answer {} {}", bmc.server().name(),
                    exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return new Answer(500, Map.of(), Optional.empty());
        }
    }

    private static void send(HttpExchange exchange, Answer answer, Fault fault) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("OData-Version", "4.0");
        if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
            exchange.getResponseHeaders().set("Connection", "close"); // the JDK's server closes it without saying so
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        byte[] body = answer.body().map(node -> JsonBody.write(node.fields())).orElse(new byte[0]);
        if (body.length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(fault == Fault.GARBAGE ? garbled(body) : body);
    }

    /** As the line of IPMI: silence does not end by an answer, slowness takes its time. */
    private boolean pass(Fault fault) throws InterruptedException {
        if (fault == Fault.SLOW) {
            Thread.sleep(SLOW_MILLIS);
        }
        for (long waited = 0; bmc.fault() == Fault.SILENT && waited < SILENCE_MILLIS; waited += LOOK_MILLIS) {
            Thread.sleep(LOOK_MILLIS);
        }
        return bmc.fault() != Fault.SILENT;
    }

    private static byte[] garbled(byte[] body) {
        byte[] changed = body.clone();
        var random = ThreadLocalRandom.current();
        for (int i = random.nextInt(1, 40); i > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        changed[0] = '<';
        return changed;
    }

    private static Call call(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                values.getFirst()));
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        Json json = JsonBody.read(path, exchange.getRequestMethod().equals("GET") ? "{}".getBytes(
                StandardCharsets.UTF_8) : body);
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return new Call(exchange.getRequestMethod(), trimmed, LogResources.query(query), headers, json);
    }
}
