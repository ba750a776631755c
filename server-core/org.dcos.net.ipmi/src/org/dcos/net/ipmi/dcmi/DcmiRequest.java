package org.dcos.net.ipmi.dcmi;

import java.nio.ByteBuffer;

import org.dcos.net.ipmi.command.Answers;
import org.dcos.net.ipmi.command.StandardRequest;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** A request of the DCMI group extension: its first data byte, and that of the answer, is DCh (DCMI v1.5 §6). */
interface DcmiRequest<R> extends StandardRequest<R> {

    byte GROUP = (byte) 0xDC;

    /** The answer behind the group byte. */
    default ByteBuffer answered(byte[] answer, int length) throws MalformedIpmiMessage {
        var in = Answers.read(spec(), answer, 1 + length);
        if (in.get() != GROUP) {
            throw new MalformedIpmiMessage("%s answered by another group".formatted(title()));
        }
        return in;
    }
}
