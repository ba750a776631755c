package org.dcos.server.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import org.dcos.server.metrics.chunk.Chunk;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chunks on disk, in one MVStore file, keyed by series and first time. Closed chunks come into one map per window of
 * two hours of their first sample, so that a checkpoint rewrites the pages of the newest window only. A day that is
 * over is packed: the chunks of each series are joined, and all of a day are in one map, which goes as a whole when it
 * is too old. The open chunk of each series, as far as it has grown, is in a map of its own. One thread writes, any may
 * read.
 */
final class ChunkStore implements AutoCloseable {

    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private static final Logger LOG = LoggerFactory.getLogger(ChunkStore.class);
    /** A window, as a number of them since 1970, whose chunks came in one by one. */
    private static final String WINDOW_MAP = "window:";
    /** A day that was packed when it was over. */
    private static final String PACKED_MAP = "packed:";
    /** Format 1: a day whose chunks came in one by one. */
    private static final String DAY_MAP = "day:";
    private static final String PACKING_MAP = "packing";
    private static final int PACK_COMMIT_BYTES = 16 << 20;
    private static final long FORMAT = 1;
    private static final long FORMAT_VERSION = 2;
    private static final long NEXT_ID = 2;
    private static final int CACHE_MEGABYTES = 32;
    /** Below this share of live data in percent the file is rewritten piece by piece. */
    private static final int FILL_RATE = 85;
    private static final int COMPACT_MILLIS = 2_000;
    private static final int COMPACT_BYTES = 16 << 20;

    private final Path file;
    private volatile MVStore store;
    private MVMap<Long, byte[]> numbers;
    private MVMap<Long, byte[]> series;
    private MVMap<Long, byte[]> open;
    private volatile ClosedMaps closed = ClosedMaps.NONE;

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
                .cacheSize(CACHE_MEGABYTES).autoCompactFillRate(FILL_RATE).open();
        try {
            opened.setVersionsToKeep(0);
            opened.setRetentionTime(0); // every commit is forced to disk before the space of the one before is used
            numbers = map(opened, "numbers", LongDataType.INSTANCE);
            series = map(opened, "series", LongDataType.INSTANCE);
            open = map(opened, "open", LongDataType.INSTANCE);
            long version = number(FORMAT, FORMAT_VERSION);
            if (version > FORMAT_VERSION) {
                throw new IOException(("The metric file %s has format %d, this version knows %d. Install the version of"
                        + " DCOS that wrote it, or a newer one.").formatted(file, version, FORMAT_VERSION));
            }
            setNumber(FORMAT, FORMAT_VERSION);
            closed = closedMaps(opened);
            store = opened;
        } catch (IOException | RuntimeException e) {
            opened.closeImmediately();
            throw e;
        }
    }

    private static ClosedMaps closedMaps(MVStore opened) {
        var maps = ClosedMaps.NONE;
        for (var name : Set.copyOf(opened.getMapNames())) {
            long number = name.indexOf(':') < 0 ? 0 : Long.parseLong(name.substring(name.indexOf(':') + 1));
            if (name.startsWith(WINDOW_MAP)) {
                maps = maps.withWindow(number, map(opened, name, ChunkKey.Type.INSTANCE));
            } else if (name.startsWith(PACKED_MAP)) {
                maps = maps.withDay(number, map(opened, name, ChunkKey.Type.INSTANCE));
            } else if (name.startsWith(DAY_MAP)) {
                var day = map(opened, name, ChunkKey.Type.INSTANCE);
                opened.renameMap(day, PACKED_MAP + number);
                maps = maps.withDay(number, day);
            } else if (name.equals(PACKING_MAP)) {
                opened.removeMap(name); // cut short by a crash; the day is still there as it was
            }
        }
        return maps;
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
        closedMap(chunk.first()).put(new ChunkKey(id, chunk.first()), chunk.bytes());
    }

    private MVMap<ChunkKey, byte[]> closedMap(long first) {
        long window = ClosedMaps.window(first);
        var known = Optional.ofNullable(closed.days().get(day(first)))
                .or(() -> Optional.ofNullable(closed.windows().get(window)));
        if (known.isPresent()) {
            return known.get();
        }
        MVMap<ChunkKey, byte[]> begun = map(store, WINDOW_MAP + window, ChunkKey.Type.INSTANCE);
        closed = closed.withWindow(window, begun);
        return begun;
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

    /**
     * Closed chunks of a series that have samples from {@code from} on, and perhaps neighbours, and begin before
     * {@code before}, oldest first.
     */
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
        var present = store;
        var usage = present.registerVersionUsage(); // keeps the pages of this version while they are read
        try {
            return closed.read(id, from, before);
        } finally {
            present.deregisterVersionUsage(usage);
        }
    }

    /** Takes away whole days before this one. @return whether there were any */
    boolean dropDaysBefore(long day) {
        var old = closed.before(day);
        closed = closed.withoutDaysBefore(day);
        old.forEach(store::removeMap);
        return !old.isEmpty();
    }

    /**
     * Writes the oldest day before this one that is not packed yet anew, the chunks of each series joined and its pages
     * full, and puts it in place of the windows. A crash leaves those.
     *
     * @return whether there was one
     */
    boolean packDayBefore(long day) throws IOException {
        var loose = closed.oldestLooseBefore(day);
        if (loose.isEmpty()) {
            return false;
        }
        long packedDay = closed.oldestLooseDay();
        try {
            var packed = pack(loose);
            store.renameMap(packed, PACKED_MAP + packedDay);
            closed = closed.withDay(packedDay, packed);
            loose.forEach(store::removeMap);
        } catch (MVStoreException e) {
            throw new IOException("A day of the metric file %s cannot be packed: %s".formatted(file, e.getMessage()),
                    e);
        }
        commit();
        return true;
    }

    private MVMap<ChunkKey, byte[]> pack(List<MVMap<ChunkKey, byte[]>> loose) throws IOException {
        var packed = map(store, PACKING_MAP, ChunkKey.Type.INSTANCE);
        packed.clear();
        var uncommitted = new AtomicLong();
        var joiner = new ChunkJoiner((key, bytes) -> {
            packed.append(key, bytes);
            uncommitted.addAndGet(bytes.length);
        });
        var cursors = new PriorityQueue<Source>();
        for (var map : loose) {
            Source.next(map.cursor(null)).ifPresent(cursors::add);
        }
        while (!cursors.isEmpty()) {
            var source = cursors.poll();
            joiner.add(source.key(), source.cursor().getValue());
            Source.next(source.cursor()).ifPresent(cursors::add);
            if (uncommitted.get() > PACK_COMMIT_BYTES) {
                commit();
                uncommitted.set(0);
            }
        }
        joiner.end();
        return packed;
    }

    /** A window while it is packed. @param key of the chunk that the cursor stands on */
    private record Source(ChunkKey key, Cursor<ChunkKey, byte[]> cursor) implements Comparable<Source> {

        static Optional<Source> next(Cursor<ChunkKey, byte[]> cursor) {
            return cursor.hasNext() ? Optional.of(new Source(cursor.next(), cursor)) : Optional.empty();
        }

        @Override
        public int compareTo(Source other) {
            return key.compareTo(other.key);
        }
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

    /** Gives back space of what was replaced or dropped, for a bounded time. */
    void compact() throws IOException {
        try {
            store.compactFile(COMPACT_MILLIS);
            if (store.getFileStore() instanceof RandomAccessStore holed) { // full pages, but holes between them
                holed.compactMoveChunks(FILL_RATE, COMPACT_BYTES, store);
            }
        } catch (MVStoreException e) {
            throw new IOException("The metric file %s cannot be compacted: %s".formatted(file, e.getMessage()), e);
        }
        commit();
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
