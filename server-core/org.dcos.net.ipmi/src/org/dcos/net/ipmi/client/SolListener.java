package org.dcos.net.ipmi.client;

/** Told of what the server writes on its console, on one thread of the console, one call after the other. */
public interface SolListener {

    void received(byte[] bytes);

    /** It has ended, not by {@link SolConsole#close}; once. @param why a sentence */
    void ended(String why);
}
