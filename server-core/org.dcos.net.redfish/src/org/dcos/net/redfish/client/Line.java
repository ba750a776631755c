package org.dcos.net.redfish.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.dcos.net.redfish.json.JsonBody;

/**
 * One request and its answer over HTTPS, within bounded time and size. Reading goes over connections that are kept.
 * What changes something has a connection of its own: on a kept one that the other end is about to close, a request may
 * be lost without anybody knowing whether it was carried out.
 */
final class Line implements AutoCloseable {

    private final RedfishOptions options;
    private final SSLContext tls;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient kept;

    /**
     * @param body        at most {@link JsonBody#LONGEST} bytes
     * @param certificate of the service, also where the TLS session was taken up again and it was not shown anew
     */
    record Answer(int status, HttpHeaders headers, byte[] body, Optional<Fingerprint> certificate) {}

    Line(RedfishOptions options, CertificateTrust trust) {
        this.options = options;
        this.tls = PinnedTrust.context(trust);
        this.kept = newClient();
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(options.connect())
                .followRedirects(HttpClient.Redirect.NEVER).sslContext(tls).executor(workers).build();
    }

    /**
     * @param path begins with a slash, with its query
     * @param wait for all of it
     */
    Answer send(RedfishTarget target, String method, String path, Map<String, String> headers, Optional<byte[]> body,
            Duration wait) throws RedfishException, InterruptedException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create("https://" + target.authority() + path));
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation(target, "'%s' is no path".formatted(path), e);
        }
        request.timeout(wait).method(method, body.map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()))
                .header("Accept", "application/json").header("OData-Version", "4.0");
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        headers.forEach(request::header);
        if (method.equals("GET")) {
            return send(kept, target, request.build(), wait);
        }
        HttpClient own = newClient();
        try {
            return send(own, target, request.build(), wait);
        } finally {
            own.shutdownNow();
        }
    }

    private static Answer send(HttpClient http, RedfishTarget target, HttpRequest request, Duration wait)
            throws RedfishException, InterruptedException {
        String method = request.method();
        long begun = System.nanoTime();
        var coming = http.sendAsync(request, _ -> new BoundedBody(JsonBody.LONGEST));
        try {
            HttpResponse<byte[]> response = coming.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body(), certificate(response));
        } catch (ExecutionException e) {
            throw reason(target, method, e.getCause(), since(begun));
        } catch (TimeoutException e) { // the time of the request ends with the headers, that of the body is ours
            coming.cancel(true);
            throw new ServiceSilent(target, 1, since(begun), !method.equals("GET"), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            throw e;
        }
    }

    private static Optional<Fingerprint> certificate(HttpResponse<?> response) {
        try {
            return response.sslSession().isPresent()
                    && response.sslSession().get().getPeerCertificates()[0] instanceof X509Certificate shown
                            ? Optional.of(Fingerprint.of(shown))
                            : Optional.empty();
        } catch (SSLPeerUnverifiedException | CertificateEncodingException _) {
            return Optional.empty();
        }
    }

    private static RedfishException reason(RedfishTarget target, String method, Throwable cause, Duration waited) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof PinnedTrust.OtherCertificate other) {
                return new OtherCertificateShown(target, other.shown(), other.expected(), cause);
            }
            if (each instanceof BoundedBody.TooLong) {
                return new ProtocolViolation(target, each.getMessage(), cause);
            }
        }
        if (cause instanceof SSLException) {
            return new NotRedfish(target, "no TLS connection can be made with it (%s)".formatted(cause.getMessage()),
                    cause);
        }
        if (cause instanceof IOException) {
            boolean never = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            return new ServiceSilent(target, 1, waited, !never && !method.equals("GET"), cause);
        }
        return new ProtocolViolation(target, String.valueOf(cause.getMessage()), cause);
    }

    RedfishOptions options() {
        return options;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        kept.shutdownNow();
        workers.shutdownNow();
    }
}
