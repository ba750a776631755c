package org.dcos.net.ipmi.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.command.DeviceId;
import org.dcos.net.ipmi.command.SdrRepository;
import org.dcos.net.ipmi.sdr.SdrRecord;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Reads all sensor data records of a BMC (IPMI v2.0 r1.1 §33.12, §35.3): whole records where the BMC can, else in
 * pieces under a reservation, which is renewed when another client has cancelled it. For use on a virtual thread.
 */
public final class SdrReader {

    /** More records than any repository holds; a bound for a BMC that never says "last". */
    private static final int MOST_RECORDS = 4096;

    private static final int MOST_TRIES = 5;

    private final BmcConnection bmc;
    private final boolean device;
    private final PieceSize piece = new PieceSize();
    private boolean wholeRecords = true;
    private int reservation;

    private SdrReader(BmcConnection bmc, boolean device) {
        this.bmc = bmc;
        this.device = device;
    }

    public static SdrSnapshot read(BmcConnection bmc) throws IpmiException, InterruptedException {
        SdrSnapshot.Stamp stamp = stamp(bmc);
        return new SdrReader(bmc, stamp.device()).readAll(stamp);
    }

    /** The known records when the BMC says that nothing has changed, which costs two messages; else read anew. */
    public static SdrSnapshot refresh(BmcConnection bmc, SdrSnapshot known)
            throws IpmiException, InterruptedException {
        SdrSnapshot.Stamp stamp = stamp(bmc);
        return stamp.equals(known.stamp()) ? known : new SdrReader(bmc, stamp.device()).readAll(stamp);
    }

    private static SdrSnapshot.Stamp stamp(BmcConnection bmc) throws IpmiException, InterruptedException {
        if (bmc.send(new DeviceId.Get()).hasSdrRepository()) {
            var info = bmc.send(new SdrRepository.GetInfo());
            return new SdrSnapshot.Stamp(false, info.records(),
                    (long) info.lastAddition() << 32 | info.lastErase() & 0xFFFFFFFFL);
        }
        var info = bmc.send(new SdrRepository.GetDeviceInfo());
        return new SdrSnapshot.Stamp(true, info.count(), info.population());
    }

    private SdrSnapshot readAll(SdrSnapshot.Stamp stamp) throws IpmiException, InterruptedException {
        var records = new ArrayList<SdrRecord>();
        var problems = new ArrayList<String>();
        var seen = new HashSet<Integer>();
        boolean whole = true;
        int id = stamp.records() == 0 ? SdrRepository.NO_MORE_RECORDS : SdrRepository.FIRST_RECORD;
        while (id != SdrRepository.NO_MORE_RECORDS && seen.size() < MOST_RECORDS) {
            if (!seen.add(id)) {
                problems.add("The SDR list of the BMC leads back to record %04Xh.".formatted(id));
                break;
            }
            Optional<SdrRepository.Part> read = readRecord(id);
            if (read.isEmpty()) {
                problems.add("SDR %04Xh could not be read; the records behind it are missing.".formatted(id));
                whole = false;
                break;
            }
            records.add(decode(read.get().data(), problems));
            id = read.get().nextRecord();
        }
        return new SdrSnapshot(whole ? stamp : stamp.ofAPart(), records, problems);
    }

    /** The whole record and the ID of the next; empty when the reservation was lost again and again. */
    private Optional<SdrRepository.Part> readRecord(int id) throws IpmiException, InterruptedException {
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return Optional.of(wholeRecords ? readWhole(id) : readInPieces(id));
            } catch (BmcRefused e) {
                if (e.completionCode() == CompletionCode.RESERVATION_LOST) {
                    reserve();
                } else if (wholeRecords) {
                    wholeRecords = false;
                    reserve();
                } else if (!piece.shrinkAfter(e)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private SdrRepository.Part readWhole(int id) throws IpmiException, InterruptedException {
        var part = bmc.send(new SdrRepository.Get(device, reservation, id, 0, SdrRepository.WHOLE_RECORD));
        byte[] data = part.data();
        if (data.length < SdrRecord.HEADER_LENGTH || data.length < lengthOf(data)) {
            wholeRecords = false; // some BMCs return what fits and do not say so
            reserve();
            return readInPieces(id);
        }
        return part;
    }

    private SdrRepository.Part readInPieces(int id) throws IpmiException, InterruptedException {
        var first = bmc.send(new SdrRepository.Get(device, reservation, id, 0, SdrRecord.HEADER_LENGTH));
        byte[] header = first.data();
        if (header.length < SdrRecord.HEADER_LENGTH) {
            throw new ProtocolViolation(bmc.target().address(), "SDR header of %d bytes".formatted(header.length));
        }
        var record = ByteBuffer.allocate(lengthOf(header)).put(header, 0, SdrRecord.HEADER_LENGTH);
        while (record.hasRemaining()) {
            int count = Math.min(piece.bytes(), record.remaining());
            byte[] data = bmc.send(new SdrRepository.Get(device, reservation, id, record.position(), count)).data();
            if (data.length == 0 || data.length > record.remaining()) {
                throw new ProtocolViolation(bmc.target().address(),
                        "%d bytes of an SDR where %d were asked".formatted(data.length, count));
            }
            record.put(data);
        }
        return new SdrRepository.Part(first.nextRecord(), record.array());
    }

    private static int lengthOf(byte[] header) {
        return SdrRecord.HEADER_LENGTH + (header[SdrRecord.HEADER_LENGTH - 1] & 0xFF);
    }

    /** BMCs without reservations exist; then partial reads go with reservation 0. */
    private void reserve() throws IpmiException, InterruptedException {
        try {
            reservation = bmc.send(new SdrRepository.Reserve(device));
        } catch (BmcRefused _) {
            reservation = 0;
        }
    }

    private static SdrRecord decode(byte[] data, List<String> problems) {
        try {
            return SdrRecord.decode(data);
        } catch (MalformedIpmiMessage e) {
            problems.add("A sensor data record is not as specified: %s.".formatted(e.getMessage()));
            byte[] body = new byte[data.length - SdrRecord.HEADER_LENGTH];
            System.arraycopy(data, SdrRecord.HEADER_LENGTH, body, 0, body.length);
            return new SdrRecord.Opaque(data[0] & 0xFF | (data[1] & 0xFF) << 8, data[3] & 0xFF, body);
        }
    }
}
