package org.dcos.ui.model.relocation;

import java.util.UUID;

import org.dcos.domain.cmdb.RelocationAction;

/**
 * A step of one machine.
 *
 * @param place where it is done, in words
 * @param done  when and by whom; empty while it is not
 * @param next  whether it is the machine's next
 */
public record StepRow(UUID device, RelocationAction action, String machine, String step, String place, String done,
        boolean next) {

    public boolean ticked() {
        return !done.isEmpty();
    }

    /** What it is known by. */
    public String id() {
        return device + " " + action;
    }
}
