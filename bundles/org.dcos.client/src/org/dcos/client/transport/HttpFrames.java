package org.dcos.client.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.dcos.wire.EventFrames;

/** Cuts the body of a stream of server-sent events into its frames (WHATWG HTML §9.2.5: an empty line ends one). */
final class HttpFrames implements EventFrames {

    /** Largest frame taken: the states of far more servers than one server-core has. */
    private static final int MAX_FRAME = 64 << 20;

    private final InputStream in;
    private volatile boolean closed;

    HttpFrames(InputStream body) {
        this.in = new BufferedInputStream(body, 1 << 16);
    }

    @Override
    public Optional<String> next() throws IOException {
        var frame = new ByteArrayOutputStream();
        int before = '\n';
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n' && before == '\n') {
                    if (frame.size() > 0) {
                        return Optional.of(frame.toString(StandardCharsets.UTF_8));
                    }
                } else if (b != '\r') {
                    frame.write(b);
                    before = b;
                }
                if (frame.size() > MAX_FRAME) {
                    throw new IOException(
                            "The server-core sent an event larger than %d MiB.".formatted(MAX_FRAME >> 20));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            if (closed) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            in.close();
        } catch (IOException _) {
            // it is over either way
        }
    }
}
