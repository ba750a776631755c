package org.dcos.domain.deviation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one look at one place brought.
 *
 * @param source  who looked, {@link EvidenceSource#name()}
 * @param point   where: an address and port, a switch and its port
 * @param address the network address of the point; may be empty
 * @param item    the recorded device that is taken to be there
 * @param at      when it was seen
 * @param told    what it told; where it did not answer, what it told when last asked
 * @param words   why it did not answer, in English; empty when it did
 */
public record Evidence(String source, String point, String address, Optional<UUID> item, Answer answer, Instant at,
        Map<Property, String> told, String words) {

    public Evidence {
        told = Map.copyOf(told);
    }

    /** A told value; empty where nothing was told. */
    public String told(Property property) {
        return told.getOrDefault(property, "").strip();
    }

    public boolean answered() {
        return answer == Answer.ANSWERED;
    }
}
