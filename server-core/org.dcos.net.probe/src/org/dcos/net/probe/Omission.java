package org.dcos.net.probe;

/**
 * A method that was not used for an address.
 *
 * @param text for an operator: why, and what to do about it
 */
public record Omission(Method method, Reason reason, String text) {

    /** Why a method was not used. */
    public enum Reason {

        /** The options leave it out. */
        NOT_WANTED,

        /** No host can have this address: a multicast, broadcast or reserved one. */
        NOT_A_HOST,

        /** ARP, NDP: this machine is not on a network of that address, or has the address itself. */
        NOT_ATTACHED,

        /** This process lacks the right; the text says how to give it. */
        NO_RIGHT,

        /** Not on this operating system, or not in this Java virtual machine. */
        NOT_AVAILABLE_HERE,

        /** The system of this machine would not send to that address, or had no more sockets. */
        REFUSED_BY_SYSTEM
    }
}
