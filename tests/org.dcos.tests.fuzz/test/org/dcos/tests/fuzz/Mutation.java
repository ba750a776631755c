package org.dcos.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes inputs of inputs. */
final class Mutation {

    private static final int LONGEST = 1_500;
    private static final int[] EDGES = {0, 1, 2, 7, 8, 16, 31, 32, 63, 64, 100, 127, 128, 192, 254, 255};
    private static final List<byte[]> JSON = List
            .of("null", "true", "-1", "1e999", "\"\"", "[]", "{}", "[[[[", "}", "]",
                    ",", ":", "\"@odata.id\"", "\"Members\"", "\"\\ud800\"", "99999999999999999999999999",
                    "\"2026-13-45T99:99:99+99:99\"", "\"//elsewhere/redfish\"", "0x1", "{\"@odata.id\":5}")
            .stream()
            .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();

    private final RandomGenerator random;
    private final boolean json;

    Mutation(RandomGenerator random, boolean json) {
        this.random = random;
        this.json = json;
    }

    /** @param other a second one, to take parts of */
    byte[] of(byte[] seed, byte[] other) {
        byte[] bytes = seed.clone();
        for (int i = 1 << random.nextInt(4); i > 0; i--) {
            bytes = once(bytes, other);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        boolean any = bytes.length > 0;
        switch (random.nextInt(12)) {
            case 0 -> {
                if (any) {
                    bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                }
            }
            case 1 -> {
                if (any) {
                    bytes[at] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                if (any) {
                    bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
                }
            }
            case 3 -> {
                if (any) {
                    bytes[at] += (byte) (random.nextInt(9) - 4);
                }
            }
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(24));
            }
            case 6 -> {
                return replaced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(12)), new byte[0]);
            }
            case 7 -> {
                return replaced(bytes, at, at, noise());
            }
            case 8 -> { // a piece once more
                return replaced(bytes, at, at, Arrays.copyOfRange(bytes, at,
                        Math.min(bytes.length, at + 1 + random.nextInt(32))));
            }
            case 9 -> {
                return replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(16)), piece(other));
            }
            case 10 -> {
                return spliced(bytes, at, other);
            }
            default -> {
                return json ? replaced(bytes, at, at + (random.nextBoolean() ? 0 : 1),
                        JSON.get(random.nextInt(JSON.size()))) : replaced(bytes, at, at, noise());
            }
        }
        return bytes;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 600 : 8)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            Arrays.fill(noise, noise[0]);
        }
        return noise;
    }

    private byte[] piece(byte[] of) {
        int from = of.length == 0 ? 0 : random.nextInt(of.length);
        return Arrays.copyOfRange(of, from, Math.min(of.length, from + random.nextInt(48)));
    }

    private byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return replaced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        int end = Math.min(to, bytes.length);
        byte[] out = new byte[from + by.length + bytes.length - end];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(by, 0, out, from, by.length);
        System.arraycopy(bytes, end, out, from + by.length, bytes.length - end);
        return out;
    }
}
