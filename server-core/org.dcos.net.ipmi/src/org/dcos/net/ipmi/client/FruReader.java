package org.dcos.net.ipmi.client;

import java.util.Arrays;
import org.dcos.net.ipmi.command.FruInventory;
import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.FruHeader;
import org.dcos.net.ipmi.fru.FruRecord;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Reads a FRU inventory (IPMI v2.0 r1.1 §34.1, §34.2): the header, then of chassis, board, product and multi-record
 * area what they say they are long, in pieces as large as the BMC can. For use on a virtual thread.
 */
public final class FruReader {

    /** FRU device ID of the BMC's own inventory, which describes the server (§34). */
    public static final int OF_SERVER = 0;

    private static final int UNIT = 8;

    private final BmcConnection bmc;
    private final int fruId;
    private final boolean byWords;
    private final byte[] inventory;
    private final PieceSize piece = new PieceSize();
    private int known;

    private FruReader(BmcConnection bmc, int fruId, FruInventory.Info info) {
        this.bmc = bmc;
        this.fruId = fruId;
        this.byWords = info.byWords();
        this.inventory = new byte[info.bytes()];
    }

    /** The inventory that describes the server. */
    public static Fru read(BmcConnection bmc) throws IpmiException, InterruptedException {
        return read(bmc, OF_SERVER);
    }

    /**
     * @param fruId 0, or that of a {@link org.dcos.net.ipmi.sdr.FruLocator}
     * @throws BmcRefused        when the BMC has no such inventory, or it is not powered
     * @throws ProtocolViolation when there is no valid header; an area that is not as specified is a problem in the Fru
     */
    public static Fru read(BmcConnection bmc, int fruId) throws IpmiException, InterruptedException {
        var info = bmc.send(new FruInventory.GetInfo(fruId));
        return new FruReader(bmc, fruId, info).readAreas();
    }

    /** The serial presence detect data of a memory module that is shown as a FRU. */
    public static MemoryModule readMemory(BmcConnection bmc, int fruId) throws IpmiException, InterruptedException {
        var reader = new FruReader(bmc, fruId, bmc.send(new FruInventory.GetInfo(fruId)));
        reader.readUpTo(MemoryModule.MOST_BYTES);
        try {
            return MemoryModule.decode(Arrays.copyOf(reader.inventory, reader.known));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    private Fru readAreas() throws IpmiException, InterruptedException {
        readUpTo(Fru.HEADER_LENGTH);
        try {
            FruHeader header = FruHeader.decode(Arrays.copyOf(inventory, known));
            int[] areas = {header.chassisAt(), header.boardAt(), header.productAt()};
            Arrays.sort(areas);
            for (int at : areas) {
                if (at > 0 && at + 2 <= inventory.length) {
                    readUpTo(at + 2);
                    readUpTo(at + (inventory[at + 1] & 0xFF) * UNIT);
                }
            }
            readRecords(header.recordsAt());
            return Fru.decode(Arrays.copyOf(inventory, known));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    /** One record after the other, because only its header tells where the next begins. */
    private void readRecords(int from) throws IpmiException, InterruptedException {
        int at = from;
        while (at > 0 && at + FruRecord.HEADER_LENGTH <= inventory.length) {
            readUpTo(at + FruRecord.HEADER_LENGTH);
            int next = at + FruRecord.length(inventory, at);
            readUpTo(next);
            at = FruRecord.isLast(inventory, at) ? 0 : next;
        }
    }

    /** Reads on until that many bytes are known, or the inventory ends; a piece may bring more. */
    private void readUpTo(int end) throws IpmiException, InterruptedException {
        while (known < Math.min(end, inventory.length)) {
            int wanted = Math.min(piece.bytes(), inventory.length - known); // ahead too: a message costs, not a byte
            int unit = byWords ? 2 : 1;
            byte[] data;
            try {
                data = bmc.send(new FruInventory.Read(fruId, known / unit, Math.ceilDiv(wanted, unit))).data();
            } catch (BmcRefused e) {
                if (piece.shrinkAfter(e)) {
                    continue;
                }
                throw e;
            }
            int usable = Math.min(data.length / unit * unit, inventory.length - known);
            if (usable == 0) {
                throw new ProtocolViolation(bmc.target().address(), "an empty piece of FRU data");
            }
            System.arraycopy(data, 0, inventory, known, usable);
            known += usable;
        }
    }
}
