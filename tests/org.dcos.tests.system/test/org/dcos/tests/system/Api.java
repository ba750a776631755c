package org.dcos.tests.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.dcos.tests.peers.ServerProcess;
import org.dcos.tests.peers.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as any script sees it: JSON in, JSON out. */
final class Api implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FILES = List.of("/baselines", "/bring-up/first-logins");

    private final HttpClient http;
    private final String base;
    private final String token;

    private Api(String address, String token) throws Exception {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new AnyCertificate()}, new SecureRandom());
        this.http = HttpClient.newBuilder().sslContext(tls).connectTimeout(Duration.ofSeconds(5)).build();
        this.base = address + "/api/v1";
        this.token = token;
    }

    /** Of a server-core, as its first administrator. */
    static Api of(ServerProcess server) throws Exception {
        return new Api(server.address(), server.token());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, BodyPublishers.noBody(), 200);
    }

    JsonNode post(String path, Object body, int status) throws IOException, InterruptedException {
        return call("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), status);
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return call("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), 200);
    }

    void delete(String path) throws IOException, InterruptedException {
        call("DELETE", path, BodyPublishers.noBody(), 204);
    }

    JsonNode upload(String path, byte[] file) throws IOException, InterruptedException {
        return call("POST", path, BodyPublishers.ofByteArray(file), 200);
    }

    private JsonNode call(String method, String path, HttpRequest.BodyPublisher body, int status)
            throws IOException, InterruptedException {
        var response = send(method, path, body, Map.of("Authorization", "Bearer " + token));
        if (response.statusCode() != status) {
            throw new AssertionError("%s %s gave %d, not %d: %s".formatted(method, path, response.statusCode(), status,
                    response.body()));
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type",
                        method.equals("POST") && FILES.stream().anyMatch(path::startsWith) ? "application/octet-stream"
                                : "application/json");
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until the operation has ended, and gives it with its results. */
    JsonNode ended(JsonNode operation, Duration limit) throws Exception {
        var id = operation.get("id").asString();
        return Wait.until("operation " + operation.get("title").asString(), limit, () -> get("/operations/" + id),
                now -> !now.get("state").asString().equals("RUNNING"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** The certificate is made by the server itself; that it is pinned is the client's matter and tested there. */
    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
            // any
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // any
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // any
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
