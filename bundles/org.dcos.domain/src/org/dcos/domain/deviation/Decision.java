package org.dcos.domain.deviation;

import java.time.Instant;

/** What is to become of a deviation. */
public sealed interface Decision {

    /** The record is wrong: it is corrected as {@link Deviations#correction} says. */
    record Accept(String why) implements Decision {}

    /** The hardware is wrong, and is to be put right. @param note by whom and how; may be empty */
    record Fix(String note) implements Decision {}

    /** Of no interest until then; after that it comes back, if it is still so. */
    record Ignore(Instant until, String why) implements Decision {}

    /** The caller looks after it. */
    record TakeOver() implements Decision {}

    /** Somebody else looks after it. @param owner the name of a user */
    record Assign(String owner) implements Decision {}

    /** Undecided again. */
    record Reopen() implements Decision {}
}
