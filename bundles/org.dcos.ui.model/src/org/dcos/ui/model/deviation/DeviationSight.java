package org.dcos.ui.model.deviation;

import java.util.List;
import java.util.Optional;

/**
 * The chosen deviation with all that is known of it.
 *
 * @param why        what was seen and what is recorded, as a sentence
 * @param facts      first and last seen, owner, decision: a line each
 * @param correction what accepting would change; empty while it is asked for, and where nothing is left to decide
 */
public record DeviationSight(DeviationRow row, String why, List<Fact> facts, List<EvidenceRow> evidence,
        Optional<CorrectionSight> correction) {

    public DeviationSight {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /** A name and a value. */
    public record Fact(String name, String value) {}

    DeviationSight with(CorrectionSight known) {
        return new DeviationSight(row, why, facts, evidence, Optional.of(known));
    }
}
