package org.dcos.server.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The tracks of a part of the servers, behind one lock. A server where all is normal has none. */
final class Stripe {

    final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, List<Track>> byServer = new HashMap<>();

    /** @return null when all is normal there */
    List<Track> tracks(UUID server) {
        return byServer.get(server);
    }

    /** @return null when there is none */
    Track find(UUID server, UUID rule, String subject) {
        var tracks = byServer.get(server);
        if (tracks != null) {
            for (int i = 0; i < tracks.size(); i++) {
                var track = tracks.get(i);
                if (track.rule.equals(rule) && track.subject.equals(subject)) {
                    return track;
                }
            }
        }
        return null;
    }

    void add(Track track) {
        byServer.computeIfAbsent(track.server, _ -> new ArrayList<>(2)).add(track);
    }

    void remove(Track track) {
        var tracks = byServer.get(track.server);
        if (tracks != null && tracks.remove(track) && tracks.isEmpty()) {
            byServer.remove(track.server);
        }
    }

    List<Track> all() {
        var all = new ArrayList<Track>();
        byServer.values().forEach(all::addAll);
        return all;
    }
}
