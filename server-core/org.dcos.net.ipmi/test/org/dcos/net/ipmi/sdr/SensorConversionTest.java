package org.dcos.net.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SensorConversionTest {

    @ParameterizedTest
    @CsvSource({
        // format, raw, m, b, bExp, rExp, value
        "UNSIGNED, 201, 6, 0, 0, -2, 12.06",
        "UNSIGNED, 255, 75, 0, 0, 0, 19125",
        "UNSIGNED, 192, 16, -3, 1, -3, 3.042",
        "TWOS_COMPLEMENT, 249, 1, 0, 0, 0, -7",
        "TWOS_COMPLEMENT, 128, 1, 0, 0, 0, -128",
        "ONES_COMPLEMENT, 248, 1, 0, 0, 0, -7",
        "ONES_COMPLEMENT, 255, 1, 5, 0, 0, 5",
        "UNSIGNED, 10, -2, 100, 0, 0, 80",
        "UNSIGNED, 10, 511, -512, 7, -8, -51.1999489"})
    void readings_become_values(AnalogFormat format, int raw, int m, int b, int bExponent, int resultExponent,
            double value) {
        var conversion = new SensorConversion(format, ReadingFactors.of(m, b, bExponent, resultExponent),
                Linearization.LINEAR);

        assertThat(conversion.value(raw).getAsDouble()).isCloseTo(value, within(1e-3));
    }

    @Test
    void a_decimal_value_is_the_nearest_double() {
        var conversion = new SensorConversion(AnalogFormat.UNSIGNED, ReadingFactors.of(6, 0, 0, -2),
                Linearization.LINEAR);

        assertThat(conversion.value(201).getAsDouble()).isEqualTo(12.06);
    }

    @ParameterizedTest
    @EnumSource(Linearization.class)
    void raw_bytes_come_back_through_every_linearization(Linearization linearization) {
        var conversion = new SensorConversion(AnalogFormat.UNSIGNED, ReadingFactors.of(1, 0, 0, -1), linearization);
        for (int raw = 1; raw <= 0xFF; raw++) {
            var value = conversion.value(raw);
            if (value.isPresent()) {
                assertThat(conversion.raw(value.getAsDouble())).isEqualTo(raw);
            }
        }
    }

    @Test
    void linearizations_are_the_functions_of_the_specification() {
        assertThat(of(Linearization.SQUARE, 15)).isEqualTo(225);
        assertThat(of(Linearization.CUBE, 3)).isEqualTo(27);
        assertThat(of(Linearization.SQUARE_ROOT, 144)).isEqualTo(12);
        assertThat(of(Linearization.CUBE_ROOT, 27)).isCloseTo(3, within(1e-12));
        assertThat(of(Linearization.RECIPROCAL, 4)).isEqualTo(0.25);
        assertThat(of(Linearization.LOG2, 8)).isCloseTo(3, within(1e-12));
        assertThat(of(Linearization.EXP10, 2)).isCloseTo(100, within(1e-9));
        assertThat(of(Linearization.NON_LINEAR, 42)).isEqualTo(42);
    }

    @Test
    void a_reading_without_a_value_has_none() {
        var conversion = new SensorConversion(AnalogFormat.UNSIGNED, ReadingFactors.of(1, 0, 0, 0), Linearization.LN);

        assertThat(conversion.value(0)).isEmpty();
        assertThat(new SensorConversion(AnalogFormat.NONE, ReadingFactors.of(1, 0, 0, 0), Linearization.LINEAR)
                .value(1)).isEmpty();
    }

    @Test
    void codes_of_linearizations_come_back() {
        for (Linearization linearization : Linearization.values()) {
            assertThat(Linearization.of(linearization.code())).contains(linearization);
        }
        assertThat(Linearization.of(0x0C)).isEmpty();
        assertThat(Linearization.of(0x7F)).contains(Linearization.NON_LINEAR);
    }

    @Test
    void factors_survive_encoding() throws Exception {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            var factors = new ReadingFactors(random.nextInt(-512, 512), random.nextInt(-512, 512),
                    random.nextInt(-8, 8), random.nextInt(-8, 8), random.nextInt(64), random.nextInt(1024),
                    random.nextInt(4), random.nextInt(4));
            var out = ByteBuffer.allocate(ReadingFactors.LENGTH);
            factors.encode(out);

            assertThat(ReadingFactors.decode(out.flip())).isEqualTo(factors);
        }
    }

    private static double of(Linearization linearization, int raw) {
        return new SensorConversion(AnalogFormat.UNSIGNED, ReadingFactors.of(1, 0, 0, 0), linearization).value(raw)
                .getAsDouble();
    }
}
