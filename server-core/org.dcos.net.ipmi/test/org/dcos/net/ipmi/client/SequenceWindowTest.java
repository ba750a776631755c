package org.dcos.net.ipmi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceWindowTest {

    private final SequenceWindow window = new SequenceWindow();

    @Test
    void a_number_counts_once() {
        assertThat(window.accept(1)).isTrue();
        assertThat(window.accept(1)).isFalse();
    }

    @Test
    void zero_never_counts() {
        assertThat(window.accept(0)).isFalse();
    }

    @Test
    void late_numbers_count_within_the_window() {
        window.accept(15);
        window.accept(30);

        assertThat(window.accept(14)).isTrue();
        assertThat(window.accept(13)).isFalse();
        assertThat(window.accept(15)).isFalse();
        assertThat(window.accept(29)).isTrue();
    }

    @Test
    void numbers_far_ahead_do_not_count() {
        window.accept(1);

        assertThat(window.accept(17)).isFalse();
        assertThat(window.accept(16)).isTrue();
    }

    @Test
    void the_window_slides_over_the_wrap() {
        for (int at = 8; at != 0; at += 8) {
            window.accept(at); // once around all 32 bits
        }

        assertThat(window.accept(-1)).isTrue();
        assertThat(window.accept(2)).isTrue();
        assertThat(window.accept(-1)).isFalse();
    }

    @Test
    void no_number_is_ever_accepted_twice() {
        var random = new Random(11);
        var accepted = new HashSet<Integer>();
        int newest = 1;
        for (int i = 0; i < 20_000; i++) {
            int number = Math.max(1, newest + random.nextInt(-20, 20));
            if (window.accept(number)) {
                assertThat(accepted.add(number)).isTrue();
                newest = Math.max(newest, number);
            }
        }
        assertThat(accepted).hasSizeGreaterThan(1_000);
    }
}
