package org.dcos.domain.deviation;

/** What came of a look at one place. */
public enum Answer {
    /** It told what it is. */
    ANSWERED,
    /** Nothing came back: nothing follows from that about what is there. */
    SILENT,
    /** Something is there, and does not tell what: a wrong login, an error. */
    REFUSED,
    /** It was not asked: no place is known, or the look was cut short. */
    NOT_ASKED
}
