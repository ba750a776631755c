package org.dcos.lab.bmc;

import java.util.HashMap;
import java.util.Map;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;

/** Which commands there are, who may give them (IPMI v2.0 r1.1 appendix G), and what carries them out. */
final class CommandTable {

    static final CommandTable ALL = new CommandTable();

    /** Carries out one command and returns the data behind the completion code. */
    @FunctionalInterface
    interface Handler {
        byte[] answer(Bmc bmc, Request request) throws Refused;
    }

    /** @param openToAll may be given without a session (§13.14) */
    private record Entry(PrivilegeLevel least, boolean openToAll, Handler handler) {}

    private final Map<Integer, Entry> entries = new HashMap<>();

    private CommandTable() {
        ApplicationCommands.addTo(this);
        SessionCommands.addTo(this);
        UserCommands.addTo(this);
        ChassisCommands.addTo(this);
        SensorCommands.addTo(this);
        RepositoryCommands.addTo(this);
        FruCommands.addTo(this);
        EventLogCommands.addTo(this);
        LanCommands.addTo(this);
        PowerMeterCommands.addTo(this);
        AlertCommands.addTo(this);
        SolCommands.addTo(this);
    }

    CommandTable add(int netFn, int command, PrivilegeLevel least, Handler handler) {
        entries.put(key(netFn, command), new Entry(least, false, handler));
        return this;
    }

    CommandTable addOpen(int netFn, int command, Handler handler) {
        entries.put(key(netFn, command), new Entry(PrivilegeLevel.CALLBACK, true, handler));
        return this;
    }

    /** The response; with code C1h for what is not there, D4h for who may not. */
    IpmiLanMessage answer(Bmc bmc, IpmiLanMessage message, Session session) {
        Entry entry = entries.get(key(message.netFn(), message.command()));
        if (entry == null) {
            return message.answer(CompletionCode.INVALID_COMMAND, Reply.EMPTY);
        }
        if (message.lun() != 0) {
            return message.answer(CompletionCode.INVALID_FOR_LUN, Reply.EMPTY);
        }
        boolean outside = session == Session.NONE;
        if (outside ? !entry.openToAll() : session.level().compareTo(entry.least()) < 0) {
            return message.answer(CompletionCode.INSUFFICIENT_PRIVILEGE, Reply.EMPTY);
        }
        try {
            return message.answer(CompletionCode.SUCCESS,
                    entry.handler().answer(bmc, new Request(message.data(), session)));
        } catch (Refused refused) {
            return message.answer(refused.completionCode(), refused.data());
        }
    }

    private static int key(int netFn, int command) {
        return netFn << 8 | command;
    }
}
