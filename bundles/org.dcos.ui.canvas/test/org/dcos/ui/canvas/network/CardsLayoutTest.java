package org.dcos.ui.canvas.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardsLayoutTest {

    @Test
    void cardsOfARowShareItsRoomUpToAWidth() {
        var layout = CardsLayout.of(3, 900);

        assertThat(layout.columns()).isEqualTo(3);
        assertThat(layout.height()).isEqualTo(CardsLayout.CARD);
        assertThat(layout.boxes()).allMatch(it -> it.width() >= CardsLayout.NARROW && it.right() <= 900);
        assertThat(CardsLayout.of(1, 2_000).boxes().getFirst().width()).isEqualTo(CardsLayout.WIDE);
    }

    @Test
    void whatDoesNotFitGoesToAFurtherRowOfAboutTheSameLength() {
        var layout = CardsLayout.of(5, 1_000);

        assertThat(layout.columns()).isEqualTo(3);
        assertThat(layout.height()).isEqualTo(2 * CardsLayout.CARD + CardsLayout.GAP);
        assertThat(layout.boxes()).doesNotHaveDuplicates().allMatch(it -> it.right() <= 1_000);
    }

    @Test
    void noneAndNoRoomAreNoTrouble() {
        assertThat(CardsLayout.of(0, 500).height()).isZero();
        assertThat(CardsLayout.of(2, 1).boxes()).hasSize(2);
    }
}
