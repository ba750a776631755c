package org.dcos.domain.access;

/** What a caller may do; each role may also do what the ones before it may. */
public enum Role {
    /** Looks, changes nothing. */
    VIEWER,
    /** Runs the machines: power, discovery, import, acknowledge. */
    OPERATOR,
    /** Also users, tokens and settings. */
    ADMINISTRATOR;

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
