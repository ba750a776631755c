package org.dcos.ui.model.deviation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.dcos.domain.deviation.Decision;
import org.dcos.ui.model.text.Texts;

/**
 * What is asked for a decision.
 *
 * @param said  the reason, the note, or the name of the owner
 * @param until the date until which it is ignored, as typed
 */
public record DecisionForm(Deed deed, String said, String until) {

    /** What can be decided. */
    public enum Deed {
        ACCEPT, FIX, IGNORE, ASSIGN, REOPEN
    }

    /** Whether a date is asked for. */
    public boolean dated() {
        return deed == Deed.IGNORE;
    }

    /** What is still wrong with it; empty when nothing is. */
    public String problem(Texts texts, Instant now, ZoneId zone) {
        return switch (deed) {
            case ACCEPT -> said.isBlank() ? texts.get("audit.form.why") : "";
            case ASSIGN -> said.isBlank() ? texts.get("audit.form.owner") : "";
            case IGNORE -> {
                try {
                    yield !end(zone).isAfter(now) ? texts.get("audit.form.past", until)
                            : said.isBlank() ? texts.get("audit.form.why") : "";
                } catch (DateTimeException _) {
                    yield texts.get("audit.form.until", until);
                }
            }
            case FIX, REOPEN -> "";
        };
    }

    /** The decision, when nothing is wrong. */
    public Decision decision(ZoneId zone) {
        return switch (deed) {
            case ACCEPT -> new Decision.Accept(said.strip());
            case FIX -> new Decision.Fix(said.strip());
            case IGNORE -> new Decision.Ignore(end(zone), said.strip());
            case ASSIGN -> new Decision.Assign(said.strip());
            case REOPEN -> new Decision.Reopen();
        };
    }

    /** The named day counts to its end. */
    private Instant end(ZoneId zone) {
        return LocalDate.parse(until.strip()).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
