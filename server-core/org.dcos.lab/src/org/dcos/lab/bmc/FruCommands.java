package org.dcos.lab.bmc;

import static org.dcos.net.ipmi.wire.NetFn.STORAGE;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.OPERATOR;
import static org.dcos.net.ipmi.wire.PrivilegeLevel.USER;

import org.dcos.net.ipmi.wire.CompletionCode;

/** FRU inventory commands (IPMI v2.0 r1.1 §34). */
final class FruCommands {

    /** Most bytes of one read, as with many controllers; more is refused with CAh. */
    private static final int MOST_BYTES = 48;

    static void addTo(CommandTable table) {
        table.add(STORAGE, 0x10, USER, FruCommands::info).add(STORAGE, 0x11, USER, FruCommands::read)
                .add(STORAGE, 0x12, OPERATOR, FruCommands::write);
    }

    /** §34.1: size, 0 for access by bytes. */
    private static byte[] info(Bmc bmc, Request request) throws Refused {
        return new Reply().word(bmc.frus().data(request.at(0)).length).add(0).data();
    }

    /** §34.2: count, data. */
    private static byte[] read(Bmc bmc, Request request) throws Refused {
        byte[] data = bmc.frus().data(request.at(0));
        int from = request.wordAt(1);
        int count = request.at(3);
        if (from >= data.length) {
            throw new Refused(CompletionCode.PARAMETER_OUT_OF_RANGE);
        }
        if (count > MOST_BYTES) {
            throw new Refused(CompletionCode.TOO_MANY_BYTES_REQUESTED);
        }
        int read = Math.min(count, data.length - from);
        return new Reply().add(read).add(data, from, read).data();
    }

    /** §34.3: count written. */
    private static byte[] write(Bmc bmc, Request request) throws Refused {
        byte[] bytes = request.from(3);
        bmc.frus().write(request.at(0), request.wordAt(1), bytes);
        return Reply.of(bytes.length);
    }

    private FruCommands() {}
}
