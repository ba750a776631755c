package org.dcos.ui.canvas.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RgbTest {

    private static final Rgb BLACK = Rgb.of("#000000");
    private static final Rgb WHITE = Rgb.of("#FFFFFF");

    @Test
    void reads_and_writes_hex() {
        assertThat(Rgb.of("#0b63CE")).isEqualTo(new Rgb(11, 99, 206));
        assertThat(new Rgb(11, 99, 206).hex()).isEqualTo("#0B63CE");
    }

    @Test
    void says_what_is_wrong_with_a_colour() {
        assertThatThrownBy(() -> Rgb.of("blue")).hasMessage("'blue' is no colour of the form #RRGGBB");
        assertThatThrownBy(() -> new Rgb(0, 256, 0)).hasMessageContaining("256");
    }

    @Test
    void contrast_of_black_on_white_is_21() {
        assertThat(BLACK.contrast(WHITE)).isCloseTo(21, within(1e-9));
        assertThat(WHITE.contrast(BLACK)).isEqualTo(BLACK.contrast(WHITE));
    }

    @Test
    void mixes_by_share() {
        assertThat(BLACK.mix(WHITE, 0.5)).isEqualTo(new Rgb(128, 128, 128));
        assertThat(BLACK.mix(WHITE, 7)).isEqualTo(WHITE);
    }
}
