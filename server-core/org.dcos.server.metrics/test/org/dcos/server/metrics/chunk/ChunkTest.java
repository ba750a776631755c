package org.dcos.server.metrics.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkTest {

    private static final double[] ODD = {0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Double.longBitsToDouble(0x7FF8_0000_DEAD_BEEFL), 42.1};
    private static final long[] STEPS = {1, 2, 63, 64, 65, 511, 512, 8_191, 8_193, 60_000, 60_001, 524_287, 524_288,
        86_400_000L, 1L << 33, 1L << 50};

    /** The bits of a value, so that every NaN counts. */
    private record Seen(long at, long bits) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gives_back_every_sample_bit_for_bit(long seed) throws Exception {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var written = randomSamples(random);

            assertThat(read(pack(written))).as("seed %d round %d", seed, round).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void goes_on_with_a_chunk_as_if_it_had_never_been_closed(long seed) throws Exception {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var written = randomSamples(random);
            int cut = random.nextInt(written.size()) + 1;

            var again = OpenChunk.of(pack(written.subList(0, cut)));
            written.subList(cut, written.size()).forEach(s -> again.add(s.at(), Double.longBitsToDouble(s.bits())));

            assertThat(again.packed().bytes()).isEqualTo(pack(written).bytes());
        }
    }

    @Test
    void gives_back_the_widest_gap_there_is() throws Exception {
        var written = List.of(new Seen(Long.MIN_VALUE, 0), new Seen(-1, 1), new Seen(Long.MAX_VALUE, 2));

        assertThat(read(pack(written))).isEqualTo(written);
    }

    @Test
    void refuses_a_sample_of_the_same_time() {
        var chunk = new OpenChunk(1_000, 1);

        assertThatThrownBy(() -> chunk.add(1_000, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(chunk.count()).isEqualTo(1);
    }

    @Test
    void refuses_a_sample_when_full() {
        var chunk = new OpenChunk(0, 1);
        for (int i = 1; i < OpenChunk.LONGEST; i++) {
            chunk.add(i, i);
        }

        assertThat(chunk.full()).isTrue();
        assertThatThrownBy(() -> chunk.add(10_000, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notices_every_flipped_bit() {
        var chunk = pack(randomSamples(new Random(5)));
        for (int bit = 0; bit < chunk.bytes().length * 8; bit++) {
            var bytes = chunk.bytes().clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var damaged = new Chunk(chunk.first(), bytes);

            assertThatThrownBy(damaged::read).as("bit %d", bit).isInstanceOf(DamagedChunk.class);
        }
    }

    @Test
    void notices_a_chunk_under_the_key_of_another_time() {
        var chunk = new OpenChunk(1_000, 1).packed();

        assertThatThrownBy(() -> new Chunk(2_000, chunk.bytes()).read()).isInstanceOf(DamagedChunk.class);
    }

    @Test
    void notices_a_chunk_cut_at_any_byte() {
        var chunk = pack(randomSamples(new Random(6)));
        for (int length = 0; length < chunk.bytes().length; length++) {
            var cut = new Chunk(chunk.first(), java.util.Arrays.copyOf(chunk.bytes(), length));

            assertThatThrownBy(cut::read).isInstanceOf(DamagedChunk.class);
        }
    }

    @Test
    void takes_less_than_two_bytes_for_a_sample_of_real_sensors() {
        var random = new Random(7);
        long bytes = 0;
        long samples = 0;
        for (int series = 0; series < 300; series++) {
            var sensor = new SimulatedSensor(random, series);
            OpenChunk chunk = null;
            long at = 1_790_000_000_000L;
            for (int i = 0; i < 120; i++) {
                at += 60_000 + Math.round(random.nextGaussian() * 12); // the BMC's answer takes its time
                if (chunk == null) {
                    chunk = new OpenChunk(at, sensor.next());
                } else {
                    chunk.add(at, sensor.next());
                }
                samples++;
            }
            bytes += chunk.packed().bytes().length;
        }

        assertThat((double) bytes / samples).isLessThan(2.0);
    }

    private static List<Seen> randomSamples(Random random) {
        var samples = new ArrayList<Seen>();
        int kind = random.nextInt(4);
        long at = random.nextLong(-(1L << 40), 1L << 41);
        for (int count = 1 + random.nextInt(OpenChunk.MAX_SAMPLES); count > 0; count--) {
            double value = switch (kind) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> random.nextInt(20) * 60;
                case 2 -> Double.longBitsToDouble(random.nextLong());
                default -> 40 + random.nextGaussian();
            };
            samples.add(new Seen(at, Double.doubleToRawLongBits(value)));
            at += random.nextBoolean() ? 60_000 + random.nextInt(9) - 4 : STEPS[random.nextInt(STEPS.length)];
        }
        return samples;
    }

    private static Chunk pack(List<Seen> samples) {
        var chunk = new OpenChunk(samples.getFirst().at(), Double.longBitsToDouble(samples.getFirst().bits()));
        samples.stream().skip(1).forEach(s -> chunk.add(s.at(), Double.longBitsToDouble(s.bits())));
        return chunk.packed();
    }

    private static List<Seen> read(Chunk chunk) throws DamagedChunk {
        var samples = new ArrayList<Seen>();
        for (var reader = chunk.read(); reader.next();) {
            samples.add(new Seen(reader.at(), Double.doubleToRawLongBits(reader.value())));
        }
        return samples;
    }
}
