package org.dcos.domain.bmcsetup;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be read anew.
 *
 * @param bmcs     empty for all that are known
 * @param sections empty for all
 */
public record ReadOrder(List<UUID> bmcs, Set<BmcDetails.Section> sections) {

    public ReadOrder {
        bmcs = List.copyOf(bmcs);
        sections = Set.copyOf(sections);
    }

    /** Everything of one. */
    public static ReadOrder of(UUID bmc) {
        return new ReadOrder(List.of(bmc), Set.of());
    }

    public boolean wants(BmcDetails.Section section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
