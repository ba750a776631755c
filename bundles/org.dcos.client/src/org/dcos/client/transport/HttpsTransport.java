package org.dcos.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

import org.dcos.wire.EventAnswer;
import org.dcos.wire.Fingerprint;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;

/** To a remote server-core over TLS 1.3; recognised by the fingerprint of its certificate. */
public final class HttpsTransport implements Transport {

    private static final String NO_SUCH_NAME = "%s cannot be found: no such name. "
            + "Check the spelling and the name server.";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** For an answer; each mebibyte sent gives a second more. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    /** Largest answer taken, 512 MiB. */
    private static final long MAX_ANSWER = 512L << 20;

    private final String address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /**
     * @param host   name or address
     * @param pinned the certificate to expect; without one every answer is a {@link CertificateRefused} that tells it
     */
    public HttpsTransport(String host, int port, Optional<Fingerprint> pinned) {
        this.address = (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedTrust.context(pinned))
                .sslParameters(parameters).connectTimeout(CONNECT_TIMEOUT).executor(threads)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY).build();
    }

    @Override
    public WireResponse send(WireRequest request) throws IOException, InterruptedException {
        byte[] body = request.body().readAllBytes();
        HttpRequest http = http(request, body).timeout(ANSWER_TIMEOUT.plusSeconds(body.length >> 20)).build();
        try {
            HttpResponse<byte[]> response = client.send(http,
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
            return new WireResponse(response.statusCode(), headers(response), response.body());
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public EventAnswer events(WireRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(http(request, new byte[0]).timeout(ANSWER_TIMEOUT).build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw told(e);
        }
        Map<String, String> headers = headers(response);
        if (response.statusCode() == 200
                && headers.getOrDefault("content-type", "").startsWith(WireResponse.EVENT_STREAM)) {
            return new EventAnswer(new WireResponse(200, headers, new byte[0]),
                    Optional.of(new HttpFrames(response.body())));
        }
        try (InputStream in = response.body()) {
            return EventAnswer.refused(new WireResponse(response.statusCode(), headers, in.readNBytes(1 << 16)));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private HttpRequest.Builder http(WireRequest request, byte[] body) {
        String uri = "https://" + address + request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
        var publisher = body.length == 0 ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(uri)).method(request.method(), publisher);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder;
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    /** The same exception with a message for people. */
    private IOException told(IOException e) {
        if (CertificateRefused.in(e).isPresent()) {
            return e;
        }
        String what = switch (e) {
            case HttpConnectTimeoutException _ ->
                    "%s does not answer within " + CONNECT_TIMEOUT.toSeconds()
                            + " s. Check address and port, and firewalls in between.";
            case HttpTimeoutException _ ->
                    "%s did not answer in time. It may be overloaded; "
                            + "look whether the request was carried out before you repeat it.";
            case UnknownHostException _ -> NO_SUCH_NAME;
            case ConnectException c when c.getCause() instanceof UnresolvedAddressException -> NO_SUCH_NAME;
            case ConnectException _ -> "%s refuses connections. Is the server-core running, and is the port right?";
            case NoRouteToHostException _ -> "%s cannot be reached: there is no route. Is the VPN up?";
            case SSLException _ -> "%s does not speak TLS 1.3 there. Is the port that of a server-core?";
            default ->
                    "%s dropped the connection before the answer came. "
                            + "Look whether the request was carried out before you repeat it.";
        };
        return new IOException(what.formatted(address), e);
    }
}
