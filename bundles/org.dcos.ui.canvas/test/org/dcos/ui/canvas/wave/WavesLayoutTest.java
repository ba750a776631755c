package org.dcos.ui.canvas.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.ui.canvas.geometry.Box;
import org.junit.jupiter.api.Test;

class WavesLayoutTest {

    @Test
    void wavesStandSideBySideUntilTheRowIsFull() {
        var layout = WavesLayout.of(List.of(2, 18, 20, 12), 560);

        assertThat(layout.blocks().stream().map(Box::y).distinct()).hasSize(2);
        assertThat(layout.blocks().getLast().y()).isGreaterThan(layout.blocks().getFirst().bottom());
        assertThat(layout.height()).isEqualTo(layout.blocks().stream().mapToInt(Box::bottom).max().orElseThrow());
    }

    @Test
    void everyServerHasItsCellWithinItsWave() {
        for (List<Integer> counts : List.of(List.of(1), List.of(3, 400, 90), List.of(2_000, 3_000), List.of(0, 5))) {
            for (int width : new int[] {60, 400, 1_400}) {
                var layout = WavesLayout.of(counts, width);
                for (int i = 0; i < counts.size(); i++) {
                    var block = layout.blocks().get(i);
                    assertThat(layout.cells().get(i)).hasSize(counts.get(i)).allSatisfy(cell -> {
                        assertThat(cell.x()).isGreaterThanOrEqualTo(block.x());
                        assertThat(cell.right()).isLessThanOrEqualTo(block.right());
                        assertThat(cell.bottom()).isLessThanOrEqualTo(block.bottom());
                    });
                }
            }
        }
    }

    @Test
    void thousandsOfServersStillFitAScreen() {
        assertThat(WavesLayout.of(List.of(1_000, 1_000, 1_000, 1_000, 1_000), 1_200).height()).isLessThan(700);
    }
}
