package org.dcos.net.ipmi.fru;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record of the multi-record area (Platform Management FRU Information Storage Definition v1.0 §16).
 *
 * <pre>{@code type | bit 7 last, 3:0 version 2 | length | record checksum | header checksum | data}</pre>
 */
public sealed interface FruRecord permits PowerSupplyRecord, FruRecord.Opaque {

    int HEADER_LENGTH = 5;

    /** Number of the kind of record (§16, table 16-2). */
    int type();

    byte[] data();

    /** A record of a kind that is not interpreted here; kept whole. */
    record Opaque(int type, byte[] data) implements FruRecord {
        public Opaque {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque that && type == that.type && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return 31 * type + Arrays.hashCode(data);
        }
    }

    /** Bytes from the first byte of a record's header to the next record. */
    static int length(byte[] data, int at) {
        return HEADER_LENGTH + (data[at + 2] & 0xFF);
    }

    static boolean isLast(byte[] data, int at) {
        return (data[at + 1] & 0x80) != 0;
    }

    /** Records up to the last, or to the first that is not as specified, which is told in problems. */
    static List<FruRecord> readAll(byte[] data, int from, List<String> problems) {
        var records = new ArrayList<FruRecord>();
        int at = from;
        while (at > 0) {
            if (at + HEADER_LENGTH > data.length || at + length(data, at) > data.length) {
                problems.add("The multi-record area of the FRU inventory ends in the middle of a record.");
                return records;
            }
            if (FruArea.sum(data, at, at + HEADER_LENGTH) != 0) {
                problems.add("A record header of the FRU inventory's multi-record area has a wrong checksum.");
                return records;
            }
            byte[] body = Arrays.copyOfRange(data, at + HEADER_LENGTH, at + length(data, at));
            if ((FruArea.sum(body, 0, body.length) + data[at + 3] & 0xFF) != 0) {
                problems.add("A record of the FRU inventory's multi-record area has a wrong checksum.");
            }
            records.add(of(data[at] & 0xFF, body));
            at = isLast(data, at) ? 0 : at + length(data, at);
        }
        return records;
    }

    private static FruRecord of(int type, byte[] body) {
        return type == PowerSupplyRecord.TYPE && body.length >= PowerSupplyRecord.LENGTH
                ? PowerSupplyRecord.decode(body)
                : new Opaque(type, body);
    }

    static byte[] encode(List<FruRecord> records) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < records.size(); i++) {
            byte[] body = records.get(i).data();
            byte[] header = {(byte) records.get(i).type(), (byte) (i == records.size() - 1 ? 0x82 : 0x02),
                (byte) body.length, (byte) -FruArea.sum(body, 0, body.length), 0};
            header[HEADER_LENGTH - 1] = (byte) -FruArea.sum(header, 0, HEADER_LENGTH);
            out.writeBytes(header);
            out.writeBytes(body);
        }
        return out.toByteArray();
    }
}
