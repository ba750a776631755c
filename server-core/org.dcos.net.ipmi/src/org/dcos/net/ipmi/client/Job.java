package org.dcos.net.ipmi.client;

import java.util.function.Consumer;
import org.dcos.net.ipmi.command.IpmiRequest;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A submitted request on its way. Used by one shard's thread only, but for {@link #cancel()}. */
final class Job<R> {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    final IpmiRequest<R> request;
    private final Consumer<Outcome<R>> callback;
    private volatile boolean cancelled;

    /** Its session was lost and opened again for it: this happens once. */
    boolean reopened;

    Job(IpmiRequest<R> request, Consumer<Outcome<R>> callback) {
        this.request = request;
        this.callback = callback;
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Reads the answer and hands it over. */
    void answered(BmcTarget target, byte[] answer) {
        R read;
        try {
            read = request.decode(answer);
        } catch (MalformedIpmiMessage e) {
            failed(new ProtocolViolation(target.address(), e.getMessage()));
            return;
        }
        tell(new Outcome.Answered<>(read));
    }

    void failed(IpmiException reason) {
        tell(new Outcome.Failed<>(reason));
    }

    private void tell(Outcome<R> outcome) {
        if (cancelled) {
            return;
        }
        try {
            callback.accept(outcome);
        } catch (RuntimeException e) { // a bug of the caller must not stop the other conversations of the shard
            LOG.error("The receiver of an answer to {} failed", request.title(), e);
        }
    }
}
