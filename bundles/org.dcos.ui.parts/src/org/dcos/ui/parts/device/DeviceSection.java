package org.dcos.ui.parts.device;

import org.eclipse.swt.widgets.Control;

/** A section of the page, behind its tab. */
interface DeviceSection {

    Control control();

    /** Whether it is the one that is seen: what costs something is done only then. */
    default void shown(boolean seen) {
        // most show what the page has anyway
    }

    /** Time has gone by: ages are written anew. */
    default void tick() {
        // most have none of their own
    }
}
