package org.dcos.net.ipmi.command;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dcos.net.ipmi.wire.CipherSuite;
import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * A piece of the list of cipher suites of a channel, up to 16 bytes; a shorter one is the last (IPMI v2.0 r1.1 §22.15,
 * table 22-17).
 */
public record CipherSuiteList(int channel, byte[] records) {

    /** Bytes of a piece that is not the last. */
    public static final int WHOLE_PIECE = 16;

    /** Last list index (6 bits). */
    public static final int LAST_INDEX = 0x3F;

    private static final int LIST_BY_CIPHER_SUITE = 0x80;
    private static final int STANDARD = 0xC0;
    private static final int OEM = 0xC1;
    private static final int OEM_IANA_LENGTH = 3;

    public CipherSuiteList {
        records = records.clone();
    }

    /** Get Channel Cipher Suites for IPMI payloads, sent outside of a session. */
    public record Get(int channel, int index) implements StandardRequest<CipherSuiteList> {
        @Override
        public Command spec() {
            return Command.GET_CHANNEL_CIPHER_SUITES;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) channel, 0, (byte) (LIST_BY_CIPHER_SUITE | index)};
        }

        @Override
        public CipherSuiteList decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 1);
            return new CipherSuiteList(Answers.u8(in), Answers.rest(in));
        }
    }

    @Override
    public byte[] records() {
        return records.clone();
    }

    public byte[] encode() {
        return Answers.write(1 + records.length).put((byte) channel).put(records).array();
    }

    /** The standard suites of a whole list; OEM records are passed over (§22.15.1, table 22-18). */
    public static List<CipherSuite> suites(byte[] wholeList) {
        var suites = new ArrayList<CipherSuite>();
        for (int at = 0; at + 1 < wholeList.length; at++) {
            int tag = wholeList[at] & 0xFF;
            if (tag == STANDARD) {
                CipherSuite.ofId(wholeList[at + 1] & 0xFF).ifPresent(suites::add);
                at++; // the algorithms behind it follow from the number, their tags are 00h to BFh
            } else if (tag == OEM) {
                at += 1 + OEM_IANA_LENGTH;
            }
        }
        return List.copyOf(suites);
    }

    /** The records of these suites, to be cut into pieces by a simulator. */
    public static byte[] records(List<CipherSuite> suites) {
        var out = new ByteArrayOutputStream();
        for (CipherSuite suite : suites) {
            out.write(STANDARD);
            out.write(suite.id());
            out.write(suite.authentication().code());
            out.write(0x40 | suite.integrity().code());
            out.write(0x80 | suite.confidentiality().code());
        }
        return out.toByteArray();
    }
}
