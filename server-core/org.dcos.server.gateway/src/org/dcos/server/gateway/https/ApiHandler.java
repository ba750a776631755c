package org.dcos.server.gateway.https;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.wire.EventAnswer;
import org.dcos.wire.EventFrames;
import org.dcos.wire.LocalGateway;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.router.Router;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns HTTP into requests of the wire and back. Runs on virtual threads, so it simply blocks. */
final class ApiHandler extends Handler.Abstract {

    private final LocalGateway gateway;
    private final Set<EventFrames> streams = ConcurrentHashMap.newKeySet();

    ApiHandler(LocalGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try (InputStream body = Content.Source.asInputStream(request)) {
            WireRequest wire = wire(request, body);
            if (Router.asksForEvents(wire)) {
                stream(gateway.events(wire), response);
            } else {
                write(gateway.handle(wire), response);
            }
            callback.succeeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } catch (IOException e) { // the caller went away
            callback.failed(e);
        }
        return true;
    }

    /** Ends all streams, so that the port can be closed. */
    void close() {
        streams.forEach(EventFrames::close);
    }

    private static WireRequest wire(Request request, InputStream body) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName(), List.of(Optional.ofNullable(field.getValue()).orElse("")),
                    (first, more) -> java.util.stream.Stream.concat(first.stream(), more.stream()).toList());
        }
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod(); // Jetty leaves the body out
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        return new WireRequest(method, path, query, headers, body, Request.getRemoteAddr(request));
    }

    private static void head(WireResponse answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    }

    private static void write(WireResponse answer, Response response) throws IOException {
        head(answer, response);
        Content.Sink.write(response, true, ByteBuffer.wrap(answer.body()));
    }

    private void stream(EventAnswer answer, Response response) throws IOException, InterruptedException {
        if (answer.frames().isEmpty()) {
            write(answer.head(), response);
            return;
        }
        try (EventFrames frames = answer.frames().get()) {
            streams.add(frames);
            head(answer.head(), response);
            for (Optional<String> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                byte[] bytes = (frame.get() + "\n\n").getBytes(StandardCharsets.UTF_8);
                Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
            }
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        } finally {
            answer.frames().ifPresent(streams::remove);
        }
    }
}
