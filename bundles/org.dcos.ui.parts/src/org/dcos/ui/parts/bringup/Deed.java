package org.dcos.ui.parts.bringup;

import java.util.Optional;

import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.Arrival.Trouble;
import org.dcos.ui.canvas.icon.Icon;

/** What can be done with a machine on its way. */
enum Deed {
    RETRY("bringup.retry", Icon.REFRESH), ASSIGN("bringup.assign", Icon.SERVER), ACCEPT("bringup.accept",
            Icon.ACKNOWLEDGE),
    DISMISS("bringup.dismiss", Icon.DELETE), IDENTIFY("bringup.identify", Icon.IDENTIFY);

    private final String key;
    private final Icon icon;

    Deed(String key, Icon icon) {
        this.key = key;
        this.icon = icon;
    }

    String key() {
        return key;
    }

    Icon icon() {
        return icon;
    }

    /** @param server whether it is a server of the records */
    boolean possible(Optional<Arrival> arrival, boolean server) {
        var trouble = arrival.flatMap(Arrival::trouble);
        return switch (this) {
            case RETRY -> trouble.isPresent();
            case ASSIGN -> arrival.isPresent() && (arrival.get().server().isEmpty()
                    || trouble.filter(Trouble::quarantine).isPresent());
            case ACCEPT -> trouble.filter(its -> its.cause() == Cause.DIFFERENT).isPresent();
            case DISMISS -> arrival.isPresent();
            case IDENTIFY -> server && arrival.isPresent();
        };
    }

    /** The one that is done next with a machine that stands still, as a rule. */
    static Deed next(Trouble trouble) {
        return switch (trouble.cause()) {
            case JUNK_SERIAL, DUPLICATE, STRANGER -> ASSIGN;
            case DIFFERENT -> ACCEPT;
            case WRONG_LOGIN, SILENT, REFUSED, NO_ADDRESS, ADDRESS_LOST, CHECK_FAILED, RECORDS -> RETRY;
        };
    }
}
