package org.dcos.net.redfish.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body up to a bound, and ends the connection at one more byte. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final int most;
    private final BodySubscriber<byte[]> taken = BodySubscribers.ofByteArray();
    private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();
    private long length;
    private boolean over;

    /** What came was longer. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int most) {
            super("more than the %,d bytes that are taken".formatted(most));
        }
    }

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return taken.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.complete(subscription);
        taken.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        length += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length > most) {
            over = true;
            source.join().cancel();
            taken.onError(new TooLong(most));
        } else {
            taken.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable reason) {
        if (!over) {
            taken.onError(reason);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            taken.onComplete();
        }
    }
}
