package org.dcos.ui.model.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.relocation.RelocationIssue;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.domain.relocation.RelocationPlan.CableEnd;
import org.dcos.domain.relocation.RelocationPlan.Machine;
import org.dcos.domain.relocation.RelocationPlan.RackLoad;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class RelocationWordsTest {

    private static final UUID ID = new UUID(0, 1);

    private static RelocationIssue issue(RelocationIssue.What what) {
        return new RelocationIssue(what, Optional.empty(), List.of("one", "two", "three", "four"), "");
    }

    @Test
    void everyIssueHasASentenceInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var words = new RelocationWords(Texts.load(locale));
            for (var what : RelocationIssue.What.values()) {
                assertThat(words.of(issue(what))).as(what.name()).contains("one").doesNotContain("!", "{");
            }
        }
    }

    @Test
    void aPlanTellsBeforeAndAfterAndTheFirstObstacle() {
        var words = new RelocationWords(Texts.load(Locale.ENGLISH));
        var machine = new Machine(ID, "web-1", "A01 U5", "A02 U3", 4,
                List.of(new CableEnd(ID, "web-1 eth0", "tor-1 1", Optional.of(2.0), Optional.empty(), false)),
                List.of());
        var rack = new RackLoad(ID, "A02", 42, 2, 4.5, 500, 1000, OptionalInt.of(3000), 0, 10_000, 20_500,
                OptionalInt.empty());
        var plan = new RelocationPlan(List.of(machine), List.of(rack),
                List.of(issue(RelocationIssue.What.UNITS_TAKEN), issue(RelocationIssue.What.CABLE_TOO_SHORT)));

        assertThat(words.lines(plan)).containsExactly("web-1: A01 U5 → A02 U3", "A02: 2 U → 4.5 U of 42 U",
                "\u2003power 500 W → 1000 W, budget 3000", "\u2003weight 10 kg → 20.5 kg, limit not known",
                "Ports: 4; cables: 1, of which 0 reach the new place",
                "Addresses: 0, of which 0 are used in the new place too");
        assertThat(words.obstacle(plan)).contains("one cannot stand at two: three takes four.");
    }
}
