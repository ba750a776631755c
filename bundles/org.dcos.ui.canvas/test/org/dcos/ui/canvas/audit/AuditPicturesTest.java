package org.dcos.ui.canvas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.dcos.ui.canvas.geometry.Box;
import org.junit.jupiter.api.Test;

class AuditPicturesTest {

    @Test
    void tilesFillTheirRowsEvenlyAndNeverOverlap() {
        for (int width = 100; width < 2000; width += 37) {
            for (int count = 1; count <= 12; count++) {
                var layout = TilesLayout.of(count, width);
                assertThat(layout.boxes()).hasSize(count);
                for (Box a : layout.boxes()) {
                    assertThat(a.right()).isLessThanOrEqualTo(Math.max(width, 1));
                    assertThat(layout.boxes().stream().filter(b -> b.intersects(a))).hasSize(1);
                    assertThat(a.bottom()).isLessThanOrEqualTo(layout.height());
                }
            }
        }
        assertThat(TilesLayout.of(8, 1000).columns()).as("eight tiles where six would fit: two rows of four")
                .isEqualTo(4);
    }

    @Test
    void everyPartOfABarThatHasSomethingIsSeenAndTheBarIsFull() {
        assertThat(CoverageLayout.lengths(List.of(234, 30, 0, 6), 500)).satisfies(lengths -> {
            assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
            assertThat(lengths.get(2)).isZero();
        });
        assertThat(CoverageLayout.lengths(List.of(9_999, 1), 500).get(1)).isEqualTo(CoverageLayout.LEAST);
        assertThat(CoverageLayout.lengths(List.of(0, 0), 500)).containsExactly(0, 0);
    }

    @Test
    void whatDiffersIsWhatStandsBetweenTheAlikeBeginningAndEnd() {
        var pair = new Pair("Serial number", "", "2102311XDB10K4000123", "2102311XDB10K4000321", "");
        assertThat(pair.leftSpan()).isEqualTo(new Pair.Span(17, 20));
        assertThat(pair.rightSpan()).isEqualTo(new Pair.Span(17, 20));
        assertThat(new Pair("", "", "R740", "PowerEdge R740", "").leftSpan()).isEqualTo(new Pair.Span(0, 0));
        assertThat(new Pair("", "", "R740", "PowerEdge R740", "").rightSpan()).isEqualTo(new Pair.Span(0, 10));
        assertThat(new Pair("", "", "AAA", "AA", "").leftSpan()).isEqualTo(new Pair.Span(2, 3));
        assertThat(new Pair("", "", "same", "same", "").differs()).isFalse();
        assertThat(new Pair("", "", "", "NEW", "").rightSpan()).isEqualTo(new Pair.Span(0, 3));
    }
}
