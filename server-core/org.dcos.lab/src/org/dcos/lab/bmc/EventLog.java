package org.dcos.lab.bmc;

import java.util.ArrayList;
import java.util.List;
import org.dcos.net.ipmi.wire.CompletionCode;

/**
 * The System Event Log of a controller (IPMI v2.0 r1.1 §31, record format §32.1). When it is full it keeps the newest
 * entries, as most controllers are set up to do.
 */
final class EventLog {

    /** Entries that fit into most of the controllers in the field. */
    static final int USUAL = 1_024;
    static final int RECORD_LENGTH = 16;
    static final int FIRST = 0x0000;
    static final int LAST = 0xFFFF;

    private final List<byte[]> records = new ArrayList<>(0);
    private int most = USUAL;
    private int found;
    private int nextId = 1;
    private int reservation;
    private int reservations;
    private int lastAdded;
    private int lastErased;
    private boolean overflown;

    /** @param body the 14 bytes behind the record ID */
    int add(byte[] body, int epochSeconds) {
        if (records.size() == most) {
            records.removeFirst();
            overflown = true;
        }
        int id = nextId;
        nextId = nextId == 0xFFFE ? 1 : nextId + 1;
        byte[] record = new byte[RECORD_LENGTH];
        record[0] = (byte) id;
        record[1] = (byte) (id >> 8);
        System.arraycopy(body, 0, record, 2, RECORD_LENGTH - 2);
        records.add(record);
        lastAdded = epochSeconds;
        return id;
    }

    int most() {
        return most;
    }

    void setMost(int entries) {
        most = entries;
    }

    /** As after a restart of the controller, and after a clear. */
    void cancelReservation() {
        reservation = 0;
    }

    int reserve() {
        reservations = reservations % 0xFFFF + 1;
        reservation = reservations;
        return reservation;
    }

    void checkReservation(int given) throws Refused {
        if (given != reservation || reservation == 0) {
            throw new Refused(CompletionCode.RESERVATION_LOST);
        }
    }

    /** @throws Refused with CBh when there is none */
    byte[] record(int id) throws Refused {
        return records.get(indexOf(id));
    }

    /** The ID behind that record, {@link #LAST} behind the last one. */
    int next(int id) throws Refused {
        int next = indexOf(id) + 1;
        return next < records.size() ? idOf(records.get(next)) : LAST;
    }

    int delete(int id, int epochSeconds) throws Refused {
        int deleted = idOf(records.remove(indexOf(id)));
        found = 0;
        cancelReservation();
        lastErased = epochSeconds;
        return deleted;
    }

    void clear(int epochSeconds) {
        records.clear();
        found = 0;
        lastErased = epochSeconds;
        overflown = false;
    }

    /** The oldest first. */
    List<byte[]> all() {
        return records.stream().map(byte[]::clone).toList();
    }

    int size() {
        return records.size();
    }

    int lastAdded() {
        return lastAdded;
    }

    int lastErased() {
        return lastErased;
    }

    boolean hasOverflown() {
        return overflown;
    }

    private int indexOf(int id) throws Refused {
        if (!records.isEmpty() && id == FIRST) {
            return 0;
        }
        if (!records.isEmpty() && id == LAST) {
            return records.size() - 1;
        }
        for (int i = 0; i < records.size(); i++) {
            int at = (found + i) % records.size(); // the next one is asked for mostly
            if (idOf(records.get(at)) == id) {
                found = at;
                return at;
            }
        }
        throw new Refused(CompletionCode.NOT_PRESENT);
    }

    private static int idOf(byte[] record) {
        return record[0] & 0xFF | (record[1] & 0xFF) << 8;
    }
}
