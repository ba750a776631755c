package org.dcos.server.cmdb.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.dcos.domain.bmc.SerialNumbers;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.Property;

/** What was seen, sorted by what the records say about it. */
final class Sightings {

    private final List<Recorded> records;
    private final List<Evidence> evidence;
    private final Map<String, List<Recorded>> bySerial = new HashMap<>();
    private final Map<String, Recorded> byAddress = new HashMap<>();
    private final Map<UUID, Recorded> byId = new HashMap<>();
    /** Who tells a serial number, those that answered only. */
    private final Map<String, List<Evidence>> tellers = new LinkedHashMap<>();
    /** Serial numbers that points told that do not answer now. */
    private final Map<String, Evidence> earlier = new HashMap<>();
    private final Map<UUID, List<Evidence>> points = new HashMap<>();
    private final Set<String> parts = new HashSet<>();

    Sightings(List<Recorded> records, List<Evidence> evidence) {
        this.records = records;
        this.evidence = evidence.stream().sorted(Comparator.comparing(Evidence::point)).toList();
        for (Recorded record : records) {
            byId.put(record.id(), record);
            if (!record.serial().isBlank()) {
                bySerial.computeIfAbsent(Likeness.plain(record.serial()), _ -> new ArrayList<>()).add(record);
            }
            record.addresses().forEach(address -> byAddress.put(address, record));
        }
        for (Evidence one : this.evidence) {
            String serial = one.told(Property.SERIAL);
            if (one.answered() && !SerialNumbers.junk(serial)) {
                tellers.computeIfAbsent(Likeness.plain(serial), _ -> new ArrayList<>()).add(one);
            } else if (!one.answered() && !serial.isEmpty()) {
                earlier.put(Likeness.plain(serial), one);
            }
            if (one.answered()) {
                parts.add(Likeness.plain(one.told(Property.BOARD_SERIAL)));
                parts.add(Likeness.plain(one.told(Property.CHASSIS_SERIAL)));
            }
            holder(one).ifPresent(at -> points.computeIfAbsent(at.id(), _ -> new ArrayList<>()).add(one));
        }
    }

    List<Recorded> records() {
        return records;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    Map<String, List<Recorded>> bySerial() {
        return bySerial;
    }

    /** Who should be at a point: by the recorded address, else as it was last recognised. */
    Optional<Recorded> holder(Evidence one) {
        return Optional.ofNullable(byAddress.get(one.address())).or(() -> one.item().map(byId::get));
    }

    /** The record with that serial number; of several the one that is written in the same way. */
    Optional<Recorded> withSerial(String serial) {
        List<Recorded> found = bySerial.getOrDefault(Likeness.plain(serial), List.of());
        return found.stream().filter(record -> record.serial().equals(serial)).findFirst()
                .or(() -> found.stream().findFirst());
    }

    List<Evidence> tellers(String serial) {
        return tellers.getOrDefault(Likeness.plain(serial), List.of());
    }

    /** The points at which a record should be. */
    List<Evidence> pointsOf(Recorded record) {
        return points.getOrDefault(record.id(), List.of());
    }

    /** Whether a board or chassis tells this serial number. */
    boolean toldOfPart(String serial) {
        return parts.contains(Likeness.plain(serial));
    }

    /** A point that told this serial number when it answered last. */
    Optional<Evidence> earlier(String serial) {
        return Optional.ofNullable(earlier.get(Likeness.plain(serial)));
    }
}
