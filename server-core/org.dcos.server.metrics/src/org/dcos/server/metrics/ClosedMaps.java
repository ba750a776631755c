package org.dcos.server.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.dcos.server.metrics.chunk.Chunk;
import org.h2.mvstore.MVMap;

/**
 * The maps of closed chunks as they are at one time: a reader sees a day either in its windows or packed.
 *
 * @param windows by number of the window since 1970; their days are not packed
 * @param days    packed, by number of the day since 1970
 */
record ClosedMaps(NavigableMap<Long, MVMap<ChunkKey, byte[]>> windows,
        NavigableMap<Long, MVMap<ChunkKey, byte[]>> days) {

    static final ClosedMaps NONE = new ClosedMaps(new TreeMap<>(), new TreeMap<>());

    private static final long WINDOWS_OF_A_DAY = ChunkStore.DAY_MILLIS / Series.WINDOW_MILLIS;

    static long window(long millis) {
        return Math.floorDiv(millis, Series.WINDOW_MILLIS);
    }

    private static long dayOfWindow(long window) {
        return Math.floorDiv(window, WINDOWS_OF_A_DAY);
    }

    ClosedMaps withWindow(long window, MVMap<ChunkKey, byte[]> map) {
        var more = new TreeMap<>(windows);
        more.put(window, map);
        return new ClosedMaps(more, days);
    }

    /** The day packed, in place of its windows. */
    ClosedMaps withDay(long day, MVMap<ChunkKey, byte[]> map) {
        var others = new TreeMap<>(windows);
        others.keySet().removeIf(window -> dayOfWindow(window) == day);
        var more = new TreeMap<>(days);
        more.put(day, map);
        return new ClosedMaps(others, more);
    }

    ClosedMaps withoutDaysBefore(long day) {
        return new ClosedMaps(new TreeMap<>(windows.tailMap(day * WINDOWS_OF_A_DAY)), new TreeMap<>(days.tailMap(day)));
    }

    /** Those of days before this one. */
    List<MVMap<ChunkKey, byte[]>> before(long day) {
        var old = new ArrayList<>(windows.headMap(day * WINDOWS_OF_A_DAY).values());
        old.addAll(days.headMap(day).values());
        return old;
    }

    /** The windows of the oldest day before this one that is not packed; empty when there is none. */
    List<MVMap<ChunkKey, byte[]>> oldestLooseBefore(long day) {
        if (windows.isEmpty() || dayOfWindow(windows.firstKey()) >= day) {
            return List.of();
        }
        return List.copyOf(windows.headMap((oldestLooseDay() + 1) * WINDOWS_OF_A_DAY).values());
    }

    /** Call when there is one. */
    long oldestLooseDay() {
        return dayOfWindow(windows.firstKey());
    }

    /**
     * Chunks of a series that have samples in a range, and perhaps neighbours, oldest first.
     *
     * @param from   of the samples
     * @param before which a chunk has to begin
     */
    List<Chunk> read(int id, long from, long before) {
        var found = new ArrayList<Chunk>();
        long earliest = from - Series.WINDOW_MILLIS; // a chunk of a window or day before goes on for so long
        if (before <= earliest) {
            return found;
        }
        for (var day : days.subMap(ChunkStore.day(earliest), true, ChunkStore.day(before), true).values()) {
            collect(day, id, from, before, found);
        }
        for (var window : windows.subMap(window(earliest), true, window(before), true).values()) {
            collect(window, id, from, before, found);
        }
        found.sort(Comparator.comparingLong(Chunk::first)); // a day that is packed may be newer than one that is not
        return found;
    }

    private static void collect(MVMap<ChunkKey, byte[]> map, int id, long from, long before, List<Chunk> found) {
        var last = map.floorKey(new ChunkKey(id, from));
        var begin = last != null && last.series() == id ? last : new ChunkKey(id, from);
        for (var cursor = map.cursor(begin, new ChunkKey(id, before), false); cursor.hasNext();) {
            long first = cursor.next().first();
            if (first < before) {
                found.add(new Chunk(first, cursor.getValue()));
            }
        }
    }
}
