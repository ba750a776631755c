package org.dcos.net.ipmi.client;

import java.net.InetSocketAddress;
import java.time.Duration;

/** No answer after all tries. */
public final class BmcSilent extends IpmiException {

    private static final long serialVersionUID = 1L;

    private final int attempts;
    private final Duration waited;
    private final boolean outcomeUnknown;

    BmcSilent(InetSocketAddress address, String what, int attempts, Duration waited, boolean outcomeUnknown) {
        super(address, "no answer to %s after %d %s in %.1f s. %s".formatted(what, attempts,
                attempts == 1 ? "try" : "tries", waited.toMillis() / 1000.0, advice(outcomeUnknown)));
        this.attempts = attempts;
        this.waited = waited;
        this.outcomeUnknown = outcomeUnknown;
    }

    public int attempts() {
        return attempts;
    }

    public Duration waited() {
        return waited;
    }

    /** The BMC may have executed the command: its state has to be read before the command is given again. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static String advice(boolean outcomeUnknown) {
        return outcomeUnknown ? "The BMC may have done it all the same: read its state before you repeat the command."
                : "Check the BMC's cable, address and UDP port, and that IPMI over LAN is enabled.";
    }
}
