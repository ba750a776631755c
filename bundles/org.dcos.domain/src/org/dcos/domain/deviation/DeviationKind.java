package org.dcos.domain.deviation;

/** In which way records and reality differ. */
public enum DeviationKind {
    /** In service by the records, and nowhere to be seen though it would have been seen. */
    MISSING,
    /** Seen, and not recorded. */
    UNKNOWN_MACHINE,
    /** Two recorded machines stand in each other's place. */
    SWAPPED,
    /** Another machine answers where the recorded one should. */
    SERIAL_CHANGED,
    /** Several tell one serial number. */
    DUPLICATE_SERIAL,
    /** What it tells for a serial number names no machine. */
    JUNK_SERIAL,
    /** One machine has two records. */
    RECORDED_TWICE,
    /** It answers at another address than the recorded one. */
    ADDRESS_DIFFERS, MANUFACTURER_DIFFERS, MODEL_DIFFERS, ASSET_TAG_DIFFERS
}
