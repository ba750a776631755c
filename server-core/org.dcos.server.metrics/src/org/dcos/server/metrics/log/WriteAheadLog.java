package org.dcos.server.metrics.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records to the newest {@link Segment}. One thread writes: all that came in while it wrote goes out with the
 * next write and one fsync (group commit). The same thread then tells each record, in order, that it is durable, so
 * that the state in memory is built in the order of the log, exactly as a replay builds it.
 *
 * After a failed write the segment is given up, for nobody knows what of it is on disk, and the next record begins a
 * new one. What was refused may then still be replayed after a restart, which does no harm: a sample that is not newer
 * than the newest of its series is dropped.
 */
public final class WriteAheadLog implements AutoCloseable {

    /** A record on its way. Both calls come from the thread of the log. */
    public interface Entry {
        /** The content, 1 byte to 16 MB, between position and limit. */
        ByteBuffer content();

        /** It is on disk; entries are told in the order of the log. */
        void durable();

        void failed(IOException why);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);
    /** Appenders wait while more than this waits for the disk. */
    private static final long MOST_WAITING_BYTES = 64L << 20;
    private static final int BUFFER_BYTES = 1 << 20;

    /** What the thread is asked for. */
    private sealed interface Task {

        record Write(Entry entry) implements Task {}

        /** A new segment, and its number. */
        record Rotate(CompletableFuture<Long> number) implements Task {}
    }

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Task> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean closed;
    private final Thread writer;

    private FileChannel channel;
    private long number;
    /** The last write was refused; told once, not with every try. */
    private boolean failing;
    private volatile long bytes;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /**
     * Hands the records of all segments to the reader, oldest first.
     *
     * @return records read
     */
    public static long replay(Path folder, Consumer<ByteBuffer> reader) throws IOException {
        long records = 0;
        for (var segment : Segment.all(folder)) {
            records += segment.replay(reader);
        }
        return records;
    }

    /** Goes on in a new segment behind those that are there. The folder exists. */
    public WriteAheadLog(Path folder) throws IOException {
        this.folder = folder;
        var segments = Segment.all(folder);
        number = segments.isEmpty() ? 0 : segments.getLast().number();
        for (var segment : segments) {
            bytes += Files.size(segment.file());
        }
        begin();
        writer = Thread.ofPlatform().name("metric-log").start(this::run);
    }

    /** Queues the entry; waits while too much is queued. @throws IOException when the log is closed */
    public void append(Entry entry) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waitingBytes > MOST_WAITING_BYTES && !closed) {
                changed.await();
            }
            if (closed) {
                throw new IOException("The metric store is closed; nothing was stored.");
            }
            waiting.add(new Task.Write(entry));
            waitingBytes += entry.content().remaining();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a new segment.
     *
     * @return its number; all entries in older ones have been told how they ended
     */
    public long rotate() throws IOException, InterruptedException {
        var rotation = new Task.Rotate(new CompletableFuture<>());
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new IOException("The metric log is closed.");
            }
            waiting.add(rotation);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            return rotation.number().get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "No new metric log can be begun in %s: %s".formatted(folder, e.getCause().getMessage()),
                    e.getCause());
        }
    }

    /** Deletes the segments before this one. Call when all that is in them is on disk elsewhere. */
    public void deleteBefore(long segmentNumber) throws IOException {
        long left = 0;
        for (var segment : Segment.all(folder)) {
            if (segment.number() < segmentNumber) {
                Files.delete(segment.file());
            } else {
                left += Files.size(segment.file());
            }
        }
        bytes = left;
    }

    /** Bytes in all segments, roughly. */
    public long bytes() {
        return bytes;
    }

    private void run() {
        var entries = new ArrayList<Entry>();
        try {
            for (Task next; (next = take()) != null;) {
                switch (next) {
                    case Task.Rotate(var answer) -> rotate(answer);
                    case Task.Write(var entry) -> {
                        entries.add(entry);
                        takeMore(entries);
                        write(entries);
                        entries.clear();
                    }
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "The metric log stopped unexpectedly; no samples are stored until the server-core is started again",
                    e);
            throw e;
        } finally {
            end(entries);
        }
    }

    /** @return null when closed and nothing waits */
    private Task take() {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return null;
                }
                changed.awaitUninterruptibly();
            }
            return taken(waiting.poll());
        } finally {
            lock.unlock();
        }
    }

    /** All further entries up to the next rotation. */
    private void takeMore(List<Entry> entries) {
        lock.lock();
        try {
            while (waiting.peek() instanceof Task.Write(var entry)) {
                taken(waiting.poll());
                entries.add(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    private Task taken(Task task) {
        if (task instanceof Task.Write(var entry)) {
            waitingBytes -= entry.content().remaining();
            changed.signalAll();
        }
        return task;
    }

    private void write(List<Entry> entries) {
        try {
            if (channel == null) {
                begin();
            }
            for (var entry : entries) {
                put(entry.content());
            }
            flush();
            channel.force(false);
        } catch (IOException e) {
            giveUp(e);
            entries.forEach(entry -> entry.failed(e));
            return;
        }
        if (failing) {
            failing = false;
            LOG.info("Samples are written to the metric log in {} again", folder);
        }
        entries.forEach(Entry::durable);
    }

    private void put(ByteBuffer content) throws IOException {
        int length = content.remaining();
        if (length == 0 || length > Segment.LONGEST_RECORD) {
            throw new IllegalArgumentException("a log record of %d bytes".formatted(length));
        }
        if (buffer.remaining() < Segment.RECORD_HEADER + length) {
            flush();
        }
        if (buffer.capacity() < Segment.RECORD_HEADER + length) {
            buffer = ByteBuffer.allocate(Segment.RECORD_HEADER + length);
        }
        buffer.putInt(length).putInt(Segment.checksum(content)).put(content.duplicate());
    }

    private void flush() throws IOException {
        buffer.flip();
        bytes += buffer.remaining();
        Segment.write(channel, buffer);
        buffer = buffer.capacity() > BUFFER_BYTES ? ByteBuffer.allocate(BUFFER_BYTES) : buffer.clear();
    }

    private void rotate(CompletableFuture<Long> answer) {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
            begin();
            answer.complete(number);
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    private void begin() throws IOException {
        number++;
        channel = Segment.of(folder, number).create();
        bytes += channel.size();
    }

    private void giveUp(IOException why) {
        if (!failing) {
            failing = true;
            LOG.error("Samples cannot be written to the metric log in {}: {}. Look at the disk's free space and health;"
                    + " it is tried again with every new sample", folder, why.getMessage());
        }
        buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("The metric log given up could not be closed", e);
        }
        channel = null;
    }

    private void end(List<Entry> inHand) {
        lock.lock();
        try {
            closed = true;
            var why = new IOException("The metric log has ended.");
            inHand.forEach(entry -> entry.failed(why));
            for (Task task; (task = waiting.poll()) != null;) {
                switch (task) {
                    case Task.Write(var entry) -> entry.failed(why);
                    case Task.Rotate(var answer) -> answer.completeExceptionally(why);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits and ends; later appends are refused. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (true) {
            try {
                writer.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
