package org.dcos.net.ipmi.client;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.dcos.net.ipmi.command.ChannelAuthentication;
import org.dcos.net.ipmi.command.CipherSuiteList;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.IpmiLanMessage;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.SessionlessPacket;

/**
 * Reads a BMC's list of cipher suites outside of a session (IPMI v2.0 r1.1 §22.15), for BMCs that ignore an Open
 * Session with algorithms unknown to them. The list is not authenticated: it only chooses among suites that the target
 * allows.
 */
final class Discovery {

    enum Progress { IGNORED, MORE, COMPLETE }

    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private int index;
    private boolean refused;

    byte[] request() {
        var get = get();
        return new SessionlessPacket(IpmiLanMessage.request(get.netFn(), 0, index & 0x3F, get.command(), get.data())
                .encode()).encode();
    }

    Progress onAnswer(byte[] frame) throws MalformedIpmiMessage {
        var message = IpmiLanMessage.decode(SessionlessPacket.decode(frame).message());
        var get = get();
        if (message.netFn() != (get.netFn() | 1) || message.command() != get.command()
                || message.sequence() != (index & 0x3F) || message.data().length == 0) {
            return Progress.IGNORED;
        }
        byte[] data = message.data();
        if ((data[0] & 0xFF) != CompletionCode.SUCCESS) {
            refused = list.size() == 0;
            return Progress.COMPLETE;
        }
        byte[] answer = new byte[data.length - 1];
        System.arraycopy(data, 1, answer, 0, answer.length);
        byte[] records = get.decode(answer).records();
        list.writeBytes(records);
        index++;
        return records.length < CipherSuiteList.WHOLE_PIECE || index > CipherSuiteList.LAST_INDEX ? Progress.COMPLETE
                : Progress.MORE;
    }

    /** Those of the wanted suites that the BMC lists; the last of them when the BMC does not tell its list. */
    List<CipherSuite> among(List<CipherSuite> wanted) {
        if (refused) {
            return List.of(wanted.getLast());
        }
        var offered = CipherSuiteList.suites(list.toByteArray());
        return wanted.stream().filter(offered::contains).toList();
    }

    private CipherSuiteList.Get get() {
        return new CipherSuiteList.Get(ChannelAuthentication.PRESENT_CHANNEL, index);
    }
}
