package org.dcos.ui.model.device;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.ui.model.estate.Mark;

/**
 * The head and the facts of a server's page.
 *
 * @param trouble  the worst thing about it in one line; empty when all is well
 * @param subtitle {@code Huawei 2288H V5 · SN 2102... · A03 U28–29 · ACTIVE}
 * @param facts    sections of label and value
 */
public record DevicePage(UUID server, String name, Mark mark, String trouble, String subtitle, List<Section> facts,
        Optional<UUID> alert) {

    public DevicePage {
        facts = List.copyOf(facts);
    }

    public record Section(String title, List<Fact> facts) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    public record Fact(String label, String value) {}
}
