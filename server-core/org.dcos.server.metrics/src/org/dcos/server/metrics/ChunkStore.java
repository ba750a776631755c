package org.dcos.server.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

import org.dcos.server.metrics.chunk.Chunk;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chunks on disk, in one MVStore file. Closed chunks are in one map per day of their first sample, keyed by series and
 * first time: all chunks of a day lie together, so that a checkpoint writes few pages, a day that is over can be
 * packed, and a day that is too old goes as a whole. The open chunk of each series, as far as it has grown, is in a map
 * of its own. One thread writes, any may read.
 */
final class ChunkStore implements AutoCloseable {

    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private static final Logger LOG = LoggerFactory.getLogger(ChunkStore.class);
    /** A day whose chunks came in one by one; its pages are about half full. */
    private static final String DAY_MAP = "day:";
    /** A day that was packed when it was over. */
    private static final String PACKED_MAP = "packed:";
    private static final String PACKING_MAP = "packing";
    private static final int PACK_COMMIT_BYTES = 16 << 20;
    private static final long FORMAT = 1;
    private static final long FORMAT_VERSION = 1;
    private static final long NEXT_ID = 2;
    private static final int CACHE_MEGABYTES = 32;
    /** Below this share of live data in percent the file is rewritten piece by piece. */
    private static final int FILL_RATE = 60;
    private static final int COMPACT_BYTES = 16 << 20;

    private final Path file;
    private volatile MVStore store;
    private MVMap<Long, byte[]> numbers;
    private MVMap<Long, byte[]> series;
    private MVMap<Long, byte[]> open;
    private final ConcurrentSkipListMap<Long, MVMap<ChunkKey, byte[]>> days = new ConcurrentSkipListMap<>();

    /** @throws IOException when the file is of a newer version, or in use */
    ChunkStore(Path file) throws IOException {
        this.file = file;
        reopen();
    }

    /**
     * A damaged file is set aside, for somebody to look at, and a new one begun: new samples matter more than old ones.
     */
    private void reopen() throws IOException {
        try {
            openFile();
        } catch (MVStoreException e) {
            if (e.getErrorCode() != DataUtils.ERROR_FILE_CORRUPT || !Files.exists(file)) {
                throw new IOException("The metric file %s cannot be opened: %s".formatted(file, e.getMessage()), e);
            }
            var aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.currentTimeMillis());
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            LOG.error("The metric file {} is damaged and was set aside as {}; a new one is begun, older samples are"
                    + " missing from charts. Restore it from a backup to have them back. ({})", file, aside,
                    e.getMessage());
            openFile();
        }
    }

    private void openFile() throws IOException {
        // "async:" is the H2 file system whose reads survive an interrupted reader; the default closes the file then
        var opened = new MVStore.Builder().fileName("async:" + file.toAbsolutePath()).autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES).open();
        try {
            opened.setVersionsToKeep(0);
            numbers = map(opened, "numbers", LongDataType.INSTANCE);
            series = map(opened, "series", LongDataType.INSTANCE);
            open = map(opened, "open", LongDataType.INSTANCE);
            long version = number(FORMAT, FORMAT_VERSION);
            if (version != FORMAT_VERSION) {
                throw new IOException(("The metric file %s has format %d, this version knows %d. Install the version of"
                        + " DCOS that wrote it, or a newer one.").formatted(file, version, FORMAT_VERSION));
            }
            setNumber(FORMAT, FORMAT_VERSION);
            days.clear();
            for (var name : Set.copyOf(opened.getMapNames())) {
                if (name.startsWith(DAY_MAP) || name.startsWith(PACKED_MAP)) {
                    days.put(Long.parseLong(name.substring(name.indexOf(':') + 1)),
                            map(opened, name, ChunkKey.Type.INSTANCE));
                } else if (name.equals(PACKING_MAP)) {
                    opened.removeMap(name); // cut short by a crash; the day is still there as it was
                }
            }
            store = opened;
        } catch (IOException | RuntimeException e) {
            opened.closeImmediately();
            throw e;
        }
    }

    private static <K> MVMap<K, byte[]> map(MVStore store, String name, DataType<K> keys) {
        return store.openMap(name, new MVMap.Builder<K, byte[]>().keyType(keys).valueType(ByteArrayDataType.INSTANCE));
    }

    private long number(long name, long otherwise) {
        byte[] bytes = numbers.get(name);
        return bytes == null ? otherwise : ByteBuffer.wrap(bytes).getLong();
    }

    private void setNumber(long name, long value) {
        if (number(name, value - 1) != value) {
            numbers.put(name, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }
    }

    int nextId() {
        return (int) number(NEXT_ID, 1);
    }

    void setNextId(int id) {
        setNumber(NEXT_ID, id);
    }

    void putSeries(int id, byte[] description) {
        series.put((long) id, description);
    }

    void putOpen(int id, Chunk chunk) {
        var bytes = ByteBuffer.allocate(Long.BYTES + chunk.bytes().length).putLong(chunk.first()).put(chunk.bytes());
        open.put((long) id, bytes.array());
    }

    void putClosed(int id, Chunk chunk) {
        days.computeIfAbsent(day(chunk.first()), day -> map(store, DAY_MAP + day, ChunkKey.Type.INSTANCE))
                .put(new ChunkKey(id, chunk.first()), chunk.bytes());
    }

    static long day(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    void forEachSeries(BiConsumer<Integer, ByteBuffer> reader) {
        series.forEach((id, description) -> reader.accept(id.intValue(), ByteBuffer.wrap(description)));
    }

    /** The open chunks as they were saved. */
    void forEachOpen(BiConsumer<Integer, Chunk> reader) {
        open.forEach((id, bytes) -> {
            var in = ByteBuffer.wrap(bytes);
            long first = in.getLong();
            var chunk = new byte[in.remaining()];
            in.get(chunk);
            reader.accept(id.intValue(), new Chunk(first, chunk));
        });
    }

    /** Closed chunks of a series that begin from {@code from} on and before {@code before}, oldest first. */
    List<Chunk> closed(int id, long from, long before) throws IOException {
        try {
            return read(id, from, before);
        } catch (MVStoreException | IllegalStateException _) { // a day was packed or dropped just now
            try {
                return read(id, from, before);
            } catch (MVStoreException | IllegalStateException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    private List<Chunk> read(int id, long from, long before) {
        var found = new ArrayList<Chunk>();
        var present = store;
        var usage = present.registerVersionUsage(); // keeps the pages of this version while they are read
        try {
            for (var day : days.subMap(day(from), true, day(before), true).values()) {
                collect(day.cursor(new ChunkKey(id, from), new ChunkKey(id, before), false), before, found);
            }
        } finally {
            present.deregisterVersionUsage(usage);
        }
        return found;
    }

    private static void collect(Cursor<ChunkKey, byte[]> cursor, long before, List<Chunk> found) {
        while (cursor.hasNext()) {
            long first = cursor.next().first();
            if (first < before) {
                found.add(new Chunk(first, cursor.getValue()));
            }
        }
    }

    /** Takes away whole days before this one. @return how many */
    int dropDaysBefore(long day) {
        int dropped = 0;
        for (var old : days.headMap(day).entrySet()) {
            days.remove(old.getKey());
            store.removeMap(old.getValue());
            dropped++;
        }
        return dropped;
    }

    /**
     * Writes the oldest day before this one that is not packed yet anew, in the order of its keys and its pages full,
     * and puts it in place of the old one. A crash leaves the old one.
     *
     * @return whether there was one
     */
    boolean packDayBefore(long day) throws IOException {
        for (var loose : days.headMap(day).entrySet()) {
            if (loose.getValue().getName().startsWith(DAY_MAP)) {
                pack(loose.getKey(), loose.getValue());
                return true;
            }
        }
        return false;
    }

    private void pack(long day, MVMap<ChunkKey, byte[]> loose) throws IOException {
        try {
            var packed = map(store, PACKING_MAP, ChunkKey.Type.INSTANCE);
            packed.clear();
            int uncommitted = 0;
            for (var cursor = loose.cursor(null); cursor.hasNext();) {
                packed.append(cursor.next(), cursor.getValue());
                uncommitted += cursor.getValue().length;
                if (uncommitted > PACK_COMMIT_BYTES) {
                    store.commit();
                    uncommitted = 0;
                }
            }
            store.renameMap(packed, PACKED_MAP + day);
            days.put(day, packed);
            store.removeMap(loose);
        } catch (MVStoreException e) {
            throw new IOException("A day of the metric file %s cannot be packed: %s".formatted(file, e.getMessage()),
                    e);
        }
        commit();
    }

    void dropSeries(int id) {
        series.remove((long) id);
        open.remove((long) id);
    }

    /**
     * All that was put is on disk when this returns.
     *
     * @throws IOException when the disk refuses; what was put since the last commit is then put again by the caller,
     *         the file is opened again by {@link #recover}
     */
    void commit() throws IOException {
        try {
            store.commit();
            store.sync();
        } catch (MVStoreException e) {
            throw new IOException("The metric file %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Gives back space of what was replaced or dropped, a bounded piece at a time. */
    void compact() throws IOException {
        try {
            store.compact(FILL_RATE, COMPACT_BYTES);
        } catch (MVStoreException e) {
            throw new IOException("The metric file %s cannot be compacted: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Opens the file again after a failed write closed it. */
    void recover() throws IOException {
        if (store.isClosed()) {
            reopen();
        }
    }

    long bytesOnDisk() throws IOException {
        return Files.size(file);
    }

    /** Ends without writing; what is committed stays. */
    @Override
    public void close() {
        store.closeImmediately();
    }
}
