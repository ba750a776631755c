package org.dcos.domain.cmdb;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A leased line.
 *
 * @param name          the carrier's circuit number or one's own name for it; unique
 * @param carrier       who provides it
 * @param contract      number of the contract; may be empty
 * @param committedMbps committed information rate
 * @param nearPort      where it ends on this side
 * @param farPort       where it ends on the other side, where that is recorded
 * @param expiry        last day of the contract
 * @param labels what it is found and grouped by
 * @param fields the values of the fields of one's own, by name
 */
public record DedicatedLine(UUID id, long version, String name, String carrier, String contract, int committedMbps,
        @RefersTo(Kind.PORT) Optional<UUID> nearPort,
        @RefersTo(Kind.PORT) Optional<UUID> farPort, Optional<LocalDate> expiry,
        Map<String, String> labels, Map<String, String> fields) implements Item {

    public DedicatedLine {
        labels = Item.sorted(labels);
        fields = Item.sorted(fields);
    }
}
