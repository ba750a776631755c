package org.dcos.ui.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcos.ui.model.Samples;
import org.dcos.ui.model.selection.Selected;
import org.junit.jupiter.api.Test;

class FinderTest {

    @Test
    void finds_by_name_serial_and_asset_tag_without_regard_to_case() {
        assertThat(Finder.find(Samples.estate(), "SRV-A01-02", 10)).extracting(Finder.Hit::label)
                .containsExactly("srv-a01-02");
        assertThat(Finder.find(Samples.estate(), "0012345", 10)).extracting(Finder.Hit::target)
                .containsExactly(new Selected.OfServer(Samples.DB.id()));
        assertThat(Finder.find(Samples.estate(), "asset-1", 10)).hasSize(1);
    }

    @Test
    void an_exact_hit_comes_before_one_that_only_contains_the_text() {
        assertThat(Finder.find(Samples.estate(), "a01", 10).getFirst().label()).isEqualTo("A01");
    }

    @Test
    void finds_nothing_for_nothing() {
        assertThat(Finder.find(Samples.estate(), "  ", 10)).isEmpty();
    }
}
