package org.dcos.net.ipmi.client;

/**
 * Counters of a client since it was made.
 *
 * @param sent            datagrams sent
 * @param received        datagrams received
 * @param resent          of those sent, further tries
 * @param malformed       dropped: not as specified, with a wrong AuthCode, or not protected as the session is
 * @param unexpected      dropped: from an address that was not asked, or no answer to what was asked
 * @param replayed        dropped: session sequence number seen before or outside of the window
 * @param sessionsOpened  logins that succeeded
 * @param silent          conversations given up without an answer
 */
public record ClientStatistics(long sent, long received, long resent, long malformed, long unexpected, long replayed,
        long sessionsOpened, long silent) {

    ClientStatistics plus(ClientStatistics other) {
        return new ClientStatistics(sent + other.sent, received + other.received, resent + other.resent,
                malformed + other.malformed, unexpected + other.unexpected, replayed + other.replayed,
                sessionsOpened + other.sessionsOpened, silent + other.silent);
    }
}
