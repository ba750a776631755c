package org.dcos.net.dhcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The decoder against mutations of real messages and random octets, from a fixed seed. */
class DecoderFuzzTest {

    private static final int CASES = 40_000;
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @Test
    void decodes_or_refuses_whatever_comes_and_decodes_again_what_it_encodes() throws Exception {
        List<byte[]> seeds = Captured.all().stream().map(Captured::octets).toList();
        Assertions.assertTimeoutPreemptively(ENOUGH, () -> {
            var random = new Random(2131);
            int decoded = 0;
            for (int i = 0; i < CASES; i++) {
                byte[] input = mutated(seeds.get(random.nextInt(seeds.size())), random);
                try {
                    var message = Message.decode(input, input.length);
                    decoded++;
                    byte[] encoded = message.encode();
                    assertThat(Message.decode(encoded, encoded.length)).isEqualTo(message);
                    byte[] limited = message.encode(Message.EVERY_CLIENT_TAKES);
                    assertThat(limited.length).isLessThanOrEqualTo(Message.EVERY_CLIENT_TAKES);
                    Message.decode(limited, limited.length);
                } catch (MalformedMessage _) {
                    // as good an end as any
                }
            }
            assertThat(decoded).as("inputs that are messages").isBetween(CASES / 100, CASES - CASES / 100);
        });
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] octets = Arrays.copyOf(seed, switch (random.nextInt(4)) {
            case 0 -> random.nextInt(seed.length + 1);
            case 1 -> seed.length + random.nextInt(700);
            default -> seed.length;
        });
        for (int i = random.nextInt(6); i > 0 && octets.length > 0; i--) {
            int from = random.nextBoolean() && octets.length > 240 ? 240 : 0;
            octets[from + random.nextInt(octets.length - from)] = (byte) random.nextInt();
        }
        if (random.nextInt(8) == 0 && octets.length > 250) { // other options altogether
            for (int i = 240; i < octets.length; i++) {
                octets[i] = (byte) random.nextInt(random.nextBoolean() ? 256 : 20);
            }
        }
        return octets;
    }
}
