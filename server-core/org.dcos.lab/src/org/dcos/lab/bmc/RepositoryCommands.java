package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.STORAGE;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import org.dcos.lab.sensor.SensorLayout;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The SDR repository (IPMI v2.0 r1.1 §33). It is read in pieces of at most 32 bytes, under a reservation. */
final class RepositoryCommands {

    private static final int MOST_BYTES = 32;
    private static final int WHOLE_RECORD = 0xFF;
    private static final int FIRST = 0x0000;
    private static final int LAST = 0xFFFF;
    private static final int SDR_VERSION = 0x51;
    /** §33.9: non-modal update, Reserve SDR Repository and Get SDR Repository Allocation Info are supported. */
    private static final int OPERATIONS = 0x23;
    /** When the records were last changed, seconds since 1970: with the firmware. */
    private static final int FIRMWARE_TIME = 1_672_531_200;

    static void addTo(CommandTable table) {
        table.add(STORAGE, 0x20, USER, RepositoryCommands::info).add(STORAGE, 0x21, USER, (_, _) -> allocation())
                .add(STORAGE, 0x22, USER, (bmc, _) -> new Reply().word(bmc.reserveRepository()).data())
                .add(STORAGE, 0x23, USER, RepositoryCommands::read)
                .add(STORAGE, 0x28, USER, (bmc, _) -> new Reply().doubleWord(bmc.logSeconds()).data())
                .add(STORAGE, 0x29, OPERATOR, RepositoryCommands::setTime);
    }

    /** §33.9. */
    private static byte[] info(Bmc bmc, Request request) {
        return new Reply().add(SDR_VERSION).word(bmc.layout().recordCount()).word(0).doubleWord(FIRMWARE_TIME)
                .doubleWord(0).add(OPERATIONS).data();
    }

    /** §33.10: no free units. */
    private static byte[] allocation() {
        return new Reply().word(0).word(64).word(0).word(0).add(1).data();
    }

    /** §33.12: ID of the next record, data. */
    private static byte[] read(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(6);
        SensorLayout layout = bmc.layout();
        int id = request.wordAt(2);
        int index = id == FIRST ? 0 : id == LAST ? layout.recordCount() - 1 : id - 1;
        if (index >= layout.recordCount()) {
            throw new Refused(CompletionCode.NOT_PRESENT);
        }
        byte[] record = layout.encodedRecord(index);
        int from = request.at(4);
        if (from > 0 && !bmc.isRepositoryReserved(request.wordAt(0))) {
            throw new Refused(CompletionCode.RESERVATION_LOST);
        }
        int count = request.at(5) == WHOLE_RECORD ? record.length - from : request.at(5);
        if (from >= record.length) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        if (count > MOST_BYTES) {
            throw new Refused(CompletionCode.TOO_MANY_BYTES_REQUESTED);
        }
        int next = index + 1 < layout.recordCount() ? index + 2 : LAST;
        return new Reply().word(next).add(record, from, Math.min(count, record.length - from)).data();
    }

    private static byte[] setTime(Bmc bmc, Request request) throws Refused {
        bmc.setLogSeconds(request.doubleWordAt(0));
        return Reply.EMPTY;
    }

    private RepositoryCommands() {}
}
