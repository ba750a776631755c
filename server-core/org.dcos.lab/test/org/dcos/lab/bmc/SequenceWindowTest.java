package org.dcos.lab.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceWindowTest {

    private final SequenceWindow window = new SequenceWindow(0);

    @Test
    void a_number_is_accepted_once() {
        assertThat(window.accept(1)).isTrue();
        assertThat(window.accept(1)).isFalse();
    }

    @Test
    void a_late_number_is_accepted_once_within_fifteen() {
        window.accept(16);

        assertThat(window.accept(1)).isTrue();
        assertThat(window.accept(1)).isFalse();
        window.accept(32);
        assertThat(window.accept(16)).isFalse();
        assertThat(window.accept(17)).isTrue();
    }

    @Test
    void a_number_more_than_sixteen_ahead_is_refused() {
        assertThat(window.accept(17)).isFalse();
        assertThat(window.accept(16)).isTrue();
    }

    @Test
    void zero_is_never_accepted() {
        assertThat(window.accept(0)).isFalse();
    }

    @Test
    void numbers_wrap() {
        var atTheEnd = new SequenceWindow(-2);

        assertThat(atTheEnd.accept(-1)).isTrue();
        assertThat(atTheEnd.accept(1)).isTrue();
        assertThat(atTheEnd.accept(-1)).isFalse();
    }
}
