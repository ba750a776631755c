package org.dcos.tests.fuzz;

/** What takes bytes from the network. */
@FunctionalInterface
public interface Target {

    /** Decodes or refuses; anything that it throws is a fault, and so is a promise that it finds broken. */
    void take(byte[] input) throws Exception;
}
