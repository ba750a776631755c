package org.dcos.tests.fuzz.decoder;

import java.io.IOException;
import java.util.List;

import org.dcos.net.probe.wire.ArpPacket;
import org.dcos.net.probe.wire.Icmp6Message;
import org.dcos.net.probe.wire.IcmpMessage;
import org.dcos.net.probe.wire.InternetChecksum;
import org.dcos.net.probe.wire.Ipv4;
import org.dcos.net.probe.wire.Ipv6;
import org.dcos.net.probe.wire.MalformedPacket;

/** What comes back to a probe. */
final class ProbeTargets {

    private static final int[] STARTS = {0, 8, 20, 40};
    private static final int ICMP_HEADER = 8;
    private static final int CHECKSUM = 2;

    private interface Decoder {
        Object decode(byte[] input, int from) throws IOException;
    }

    private static final List<Decoder> DECODERS = List.of((input, from) -> Ipv4.decode(input, from, input.length),
            (input, from) -> IcmpMessage.decode(input, from, input.length),
            (input, from) -> Ipv6.decode(input, from, input.length),
            (input, from) -> Icmp6Message.decode(input, from, input.length),
            (input, _) -> ArpPacket.decode(input, input.length));

    private ProbeTargets() {}

    /** Also with the sum put right, which mutations seldom hit. */
    static void packets(byte[] input) throws IOException {
        for (int from : STARTS) {
            if (from <= input.length) {
                all(input, from);
            }
            if (from + ICMP_HEADER <= input.length) {
                byte[] summed = input.clone();
                summed[from + CHECKSUM] = 0;
                summed[from + CHECKSUM + 1] = 0;
                int sum = InternetChecksum.of(summed, from, summed.length);
                summed[from + CHECKSUM] = (byte) (sum >> Byte.SIZE);
                summed[from + CHECKSUM + 1] = (byte) sum;
                all(summed, from);
            }
        }
    }

    private static void all(byte[] input, int from) throws IOException {
        for (Decoder decoder : DECODERS) {
            try {
                if (decoder.decode(input, from) == null) {
                    throw new IllegalStateException("decoded to nothing");
                }
            } catch (MalformedPacket _) { // refused, as it should be
            }
        }
    }
}
