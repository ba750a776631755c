package org.dcos.net.dhcp.journal;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dcos.net.dhcp.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes leases to disk, all that have come up since the last time with one flush, and then says so: what a client is
 * told after that outlives a crash. One thread of its own; belongs to whoever opened it, who closes it.
 *
 * <p>When the disk fails, nobody is told, so clients ask again; the next attempt writes all leases to a new file.
 */
public final class LeaseJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseJournal.class);

    /** Waiting entries, after which who has more has to wait too. */
    private static final int QUEUE = 8192;

    /** Entries that share a flush at most. */
    private static final int BATCH = 2048;

    /** Where so many came together, the next are gathered for a moment: a flush costs more than the waiting. */
    private static final int MANY = 4;
    private static final Duration GATHERING = Duration.ofMillis(1);

    /** A file is not replaced by a new one before it has this size, and four times that of what counts. */
    private static final long SMALL = 1 << 20;

    private static final int GARBAGE = 4;
    private static final long AGAIN_MILLIS = 1000;

    private record Entry(List<Lease> leases, Runnable durable) {}

    private static final Entry END = new Entry(List.of(), () -> {});

    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Map<Inet4Address, byte[]> image = new HashMap<>();
    private final List<Lease> leases;
    private final Recovery recovery;
    private final JournalFile file;
    private final FileChannel lock;
    private final Thread writer;
    private final long small;
    private volatile Optional<String> problem = Optional.empty();
    private volatile long flushes;
    private long imageSize;

    private LeaseJournal(JournalFile.Opened opened, FileChannel lock, long small) {
        file = opened.file();
        this.lock = lock;
        this.small = small;
        leases = List.copyOf(opened.leases().values());
        recovery = opened.recovery();
        leases.forEach(it -> remember(it.address(), LeaseRecord.encode(it)));
        writer = Thread.ofPlatform().name("dhcp-journal").start(this::run);
    }

    /**
     * Opens the journal in a folder, which is made if it is not there.
     *
     * @param forgetBefore leases that ended before are left out
     * @throws IOException if another process has it open, or the disk fails
     */
    public static LeaseJournal open(Path folder, Instant forgetBefore) throws IOException {
        return open(folder, forgetBefore, SMALL);
    }

    static LeaseJournal open(Path folder, Instant forgetBefore, long small) throws IOException {
        var lock = lock(folder);
        try {
            if (!isLocked(lock)) {
                throw new IOException(("The leases in %s are in use by another DHCP server of ours: stop that one, or "
                        + "give this one a folder of its own.").formatted(folder));
            }
            return new LeaseJournal(JournalFile.open(folder, forgetBefore), lock, small);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("leases.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(("The leases cannot be kept in %s (%s): give this process the right to write there, "
                    + "or name another folder.").formatted(folder, e), e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return Optional.ofNullable(lock.tryLock()).isPresent();
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Those on disk when it was opened, each address once. */
    public Collection<Lease> leases() {
        return leases;
    }

    public Recovery recovery() {
        return recovery;
    }

    /** Why nothing can be written at present, in words for an operator; empty when all is well. */
    public Optional<String> problem() {
        return problem;
    }

    /** Flushes to disk since it was opened. */
    public long flushes() {
        return flushes;
    }

    /**
     * Has the leases written. Waits where too many are waiting already.
     *
     * @param durable is run when they are on disk, in the journal's thread, in the order of the calls; never, if they
     *                cannot be written
     */
    public void write(List<Lease> changed, Runnable durable) throws InterruptedException {
        queue.put(new Entry(List.copyOf(changed), durable));
    }

    private void run() {
        var batch = new ArrayList<Entry>(BATCH);
        boolean open = true;
        boolean broken = false;
        while (open) {
            try {
                if (batch.size() >= MANY) {
                    Thread.sleep(GATHERING);
                }
                batch.clear();
                if (queue.poll(broken ? AGAIN_MILLIS : Long.MAX_VALUE, TimeUnit.MILLISECONDS) instanceof Entry first) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                }
                open = !batch.contains(END);
                broken = !isWritten(batch, broken);
                if (!broken) {
                    batch.forEach(LeaseJournal::tell);
                }
            } catch (InterruptedException _) {
                open = false; // nobody interrupts it but a process at its end
            } catch (RuntimeException e) {
                LOG.error("leases could not be written to disk for a mistake of this program", e);
                broken = true;
            }
        }
    }

    private boolean isWritten(List<Entry> batch, boolean anew) {
        var records = new ArrayList<byte[]>();
        for (var entry : batch) {
            for (var lease : entry.leases()) {
                byte[] record = LeaseRecord.encode(lease);
                remember(lease.address(), record);
                records.add(record);
            }
        }
        try {
            if (anew || file.size() > Math.max(small, GARBAGE * imageSize)) {
                file.replace(image.values());
                flushes++;
            } else if (!records.isEmpty()) {
                file.append(records);
                flushes++;
            }
            if (problem.isPresent()) {
                LOG.info("leases are written to disk again");
                problem = Optional.empty();
            }
            return true;
        } catch (IOException e) {
            if (problem.isEmpty()) {
                LOG.error("leases cannot be written to disk, so no client gets one until they can: {}", e.toString());
            }
            problem = Optional.of(("Leases cannot be written to disk (%s), so no client gets one. Make room, or mend "
                    + "the disk: it is tried again every second.").formatted(e.getMessage()));
            return false;
        }
    }

    private void remember(Inet4Address address, byte[] record) {
        imageSize += record.length;
        if (image.put(address, record) instanceof byte[] old) {
            imageSize -= old.length;
        }
    }

    private static void tell(Entry entry) {
        try {
            entry.durable.run();
        } catch (RuntimeException e) {
            LOG.error("what follows from a lease failed for a mistake of this program", e);
        }
    }

    /** Writes what is waiting, and ends. */
    @Override
    public void close() throws IOException {
        try {
            queue.put(END);
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            file.close();
            lock.close();
        }
    }
}
