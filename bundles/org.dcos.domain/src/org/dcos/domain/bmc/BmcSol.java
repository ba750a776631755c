package org.dcos.domain.bmc;

import java.io.IOException;

/** Opens the serial console of a server through its BMC: Serial over LAN (IPMI v2.0 §15). */
public interface BmcSol {

    /**
     * Opens the console. One at a time is possible with a BMC.
     *
     * @param takeOver ends a console that somebody else has open; without it that is told as REFUSED
     * @param listener is called on a thread of the driver, one call after the other
     */
    Line open(BmcEndpoint bmc, boolean takeOver, Listener listener) throws BmcFailure, InterruptedException;

    /** An open console. Closing deactivates the payload and ends the session; closing twice does nothing. */
    interface Line extends AutoCloseable {

        /** Sends what was typed; blocks until the BMC has taken it. */
        void send(byte[] bytes) throws IOException, InterruptedException;

        /** Sends a serial break. */
        void sendBreak() throws IOException, InterruptedException;

        @Override
        void close();
    }

    /** Told of what the server writes. */
    interface Listener {

        void received(byte[] bytes);

        /** It has ended, not by {@link Line#close}. @param why in English, for people */
        void ended(String why);
    }
}
