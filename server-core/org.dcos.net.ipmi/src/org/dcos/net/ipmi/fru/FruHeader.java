package org.dcos.net.ipmi.fru;

import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * The common header (Platform Management FRU Information Storage Definition v1.0 §8): where the areas start, in bytes
 * from the first byte of the inventory; 0 means that there is no such area. The internal use area is not
 * read.
 */
public record FruHeader(int chassisAt, int boardAt, int productAt, int recordsAt) {

    byte[] encode() {
        byte[] header = {Fru.FORMAT_VERSION, 0, (byte) (chassisAt / Fru.UNIT), (byte) (boardAt / Fru.UNIT),
            (byte) (productAt / Fru.UNIT), (byte) (recordsAt / Fru.UNIT), 0, 0};
        header[header.length - 1] = (byte) -FruArea.sum(header, 0, header.length);
        return header;
    }

    /** @throws MalformedIpmiMessage when short, of another format version, or with a wrong checksum */
    public static FruHeader decode(byte[] data) throws MalformedIpmiMessage {
        if (data.length < Fru.HEADER_LENGTH) {
            throw new MalformedIpmiMessage("FRU inventory of %d bytes, need at least 8".formatted(data.length));
        }
        if ((data[0] & 0x0F) != Fru.FORMAT_VERSION || FruArea.sum(data, 0, Fru.HEADER_LENGTH) != 0) {
            throw new MalformedIpmiMessage("FRU inventory without a valid common header (format version %d)"
                    .formatted(data[0] & 0x0F));
        }
        return new FruHeader(at(data[2]), at(data[3]), at(data[4]), at(data[5]));
    }

    private static int at(byte offset) {
        return (offset & 0xFF) * Fru.UNIT;
    }
}
