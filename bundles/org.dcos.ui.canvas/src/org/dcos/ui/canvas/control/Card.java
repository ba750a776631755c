package org.dcos.ui.canvas.control;

import java.util.List;

import org.dcos.ui.canvas.mark.Mark;

/**
 * What a hover card says.
 *
 * @param title  e.g. the device's name
 * @param mark   how it is
 * @param reason why it is so, one sentence; may be empty
 */
public record Card(String title, Mark mark, String reason, List<Fact> facts) {

    public Card {
        facts = List.copyOf(facts);
    }
}
