package org.dcos.server.metrics.chunk;

import java.io.IOException;

/** The bytes of a chunk are not what was written. */
public final class DamagedChunk extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedChunk(String message) {
        super(message);
    }
}
