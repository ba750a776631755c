package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.STORAGE;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import java.util.Arrays;
import org.dcos.net.ipmi.wire.CompletionCode;

/** The System Event Log (IPMI v2.0 r1.1 §31). Looking at it first notes what the sensors have come to. */
final class EventLogCommands {

    private static final int SEL_VERSION = 0x51;
    /** §31.2: delete, reserve and allocation information supported. */
    private static final int OPERATIONS = 0x0B;
    private static final int OVERFLOW = 0x80;
    private static final int WHOLE_RECORD = 0xFF;
    private static final int INITIATE_ERASE = 0xAA;
    private static final int ERASED = 0x01;

    static void addTo(CommandTable table) {
        table.add(STORAGE, 0x40, USER, EventLogCommands::info).add(STORAGE, 0x41, USER, EventLogCommands::allocation)
                .add(STORAGE, 0x42, USER, (bmc, _) -> new Reply().word(bmc.log().reserve()).data())
                .add(STORAGE, 0x43, USER, EventLogCommands::read).add(STORAGE, 0x44, OPERATOR, EventLogCommands::add)
                .add(STORAGE, 0x46, OPERATOR, EventLogCommands::delete)
                .add(STORAGE, 0x47, OPERATOR, EventLogCommands::clear)
                .add(STORAGE, 0x48, USER, (bmc, _) -> new Reply().doubleWord(bmc.logSeconds()).data())
                .add(STORAGE, 0x49, OPERATOR, EventLogCommands::setTime)
                .add(STORAGE, 0x5C, USER, (bmc, _) -> new Reply().word(bmc.settings().utcOffset()).data())
                .add(STORAGE, 0x5D, OPERATOR, EventLogCommands::setOffset);
    }

    /** §31.2. */
    private static byte[] info(Bmc bmc, Request request) {
        bmc.sensors().readAll(bmc.epochMillis(), bmc.isOn());
        EventLog log = bmc.log();
        return new Reply().add(SEL_VERSION).word(log.size())
                .word((log.most() - log.size()) * EventLog.RECORD_LENGTH)
                .doubleWord(log.lastAdded()).doubleWord(log.lastErased())
                .add(OPERATIONS | (log.hasOverflown() ? OVERFLOW : 0)).data();
    }

    /** §31.3. */
    private static byte[] allocation(Bmc bmc, Request request) {
        int free = bmc.log().most() - bmc.log().size();
        return new Reply().word(bmc.log().most()).word(EventLog.RECORD_LENGTH).word(free).word(free).add(1).data();
    }

    /** §31.5: ID of the next record, data. */
    private static byte[] read(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(6);
        bmc.sensors().readAll(bmc.epochMillis(), bmc.isOn());
        EventLog log = bmc.log();
        int from = request.at(4);
        if (from > 0) {
            log.checkReservation(request.wordAt(0));
        }
        int id = request.wordAt(2);
        byte[] record = log.record(id);
        int count = request.at(5) == WHOLE_RECORD ? record.length - from : request.at(5);
        if (from > record.length || count < 0 || from + count > record.length) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        return new Reply().word(log.next(id)).add(record, from, count).data();
    }

    /** §31.6: the controller puts in ID and, for the types up to DFh, the time. */
    private static byte[] add(Bmc bmc, Request request) throws Refused {
        byte[] record = Arrays.copyOf(request.from(2), EventLog.RECORD_LENGTH - 2);
        request.needAtLeast(EventLog.RECORD_LENGTH);
        int now = bmc.logSeconds();
        if ((record[0] & 0xFF) < 0xE0) {
            System.arraycopy(new Reply().doubleWord(now).data(), 0, record, 1, 4);
        }
        return new Reply().word(bmc.log().add(record, now)).data();
    }

    /** §31.8. */
    private static byte[] delete(Bmc bmc, Request request) throws Refused {
        bmc.log().checkReservation(request.wordAt(0));
        return new Reply().word(bmc.log().delete(request.wordAt(2), bmc.logSeconds())).data();
    }

    /** §31.9: "CLR", then AAh to erase or 00h to ask how far it is. */
    private static byte[] clear(Bmc bmc, Request request) throws Refused {
        request.needAtLeast(6);
        bmc.log().checkReservation(request.wordAt(0));
        if (request.at(2) != 'C' || request.at(3) != 'L' || request.at(4) != 'R') {
            throw new Refused(CompletionCode.INVALID_DATA_FIELD);
        }
        if (request.at(5) == INITIATE_ERASE) {
            bmc.log().clear(bmc.logSeconds());
            bmc.startErasure();
        }
        return Reply.of(bmc.isErasing() ? 0 : ERASED);
    }

    /** §31.11. */
    private static byte[] setTime(Bmc bmc, Request request) throws Refused {
        bmc.setLogSeconds(request.doubleWordAt(0));
        return Reply.EMPTY;
    }

    /** §31.11b: minutes. */
    private static byte[] setOffset(Bmc bmc, Request request) throws Refused {
        bmc.settings().setUtcOffset(request.wordAt(0));
        return Reply.EMPTY;
    }

    private EventLogCommands() {}
}
