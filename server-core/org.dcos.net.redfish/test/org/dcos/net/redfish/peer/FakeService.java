package org.dcos.net.redfish.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.dcos.net.redfish.client.RedfishTarget;

/** Serves what the test puts on it, over HTTPS with a certificate of its own, and remembers what it was asked. */
public final class FakeService implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** @param header name and value pairs */
    public record Answer(int status, String body, String... header) {}

    /** @param headers in the form they came in */
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        public Optional<String> header(String name) {
            return headers.entrySet().stream().filter(entry -> name.equalsIgnoreCase(entry.getKey()))
                    .map(entry -> entry.getValue().getFirst()).findFirst();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Makes an answer to a request. */
    public interface Responder {
        Answer to(Asked asked);
    }

    private final HttpsServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Responder> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** All of them show the same certificate: making one takes a second. */
    private static final class Usual {
        private static final SSLContext TLS = tls();
    }

    public FakeService() throws IOException {
        this(0, Usual.TLS);
    }

    /** One that shows a certificate of its own. */
    public static FakeService withOtherCertificate(int port) throws IOException {
        return new FakeService(port, tls());
    }

    private FakeService(int port, SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
        on("GET", "/redfish/v1/", root(""));
        on("POST", "/redfish/v1/Sessions", _ -> new Answer(201, "{}", "X-Auth-Token", "t-" + asked.size(), "Location",
                "/redfish/v1/Sessions/1"));
        on("DELETE", "/redfish/v1/Sessions/1", new Answer(204, ""));
    }

    public static Answer root(String more) {
        return new Answer(200, """
                {"@odata.id": "/redfish/v1/", "RedfishVersion": "1.15.0", "UUID": "u",
                 "Systems": {"@odata.id": "/redfish/v1/Systems"}, "Managers": {"@odata.id": "/redfish/v1/Managers"},
                 "AccountService": {"@odata.id": "/redfish/v1/AccountService"},
                 "Links": {"Sessions": {"@odata.id": "/redfish/v1/Sessions"}}%s}""".formatted(more));
    }

    public FakeService on(String method, String path, Responder responder) {
        answers.put(method + " " + path, responder);
        return this;
    }

    public FakeService on(String method, String path, Answer answer) {
        return on(method, path, _ -> answer);
    }

    public FakeService get(String path, String body) {
        return on("GET", path, new Answer(200, body));
    }

    public RedfishTarget target() {
        return new RedfishTarget("127.0.0.1", server.getAddress().getPort());
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String method, String path) {
        return asked.stream().filter(each -> each.method().equals(method) && each.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(request);
            Answer answer = answers.getOrDefault(request.method() + " " + request.path(),
                    _ -> new Answer(404, "{\"error\": {\"message\": \"no such thing\"}}")).to(request);
            for (int i = 0; i < answer.header().length; i += 2) {
                exchange.getResponseHeaders().set(answer.header()[i], answer.header()[i + 1]);
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** The JDK's own tool makes the certificate, as its API cannot. */
    private static SSLContext tls() {
        try {
            Path folder = Files.createTempDirectory("fake-service");
            Path file = folder.resolve("tls.p12");
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-keyalg", "EC", "-dname", "CN=fake", "-keystore", file.toString(), "-storepass",
                    new String(PASSWORD), "-alias", "tls").redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile()).start();
            process.waitFor();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder.resolve("log"));
            Files.delete(folder);
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
