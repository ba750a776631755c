package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;

/**
 * Close Session (IPMI v2.0 r1.1 §22.19).
 *
 * @param bmcSessionId session ID that the managed system chose
 */
public record CloseSession(int bmcSessionId) implements StandardRequest<Done> {

    @Override
    public Command spec() {
        return Command.CLOSE_SESSION;
    }

    @Override
    public byte[] data() {
        return Answers.write(4).putInt(bmcSessionId).array();
    }

    @Override
    public Done decode(byte[] answer) {
        return Done.DONE;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
