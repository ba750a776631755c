package org.dcos.client.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.dcos.client.service.Calls;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.problem.Unavailable;
import org.dcos.wire.EventAnswer;
import org.dcos.wire.EventFrames;
import org.dcos.wire.WireRequest;
import org.dcos.wire.WireResponse;
import org.dcos.wire.endpoint.Endpoint;
import org.dcos.wire.endpoint.Endpoints;
import org.dcos.wire.event.ServerSentEvent;

/**
 * Reads the stream of events, one opening after the other, each going on where the last one ended. A stream silent for
 * longer than three heartbeats counts as dropped. Used by one thread; {@link #close()} by any.
 */
final class EventStream implements AutoCloseable {

    private final Calls calls;
    private final Duration silence;
    private OptionalLong position;
    private volatile EventFrames open;
    private volatile boolean closed;
    private volatile long lastFrame;

    /**
     * @param after   go on after this event; empty starts now
     * @param silence after which the stream counts as dropped
     */
    EventStream(Calls calls, OptionalLong after, Duration silence) {
        this.calls = calls;
        this.position = after;
        this.silence = silence;
    }

    /** The last event read, so that none is missed; empty as long as none is known. */
    OptionalLong position() {
        return position;
    }

    /** @throws Problem when the server-core refuses @throws IOException when there is no answer */
    void open() throws IOException, Problem {
        WireRequest request = WireRequest.of("GET", Endpoints.EVENTS_PATH, "",
                Map.of("Accept", WireResponse.EVENT_STREAM), new byte[0]);
        EventAnswer answer;
        try {
            answer = calls.events(position.isEmpty() ? request
                    : request.with("Last-Event-ID", Long.toString(position.getAsLong())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The connection was closed.");
        }
        if (answer.frames().isEmpty()) {
            throw Endpoint.problem(answer.head());
        }
        open = answer.frames().get();
        if (closed) {
            open.close();
        }
    }

    /**
     * Reads until the stream ends.
     *
     * @return why it ended, for people
     */
    String read(Consumer<NumberedEvent> sink) throws InterruptedException {
        lastFrame = System.nanoTime();
        Thread watch = Thread.ofVirtual().name("dcos-events-watch").start(this::watch);
        try (EventFrames frames = open) {
            for (Optional<String> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                lastFrame = System.nanoTime();
                Optional<NumberedEvent> event = ServerSentEvent.parse(frame.get()).event();
                if (event.isPresent()) {
                    position = OptionalLong.of(event.get().sequence());
                    sink.accept(event.get());
                }
            }
            return silent() ? "Nothing was heard from the server-core for %d s.".formatted(silence.toSeconds())
                    : "The server-core ended the connection.";
        } catch (IOException _) {
            return "The connection to the server-core broke.";
        } catch (Invalid invalid) {
            return "The server-core sent an event that cannot be read: " + invalid.getMessage();
        } finally {
            watch.interrupt();
        }
    }

    private boolean silent() {
        return System.nanoTime() - lastFrame >= silence.toNanos();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            if (silent()) {
                open.close();
                return;
            }
            LockSupport.parkNanos(this, lastFrame + silence.toNanos() - System.nanoTime());
        }
    }

    @Override
    public void close() {
        closed = true;
        EventFrames frames = open;
        if (frames != null) {
            frames.close();
        }
    }
}
