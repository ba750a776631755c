package org.dcos.wire;

import java.io.IOException;
import java.util.Optional;

/** Frames of a stream of server-sent events, one after the other. */
public interface EventFrames extends AutoCloseable {

    /**
     * Waits for the next frame: an event, or a comment that says the stream is alive.
     *
     * @return the frame's lines without the empty line that ends it; empty when the stream has ended
     * @throws IOException when the stream broke
     */
    Optional<String> next() throws IOException, InterruptedException;

    /** Ends the stream, also while another thread waits in {@link #next()}. */
    @Override
    void close();
}
