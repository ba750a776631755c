package org.dcos.server.cmdb.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.server.cmdb.sheet.Table;

/** Files that were sent, until they are an hour old or others need the room. Thread-safe. */
final class Uploads {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 16;
    /** Cells of all files together; a cell takes some hundred bytes. */
    private static final long MOST_CELLS = 4_000_000;

    private final Map<UUID, Upload> uploads = new LinkedHashMap<>(16, 0.75f, true);

    /** One file. */
    record Upload(UUID id, String name, List<Table> tables, Instant at) {

        long cells() {
            return tables.stream().flatMap(table -> table.rows().stream()).mapToLong(row -> row.cells().size()).sum();
        }
    }

    synchronized Upload add(String name, List<Table> tables, Instant now) {
        var upload = new Upload(UUID.randomUUID(), name, List.copyOf(tables), now);
        uploads.put(upload.id(), upload);
        makeRoom(now);
        return upload;
    }

    synchronized Optional<Upload> get(UUID id, Instant now) {
        uploads.values().removeIf(upload -> old(upload, now));
        return Optional.ofNullable(uploads.get(id));
    }

    /** Those that were not asked for the longest go first; the newest stays. */
    private void makeRoom(Instant now) {
        uploads.values().removeIf(upload -> old(upload, now));
        long cells = uploads.values().stream().mapToLong(Upload::cells).sum();
        for (Upload oldest : new ArrayList<>(uploads.values())) {
            if (uploads.size() > 1 && (uploads.size() > MOST || cells > MOST_CELLS)) {
                uploads.remove(oldest.id());
                cells -= oldest.cells();
            }
        }
    }

    private static boolean old(Upload upload, Instant now) {
        return upload.at().plus(KEPT).isBefore(now);
    }
}
