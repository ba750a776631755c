package org.dcos.net.ipmi.lan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/**
 * Which cipher suites a channel has, and up to which level each may be used (IPMI v2.0 r1.1 table 23-4, parameters 22
 * to 24): four bits per suite in the order of parameter 23, 0 for a suite that is off.
 *
 * @param suites IDs in the order of parameter 23
 * @param levels 16 nibbles as parameter 24 has them
 */
public record CipherPrivileges(List<Integer> suites, List<Integer> levels) {

    /** Suites that one channel can have. */
    public static final int MOST = 16;

    private static final int LENGTH = 1 + MOST / 2;

    public CipherPrivileges {
        suites = List.copyOf(suites);
        levels = List.copyOf(levels);
        if (suites.size() > MOST || levels.size() != MOST) {
            throw new IllegalArgumentException("%d cipher suites with %d levels".formatted(suites.size(),
                    levels.size()));
        }
    }

    /**
     * @param count  parameter 22
     * @param ids    parameter 23: a reserved byte, then one ID each
     * @param limits parameter 24: a reserved byte, then the levels, the first in the low half
     */
    public static CipherPrivileges decode(byte[] count, byte[] ids, byte[] limits) throws MalformedIpmiMessage {
        if (count.length < 1 || limits.length < LENGTH) {
            throw new MalformedIpmiMessage("cipher suite privilege levels of %d bytes, need 9".formatted(
                    limits.length));
        }
        var suites = new ArrayList<Integer>();
        int entries = Math.min(Math.min(count[0] & 0x1F, MOST), Math.max(0, ids.length - 1));
        for (int i = 0; i < entries; i++) {
            suites.add(ids[1 + i] & 0xFF);
        }
        var levels = new ArrayList<Integer>();
        for (int i = 0; i < MOST; i++) {
            levels.add(limits[1 + i / 2] >> (i % 2 == 0 ? 0 : 4) & 0x0F);
        }
        return new CipherPrivileges(suites, levels);
    }

    /** Parameter 24. */
    public byte[] encode() {
        byte[] data = new byte[LENGTH];
        for (int i = 0; i < MOST; i++) {
            data[1 + i / 2] |= (byte) (levels.get(i) << (i % 2 == 0 ? 0 : 4));
        }
        return data;
    }

    /** Up to which level a suite may be used; empty when it is off or unknown. */
    public Optional<PrivilegeLevel> limit(int suite) {
        int at = suites.indexOf(suite);
        return at < 0 ? Optional.empty() : PrivilegeLevel.of(levels.get(at));
    }

    public boolean isOn(int suite) {
        return suites.contains(suite) && levels.get(suites.indexOf(suite)) != 0;
    }

    /** With that suite off. */
    public CipherPrivileges without(int suite) {
        int at = suites.indexOf(suite);
        if (at < 0) {
            return this;
        }
        var changed = new ArrayList<>(levels);
        changed.set(at, 0);
        return new CipherPrivileges(suites, changed);
    }
}
