package org.dcos.domain.ip;

/**
 * What the wire said about an address.
 *
 * @param told what answered, or to what it was silent, or why nobody asked; for an operator
 */
public record WireFinding(String address, Outcome outcome, String told) {

    /** How it came out. */
    public enum Outcome {
        /** Something uses it. */
        ANSWERED,
        /** Nothing answered. */
        SILENT,
        /** Nobody asked, so nothing is known. */
        NOT_ASKED
    }
}
