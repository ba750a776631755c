package org.dcos.net.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decoder against mutations of real packets and random octets, from a fixed seed. */
class DecoderFuzzTest {

    private static final int CASES = 40_000;
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private interface Decoder {
        Object decode(byte[] input) throws IOException;
    }

    private static final Map<String, Decoder> DECODERS = Map.of(
            "ipv4", input -> Ipv4.decode(input, 0, input.length),
            "ipv4 within", input -> Ipv4.decode(input, Math.min(8, input.length), input.length),
            "icmp", input -> IcmpMessage.decode(input, 0, input.length),
            "icmp within", input -> IcmpMessage.decode(input, Math.min(20, input.length), input.length),
            "ipv6", input -> Ipv6.decode(input, 0, input.length),
            "icmp6", input -> Icmp6Message.decode(input, 0, input.length),
            "icmp6 within", input -> Icmp6Message.decode(input, Math.min(40, input.length), input.length),
            "arp", input -> ArpPacket.decode(input, input.length));

    private static final List<byte[]> SEEDS = seeds();

    static Stream<String> decoders() {
        return DECODERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void decodes_or_refuses_whatever_comes(String name) {
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            var random = new Random(name.hashCode());
            int decoded = 0;
            for (int i = 0; i < CASES; i++) {
                byte[] input = i % 4 == 0 ? randomOctets(random)
                        : mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
                decoded += decodes(name, i % 3 == 0 ? repaired(name, input) : input) ? 1 : 0;
            }
            assertThat(decoded).as("inputs that are packets").isBetween(CASES / 100, CASES - CASES / 100);
        });
    }

    private static boolean decodes(String name, byte[] input) throws IOException {
        try {
            assertThat(DECODERS.get(name).decode(input)).isNotNull();
            return true;
        } catch (MalformedPacket _) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("%s fails on %s".formatted(name, HexFormat.of().formatHex(input)), e);
        }
    }

    /** With the ICMP checksum made right again, so that what is behind it is reached. */
    private static byte[] repaired(String name, byte[] input) {
        int offset = name.equals("icmp within") ? 20 : 0;
        if (name.startsWith("icmp6") || !name.startsWith("icmp") || input.length < offset + IcmpMessage.HEADER_LENGTH) {
            return input;
        }
        input[offset + 2] = 0;
        input[offset + 3] = 0;
        int checksum = InternetChecksum.of(input, offset, input.length);
        input[offset + 2] = (byte) (checksum >> 8);
        input[offset + 3] = (byte) checksum;
        return input;
    }

    private static byte[] randomOctets(Random random) {
        byte[] octets = new byte[random.nextInt(100)];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] octets = seed.clone();
        for (int i = random.nextInt(4); i >= 0 && octets.length > 0; i--) {
            int at = random.nextInt(octets.length);
            switch (random.nextInt(4)) {
                case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> octets[at] = (byte) random.nextInt();
                case 2 -> octets = Arrays.copyOf(octets, at);
                default -> octets = Arrays.copyOf(octets, octets.length + random.nextInt(20));
            }
        }
        return octets;
    }

    private static List<byte[]> seeds() {
        var hex = HexFormat.of();
        String header = "4500001c0000000040010000" + "c0000201" + "c0000207";
        String options = "460000200000000040010000" + "c0000201" + "c0000207" + "01010100";
        byte[] echo = new IcmpMessage.Echo(true, 4711, 42, new byte[8]).encode();
        String error = "030d000000000000" + header + "0800000012340007";
        var arp = new ArpPacket(ArpPacket.REPLY, MacAddress.BROADCAST, Ipv4.address(1), MacAddress.ZERO,
                Ipv4.address(2));
        String header6 = "6000000000183aff" + "20010db8000000000000000000000001" + "20010db8000000000000000000000002";
        String advertisement = "8800000060000000" + "20010db8000000000000000000000002" + "0201024200000001";
        String error6 = "0101000000000000" + header6 + "8000000012340007";
        return List.of(hex.parseHex(header6 + advertisement), hex.parseHex(advertisement), hex.parseHex(error6),
                hex.parseHex(header6 + error6), new Icmp6Message.Echo(true, 4711, 42, new byte[8]).encode(),
                new Icmp6Message.NeighbourSolicitation(Ipv6.address(new byte[16], 0), MacAddress.BROADCAST).encode(),
                echo, arp.encode(), hex.parseHex(header + hex.formatHex(echo)), hex.parseHex(error),
                hex.parseHex(header + error), hex.parseHex("0b00000000000000" + options + "0800000012340007"),
                hex.parseHex(options + hex.formatHex(echo)));
    }
}
